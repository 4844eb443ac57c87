package io.convene.conformance;

import io.convene.testkit.TestVendor;

class GreenhouseConformanceTests extends ProviderConformance {
    GreenhouseConformanceTests() {
        super("greenhouse");
    }

    @Override
    protected TestVendor vendor() {
        return new GreenhouseVendor();
    }
}
