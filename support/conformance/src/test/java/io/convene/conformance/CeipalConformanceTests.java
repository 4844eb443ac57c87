package io.convene.conformance;

import io.convene.testkit.TestVendor;

class CeipalConformanceTests extends ProviderConformance {
    CeipalConformanceTests() {
        super("ceipal");
    }

    @Override
    protected TestVendor vendor() {
        return new CeipalVendor("ceipal", SandboxVendor.WHOLE);
    }
}
