package com.acme;

import io.convene.testkit.ConformanceKit;
import io.convene.testkit.TestBundle;
import io.convene.testkit.TestVendor;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class AcmeConformanceTests extends ConformanceKit {
    @TempDir private Path folder;

    @Override
    protected Path bundle() {
        return TestBundle.acme().writeTo(folder);
    }

    @Override
    protected TestVendor vendor() {
        return new AcmeVendor();
    }
}
