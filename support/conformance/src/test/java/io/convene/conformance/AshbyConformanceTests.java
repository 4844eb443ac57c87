package io.convene.conformance;

import io.convene.testkit.TestVendor;

class AshbyConformanceTests extends ProviderConformance {
    AshbyConformanceTests() {
        super("ashby");
    }

    @Override
    protected TestVendor vendor() {
        return new AshbyVendor();
    }
}
