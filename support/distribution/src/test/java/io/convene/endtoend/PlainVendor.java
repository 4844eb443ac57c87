package io.convene.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vendor that answers each path with one fixed body, and remembers the requests. */
final class PlainVendor implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private PlainVendor(HttpServer server) {
        this.server = server;
    }

    static PlainVendor start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PlainVendor vendor = new PlainVendor(server);
        server.createContext(
                "/",
                exchange -> {
                    vendor.asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    exchange.getRequestBody().readAllBytes();
                    String body = vendor.bodies.get(exchange.getRequestURI().getPath());
                    byte[] bytes =
                            (body == null ? "{\"message\":\"not found\"}" : body).getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        return vendor;
    }

    PlainVendor answer(String path, String body) {
        bodies.put(path, body);
        return this;
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
