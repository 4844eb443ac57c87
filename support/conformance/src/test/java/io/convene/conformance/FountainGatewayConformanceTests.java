package io.convene.conformance;

import io.convene.testkit.BundleFiles;
import io.convene.testkit.ConformanceKit;
import io.convene.testkit.TestVendor;

import java.nio.file.Path;
import java.time.Instant;

/** At the gateway; clocks are put back and the year turns where times have none. */
class FountainGatewayConformanceTests extends ConformanceKit {
    @Override
    protected Path bundle() {
        return BundleFiles.in(Path.of("../../provider-fountain/target"));
    }

    @Override
    protected TestVendor vendor() {
        return new FountainVendor(
                "fountain-oauth", SandboxVendor.VARIANT, Instant.parse("2026-12-30T22:00:00Z"));
    }
}
