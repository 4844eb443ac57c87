package io.convene.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;
import io.convene.testing.WireServer;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A vendor down to the bytes, which may wait or break off in the middle of an answer. */
public final class WireVendor implements AutoCloseable {
    /** Answers a request whose path begins with the handler's name. */
    public interface Handler {
        void answer(Wire wire) throws Exception;
    }

    /** One request and the connection it came on. */
    public record Wire(WireRequest request, WireConnection connection) {
        public String target() {
            return request.target();
        }

        public String body() {
            return request.body();
        }

        public void bytes(byte[] bytes) throws IOException {
            connection.raw(bytes);
        }

        public void head(String... lines) throws IOException {
            text("HTTP/1.1 " + String.join("\r\n", lines) + "\r\n\r\n");
        }

        public void text(String text) throws IOException {
            bytes(text.getBytes(US_ASCII));
        }

        public void chunk(String text) throws IOException {
            text(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        }

        public void json(String body) throws IOException {
            head("200 OK", "Content-Type: application/json", "Content-Length: " + body.length());
            text(body);
        }

        /** Waits until the other side has gone. */
        public void untilGone() throws IOException {
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

    public static WireVendor start() throws IOException {
        return new WireVendor();
    }

    /** Answers requests below {@code /name/}; the connection is closed after each answer. */
    public void on(String name, Handler handler) {
        handlers.put(name, handler);
    }

    public String host() {
        return server.host();
    }

    public String url(String name) {
        return server.url() + "/" + name;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
