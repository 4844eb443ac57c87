package io.convene.launcher.http;

import io.convene.launcher.http.connection.LiveRequest;
import io.helidon.webserver.CloseConnectionException;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A body on its way to the caller: every write is sent at once. Whatever fails here means that the
 * caller has gone.
 */
final class CallerStream extends OutputStream {
    private final OutputStream out;
    private final LiveRequest live;

    CallerStream(OutputStream out, LiveRequest live) {
        this.out = out;
        this.live = live;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length == 0) {
            // An empty chunk would end the answer.
            return;
        }
        live.beginWrite();
        try {
            out.write(bytes, offset, length);
            out.flush();
        } catch (IOException | RuntimeException e) {
            throw gone(e);
        } finally {
            live.endWrite();
        }
    }

    @Override
    public void close() {
        live.beginWrite();
        try {
            out.close();
        } catch (IOException | RuntimeException e) {
            throw gone(e);
        } finally {
            live.endWrite();
        }
    }

    private static CloseConnectionException gone(Exception e) {
        return new CloseConnectionException("the caller has gone", e);
    }
}
