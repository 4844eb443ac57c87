package io.convene.endtoend;

import io.convene.testing.WireServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A vendor that answers each path with one fixed body, and remembers the requests. */
public final class PlainVendor implements AutoCloseable {
    private static final String JSON = "Content-Type: application/json";

    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final WireServer server;

    private PlainVendor() throws IOException {
        server =
                WireServer.start((request, wire) -> {
                    String body = bodies.get(request.path());
                    if (body == null) {
                        wire.reply(404, "{\"message\":\"not found\"}", JSON);
                    } else {
                        wire.reply(200, body, JSON);
                    }
                });
    }

    public static PlainVendor start() throws IOException {
        return new PlainVendor();
    }

    public PlainVendor answer(String path, String body) {
        bodies.put(path, body);
        return this;
    }

    public String host() {
        return server.host();
    }

    public List<String> asked() {
        return server.received().stream()
                .map(request -> request.method() + " " + request.target())
                .toList();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
