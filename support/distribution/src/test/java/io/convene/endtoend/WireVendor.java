package io.convene.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;
import io.convene.testing.WireServer;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A vendor down to the bytes, which may wait or break off in the middle of an answer. */
final class WireVendor implements AutoCloseable {
    /** Answers a request whose path begins with the handler's name. */
    interface Handler {
        void answer(Wire wire) throws Exception;
    }

    /** One request and the connection it came on. */
    record Wire(WireRequest request, WireConnection connection) {
        String target() {
            return request.target();
        }

        String body() {
            return request.body();
        }

        void bytes(byte[] bytes) throws IOException {
            connection.raw(bytes);
        }

        void head(String... lines) throws IOException {
            text("HTTP/1.1 " + String.join("\r\n", lines) + "\r\n\r\n");
        }

        void text(String text) throws IOException {
            bytes(text.getBytes(US_ASCII));
        }

        void chunk(String text) throws IOException {
            text(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        }

        void json(String body) throws IOException {
            head("200 OK", "Content-Type: application/json", "Content-Length: " + body.length());
            text(body);
        }

        /** Waits until the other side has gone. */
        void untilGone() throws IOException {
            connection.untilGone();
        }
    }

    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final WireServer server;

    private WireVendor() throws IOException {
        server =
                WireServer.start((request, connection) -> {
                    Handler handler = handlers.get(request.target().split("/")[1]);
                    handler.answer(new Wire(request, connection));
                    connection.breakOff();
                });
    }

    static WireVendor start() throws IOException {
        return new WireVendor();
    }

    /** Answers what is asked below {@code /name/}; the connection is closed after each answer. */
    void on(String name, Handler handler) {
        handlers.put(name, handler);
    }

    String host() {
        return server.host();
    }

    String url(String name) {
        return server.url() + "/" + name;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
