package com.example.pinpoint;

import io.convene.testkit.BundleFiles;
import io.convene.testkit.ConformanceKit;
import io.convene.testkit.TestVendor;

import java.nio.file.Path;

/** Every rule of the conformance kit, on the packaged bundle. */
class PinpointConformanceIT extends ConformanceKit {
    @Override
    protected Path bundle() {
        return BundleFiles.in(Path.of("target"));
    }

    @Override
    protected TestVendor vendor() {
        return new PinpointVendor();
    }
}
