package io.convene.launcher.http;

import io.convene.launcher.http.connection.Caller;
import io.convene.launcher.http.connection.HeadedWriter;
import io.convene.launcher.http.connection.LiveRequest;
import io.convene.launcher.http.connection.TimedWriter;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An answer on its way out: without its body when the request is a HEAD, compressed when the caller
 * accepts that and it is worth it. Belongs to one request.
 */
public final class EncodedResponse extends ForwardingResponse {
    /** As much room as a head takes, except an odd one. */
    static final int HEAD_ROOM = 1024;

    private static final int WORTH_COMPRESSING = 1024;

    /** The bytes that go out together with the head when the rest follows by itself. */
    private static final int FIRST_PIECE = 8 * 1024;

    private static final byte[] NOTHING = {};
    private static final Header GZIP = HeaderValues.create(HeaderNames.CONTENT_ENCODING, "gzip");
    private static final Header VARY = HeaderValues.create(HeaderNames.VARY, "Accept-Encoding");

    private final ServerResponse response;
    private final boolean head;
    private final boolean gzip;
    private final Caller caller;
    private final LiveRequest live;
    private boolean begun;
    private volatile String integration = RequestMetrics.NO_INTEGRATION;
    private @Nullable OverrunAnswer rescue;
    private @Nullable GzipStream compressing;

    /** The head of an answer to HEAD has gone out, and there is no reason to make its body. */
    static final class HeadSent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private HeadSent() {
            super("the head is the whole answer", null, false, false);
        }
    }

    EncodedResponse(ServerRequest request, ServerResponse response, LiveRequest live) {
        super(response);
        this.live = live;
        this.caller = Caller.of(request);
        this.response = response;
        this.head = request.prologue().method().equals(Method.HEAD);
        this.gzip =
                AcceptEncoding.prefersGzip(
                        request.headers().all(HeaderNames.ACCEPT_ENCODING, List::of));
    }

    /** Whether the answer may be on its way already, so that no other can take its place. */
    boolean begun() {
        return begun;
    }

    /** Answers by that when the request's thread does not come back from a bundle. */
    void rescuedBy(OverrunAnswer other) {
        rescue = other;
    }

    /**
     * The answer that is sent when the request's thread does not return from a bundle, if there is
     * one.
     */
    public static Optional<OverrunAnswer> rescue(ServerResponse response) {
        return response instanceof EncodedResponse answer
                ? Optional.ofNullable(answer.rescue)
                : Optional.empty();
    }

    /**
     * Tells the caller, and the metrics, which bundle answers.
     *
     * @param integration the name of the ATS in the API
     * @param version the bundle's version
     */
    public static void answeredBy(ServerResponse response, String integration, String version) {
        response.header(ConveneHeaders.PROVIDER, integration + "@" + version);
        if (response instanceof EncodedResponse answer) {
            answer.integration = integration;
        }
    }

    /** The integration that answers; empty before it is known. */
    String integration() {
        return integration;
    }

    /** Releases the compressor's memory, whether the answer was completed or not. */
    void release() {
        GzipStream stream = compressing;
        if (stream != null) {
            stream.release();
        }
    }

    private void begin() {
        begun = true;
        if (caller.mustClose()) {
            headers().set(HeaderValues.CONNECTION_CLOSE);
        }
    }

    @Override
    public void send() {
        begin();
        write(response::send);
    }

    @Override
    public void send(byte[] bytes) {
        send(bytes, 0, bytes.length);
    }

    @Override
    public void send(Object entity) {
        send(entity.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void send(byte[] bytes, int position, int length) {
        send(bytes, position, length, Optional.empty());
    }

    /** Sends a body that the head may be written in front of, over the bytes that are there. */
    void sendWithRoom(byte[] bytes, int position, int length) {
        send(bytes, position, length, caller.headedWriter());
    }

    private void send(byte[] bytes, int position, int length, Optional<HeadedWriter> headed) {
        begin();
        if (length >= WORTH_COMPRESSING) {
            headers().add(VARY);
            if (gzip) {
                headers().set(GZIP);
                byte[] compressed = compress(bytes, position, length);
                write(() -> sendNow(compressed, 0, compressed.length));
                return;
            }
        }
        if (head || headed.isEmpty()) {
            write(() -> sendNow(bytes, position, length));
        } else {
            response.contentLength(length);
            write(() -> headed.get().write(bytes, position, length, response::send));
        }
    }

    /**
     * The stream of a body whose length is not known; every write is sent at once.
     *
     * @throws HeadSent when there must be no body
     */
    @Override
    public OutputStream outputStream() {
        begin();
        headers().add(VARY);
        if (gzip) {
            headers().set(GZIP);
        }
        if (head) {
            sendHead();
            throw new HeadSent();
        }
        OutputStream body =
                new CallerStream(
                        caller.takesChunks() ? response.outputStream() : untilClosed(), live);
        if (!gzip) {
            return body;
        }
        try {
            GzipStream stream = new GzipStream(body);
            compressing = stream;
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Runnable writing) {
        live.beginWrite();
        try {
            writing.run();
        } finally {
            live.endWrite();
        }
    }

    private void sendNow(byte[] bytes, int position, int length) {
        if (head) {
            response.contentLength(length);
            response.send();
        } else if (length <= TimedWriter.PIECE) {
            response.send(bytes, position, length);
        } else {
            sendInPieces(bytes, position, length);
        }
    }

    /**
     * Sends a large body in pieces: given the whole body, the server would first copy it after the
     * head, and then copy each piece once more.
     */
    private void sendInPieces(byte[] bytes, int position, int length) {
        response.contentLength(length);
        try (OutputStream out = response.outputStream()) {
            int sent = 0;
            int piece = FIRST_PIECE;
            while (sent < length) {
                out.write(bytes, position + sent, piece);
                sent += piece;
                piece = Math.min(TimedWriter.PIECE, length - sent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The stream of a body that ends with its connection, for callers that do not know chunks. The
     * server chunks unless there is a length when the stream is opened.
     */
    private OutputStream untilClosed() {
        response.contentLength(Long.MAX_VALUE);
        OutputStream stream = response.outputStream();
        headers().remove(HeaderNames.CONTENT_LENGTH);
        return stream;
    }

    /**
     * Sends the head without a length: the length of a streamed body is not known. The server adds
     * one, or chunks, unless there is one when the stream is opened and none when it is used.
     */
    private void sendHead() {
        headers().set(HeaderValues.CONTENT_LENGTH_ZERO);
        try {
            OutputStream stream = response.outputStream();
            headers().remove(HeaderNames.CONTENT_LENGTH);
            stream.write(NOTHING);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] compress(byte[] bytes, int position, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length / 4);
        try (GzipStream stream = new GzipStream(out)) {
            compressing = stream;
            stream.write(bytes, position, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
