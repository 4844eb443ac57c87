package com.birch;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.testkit.CompiledBundle;
import io.convene.testkit.ConformanceKit;
import io.convene.testkit.TestVendor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A bundle for an API with cursors and an API key. */
class BirchConformanceTests extends ConformanceKit {
    private static final int MOST_LINES = 150;

    @TempDir private Path folder;

    @Override
    protected Path bundle() {
        return CompiledBundle.birch().writeTo(folder);
    }

    @Override
    protected TestVendor vendor() {
        return new BirchVendor();
    }

    @Test
    void isShort() {
        assertThat(CompiledBundle.birch().lines()).isLessThanOrEqualTo(MOST_LINES);
    }
}
