package com.acme;

import io.convene.testkit.CompiledBundle;
import io.convene.testkit.ConformanceKit;
import io.convene.testkit.TestVendor;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class AcmeConformanceTests extends ConformanceKit {
    @TempDir private Path folder;

    @Override
    protected Path bundle() {
        return CompiledBundle.acme().writeTo(folder);
    }

    @Override
    protected TestVendor vendor() {
        return new AcmeVendor();
    }
}
