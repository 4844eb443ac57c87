package io.convene.conformance;

import io.convene.testkit.TestVendor;

import java.time.Instant;

/** With an API key; clocks are put forward and the year turns where times have none. */
class FountainConformanceTests extends ProviderConformance {
    FountainConformanceTests() {
        super("fountain");
    }

    @Override
    protected TestVendor vendor() {
        return new FountainVendor(
                "fountain", SandboxVendor.WHOLE, Instant.parse("2026-04-02T09:00:00Z"));
    }
}
