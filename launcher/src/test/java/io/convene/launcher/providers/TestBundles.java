package io.convene.launcher.providers;

import java.nio.file.Path;

/** Bundles for tests of other packages. */
public final class TestBundles {
    private TestBundles() {}

    /**
     * Writes a bundle in order into the folder, version 1.0.0.
     *
     * @param members Java source of more members of its provider
     */
    public static void write(Path providers, String id, String members) {
        TestBundle.of(id).provider(members).writeTo(providers.resolve(id + "-1.0.0.jar"));
    }
}
