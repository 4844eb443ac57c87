package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PrivateDependencyTests {
    private Ground ground;
    private Path libraries;

    @BeforeEach
    void prepare(@TempDir Path temp) {
        ground = new Ground(temp);
        libraries = temp.resolve("libraries");
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void givesEachBundleItsOwnVersionOfALibrary() throws IOException {
        bundleWithLibrary("ashby", "1.0.0");
        bundleWithLibrary("greenhouse", "2.0.0");
        Providers providers = ground.open();

        try (Lease ashby = Ground.lease(providers, "ashby");
                Lease greenhouse = Ground.lease(providers, "greenhouse")) {
            assertThat(ashby.uncontained()).hasToString("library 1.0.0");
            assertThat(greenhouse.uncontained()).hasToString("library 2.0.0");
        }
    }

    @Test
    void letsABundleCarryItsOwnCopyOfWhatTheHostUsesInside() throws IOException {
        Path library =
                TestBundle.library(
                                "com.fasterxml.jackson.core",
                                "Own",
                                "public static String name() { return \"own\"; }")
                        .writeTo(libraries.resolve("jackson.jar"));
        bundle(
                "greenhouse",
                library,
                "com.fasterxml.jackson.core",
                "com.fasterxml.jackson.core.Own.name()");
        Providers providers = ground.open();

        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            assertThat(lease.uncontained()).hasToString("own");
        }
        assertThat(Ground.status(providers, "greenhouse-1.0.0").code()).isEmpty();
    }

    @Test
    void loadsFromTheCopyWhateverHappensToTheOriginal() throws IOException {
        Path library =
                TestBundle.library(
                                "lib.late",
                                "Late",
                                "public static String name() { return \"late\"; }")
                        .writeTo(libraries.resolve("late.jar"));
        bundle("greenhouse", library, "lib.late", "lib.late.Late.name()");
        Providers providers = ground.open();
        WorkDirectory.delete(ground.at("greenhouse-1.0.0"));

        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            assertThat(lease.uncontained()).hasToString("late");
        }
    }

    private void bundleWithLibrary(String id, String version) throws IOException {
        Path library =
                TestBundle.library(
                                "lib.shared",
                                "Shared",
                                "public static String name() { return \"library "
                                        + version
                                        + "\"; }")
                        .version(version)
                        .writeTo(libraries.resolve("shared-" + version + ".jar"));
        bundle(id, library, "lib.shared", "lib.shared.Shared.name()");
    }

    private void bundle(String id, Path library, String module, String expression)
            throws IOException {
        TestBundle.of(id)
                .directive("requires " + module + ";")
                .with(library)
                .provider("public String toString() { return " + expression + "; }")
                .writeTo(ground.at(id + "-1.0.0/" + id + ".jar"));
        Files.copy(library, ground.at(id + "-1.0.0/library.jar"));
    }
}
