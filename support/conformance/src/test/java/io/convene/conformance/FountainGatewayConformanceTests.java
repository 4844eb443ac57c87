package io.convene.conformance;

import io.convene.testkit.TestVendor;

import java.time.Instant;

/** At the gateway; clocks are put back and the year turns where times have none. */
class FountainGatewayConformanceTests extends ProviderConformance {
    FountainGatewayConformanceTests() {
        super("fountain");
    }

    @Override
    protected TestVendor vendor() {
        return new FountainVendor(
                "fountain-oauth", SandboxVendor.VARIANT, Instant.parse("2026-12-30T22:00:00Z"));
    }

    /** The other class of the bundle may. */
    @Override
    protected boolean writesReport() {
        return false;
    }
}
