package io.convene.conformance;

import io.convene.testkit.BundleFiles;
import io.convene.testkit.ConformanceKit;
import io.convene.testkit.TestVendor;

import java.nio.file.Path;

class CeipalConformanceTests extends ConformanceKit {
    @Override
    protected Path bundle() {
        return BundleFiles.in(Path.of("../../provider-ceipal/target"));
    }

    @Override
    protected TestVendor vendor() {
        return new CeipalVendor("ceipal", SandboxVendor.WHOLE);
    }
}
