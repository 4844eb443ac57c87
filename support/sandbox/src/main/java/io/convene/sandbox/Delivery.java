package io.convene.sandbox;

import io.convene.sandbox.wire.Reply;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Brings a reply to the socket: whole, in half, swollen, or not at all. */
final class Delivery {

    private static final int CHUNK = 65_536;

    private Delivery() {}

    static void whole(ServerResponse response, Reply reply) {
        head(response, reply);
        response.send(reply.body());
    }

    static CloseConnectionException none() {
        return new CloseConnectionException("A fault closes the connection without an answer");
    }

    /** Announces the whole body, sends half of it, and hangs up. */
    static void half(ServerResponse response, Reply reply) {
        head(response, reply);
        byte[] body = reply.body();
        response.contentLength(body.length);
        try {
            // Not closed: closing would complain about the missing half in place of hanging up.
            OutputStream out = response.outputStream();
            out.write(body, 0, body.length / 2);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new CloseConnectionException(
                "A fault closes the connection in the middle of the body");
    }

    /** Sends the body with that many blanks after its first byte, which is a bracket. */
    static void swollen(ServerResponse response, Reply reply, long size) {
        head(response, reply);
        byte[] body = reply.body();
        byte[] blanks = new byte[CHUNK];
        Arrays.fill(blanks, (byte) ' ');
        response.contentLength(body.length + size);
        try (OutputStream out = response.outputStream()) {
            int first = Math.min(1, body.length);
            out.write(body, 0, first);
            for (long left = size; left > 0; left -= CHUNK) {
                out.write(blanks, 0, (int) Math.min(CHUNK, left));
            }
            out.write(body, first, body.length - first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void head(ServerResponse response, Reply reply) {
        response.status(reply.status());
        reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    }
}
