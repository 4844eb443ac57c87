package io.convene.conformance;

import io.convene.testkit.TestVendor;

class CeipalVersionOneConformanceTests extends ProviderConformance {
    CeipalVersionOneConformanceTests() {
        super("ceipal");
    }

    @Override
    protected TestVendor vendor() {
        return new CeipalVendor("ceipal-v1", SandboxVendor.VARIANT);
    }

    /** The other class of the bundle may. */
    @Override
    protected boolean writesReport() {
        return false;
    }
}
