package io.convene.launcher.providers;

import io.convene.testing.WireServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The odd bundles' vendor: two pages of a list, and a token. */
final class OddVendor implements AutoCloseable {
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "/list/1", "{\"items\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"next\":\"2\"}",
                    "/list/2", "{\"items\":[{\"id\":\"3\"}],\"next\":null}");

    private final WireServer server;

    private OddVendor(WireServer server) {
        this.server = server;
    }

    static OddVendor start() throws IOException {
        return new OddVendor(
                WireServer.start((request, wire) ->
                        wire.reply(
                                200,
                                ANSWERS.getOrDefault(request.target(), "{}"),
                                "Content-Type: application/json")));
    }

    int port() {
        return server.port();
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
