package io.convene.conformance;

import io.convene.sandbox.Sandbox;
import io.convene.testkit.TestVendor;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One of the sandbox's connections. */
class SandboxVendor implements TestVendor {
    private static final Instant NOW = Instant.parse("2026-06-15T00:00:00Z");

    private final Sandbox sandbox;
    private final String connection;

    /** The connection of that name in a sandbox with a thousand interviews. */
    SandboxVendor(String connection) {
        this.sandbox = Sandbox.builder().interviews(1_000).now(NOW).build();
        this.connection = connection;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public void start() {
        sandbox.start();
    }

    @Override
    public Map<String, String> credentials() {
        return sandbox.credentials(connection);
    }

    @Override
    public Map<String, String> settings() {
        return sandbox.settings(connection);
    }

    @Override
    public List<String> interviewIds() {
        return sandbox.interviewIds(connection);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
