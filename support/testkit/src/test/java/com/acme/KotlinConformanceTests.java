package com.acme;

import io.convene.testkit.ConformanceKit;
import io.convene.testkit.KotlinBundle;
import io.convene.testkit.TestVendor;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/**
 * A bundle that is written in Kotlin and brings Kotlin's library along. It translates as {@link
 * AcmeConformanceTests}'s does, so fewer interviews are enough.
 */
class KotlinConformanceTests extends ConformanceKit {
    @TempDir private Path folder;

    @Override
    protected Path bundle() {
        return KotlinBundle.writeTo(folder);
    }

    @Override
    protected TestVendor vendor() {
        return new AcmeVendor(80);
    }
}
