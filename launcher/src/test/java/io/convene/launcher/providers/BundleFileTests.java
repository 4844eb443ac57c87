package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.providers.bundle.BundleCopy;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.status.ProvidersException;
import io.convene.launcher.providers.status.Refusal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

class BundleFileTests {
    private Ground ground;

    @BeforeEach
    void prepare(@TempDir Path temp) {
        ground = new Ground(temp);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void rejectsADirectoryNamedLikeAJar() throws IOException {
        Files.createDirectory(ground.at("odd.jar"));

        assertRejected("odd.jar", ProviderCode.NOT_A_FILE);
    }

    @Test
    void rejectsAJarThatIsTooLarge() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(ground.at("large.jar").toFile(), "rw")) {
            file.setLength(BundleCopy.MAX_BYTES + 1);
        }

        assertRejected("large.jar", ProviderCode.TOO_LARGE);
    }

    @Test
    void rejectsAFolderThatIsTooLargeAltogether() throws IOException {
        Files.createDirectory(ground.at("large-1.0.0"));
        for (String name : new String[] {"a.jar", "b.jar"}) {
            try (RandomAccessFile file =
                    new RandomAccessFile(ground.at("large-1.0.0/" + name).toFile(), "rw")) {
                file.setLength(name.equals("a.jar") ? 10 : BundleCopy.MAX_BYTES);
            }
        }

        assertRejected("large-1.0.0", ProviderCode.TOO_LARGE);
    }

    @Test
    void rejectsAFileThatVanishedWhileItWasRead(@TempDir Path temp) {
        assertThatThrownBy(() -> BundleCopy.of(temp.resolve("gone.jar"), temp))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.finding().code())
                                        .isEqualTo(ProviderCode.VANISHED));
    }

    @Test
    void rejectsAFileThatGrowsWhileItIsCopied(@TempDir Path temp) throws IOException {
        Path source = Files.writeString(temp.resolve("source.jar"), "twelve bytes");

        for (long size : new long[] {11, 13}) {
            assertThatThrownBy(() -> BundleCopy.copyFile(source, size, temp.resolve("copy.jar")))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.finding().code())
                                            .isEqualTo(ProviderCode.CHANGING));
        }
    }

    @Test
    void rejectsAFileThatCannotBeCopied(@TempDir Path temp) throws IOException {
        Path source = Files.writeString(temp.resolve("source.jar"), "bytes");
        Path occupied = Files.writeString(temp.resolve("occupied"), "no folder");

        assertThatThrownBy(() -> BundleCopy.of(source, occupied))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.finding().code())
                                        .isEqualTo(ProviderCode.UNREADABLE));
    }

    @Test
    void rejectsGarbage() throws IOException {
        Files.writeString(ground.at("garbage.jar"), "no zip at all");

        assertRejected("garbage.jar", ProviderCode.NOT_A_JAR);
    }

    @Test
    void rejectsAJarThatIsCutShort() throws IOException {
        Path jar = TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }

        assertRejected("greenhouse-1.0.0.jar", ProviderCode.NOT_A_JAR);
    }

    @Test
    void rejectsADamagedModuleInfo() {
        TestBundle.of("greenhouse")
                .withoutModuleInfo()
                .file("module-info.class", "no class")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        assertRejected("greenhouse-1.0.0.jar", ProviderCode.NOT_A_JAR);
    }

    @Test
    void rejectsAManifestThatUnpacksToNoEnd() {
        TestBundle.of("greenhouse")
                .manifest("Padding", "x".repeat(2 << 20))
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        assertRejected("greenhouse-1.0.0.jar", ProviderCode.NOT_A_JAR);
    }

    @Test
    void rejectsABundleForWhichTheWorkDirectoryHasNoRoom() throws IOException {
        Providers providers = ground.open();
        WorkDirectory.delete(ground.work());
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        providers.reload();

        assertThat(Ground.status(providers, "greenhouse-1.0.0.jar").code())
                .contains(ProviderCode.UNREADABLE);
    }

    @Test
    void doesNotOpenWithoutAWorkDirectory() throws IOException {
        Files.writeString(ground.work(), "a file in its place");

        assertThatThrownBy(ground::open)
                .isInstanceOf(ProvidersException.class)
                .hasMessageContaining("providers.work");
    }

    @Test
    void rejectsAFolderWithoutJars() throws IOException {
        Files.createDirectory(ground.at("greenhouse-1.0.0"));
        Files.writeString(ground.at("greenhouse-1.0.0/README"), "nothing here");

        assertRejected("greenhouse-1.0.0", ProviderCode.EMPTY_FOLDER);
    }

    @Test
    void leavesOtherFilesAlone() throws IOException {
        Files.writeString(ground.at("README.md"), "put bundles here");
        Files.writeString(ground.at(".greenhouse-1.0.0.jar"), "still being written");
        Files.createDirectory(ground.at(".git"));

        assertThat(ground.open().list()).isEmpty();
    }

    @Test
    void startsWithoutAProvidersDirectory() throws IOException {
        Files.delete(ground.directory());

        assertThat(ground.open().list()).isEmpty();
    }

    @Test
    void hashesAJarAsAnyoneWould(@TempDir Path temp) throws IOException {
        Path source = Files.writeString(temp.resolve("abc.jar"), "abc");
        Path work = Files.createDirectory(temp.resolve("work"));

        assertThat(BundleCopy.of(source, work).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private void assertRejected(String bundle, ProviderCode code) {
        TestBundle.of("healthy").writeTo(ground.at("healthy-1.0.0.jar"));
        Providers providers = ground.open();
        ProviderStatus status = Ground.status(providers, bundle);

        assertThat(status.state()).isEqualTo(ProviderState.REJECTED);
        assertThat(status.code()).contains(code);
        assertThat(status.reason().orElseThrow()).contains(bundle);
        assertThat(status.fix()).isPresent();
        assertThat(providers.isActive("healthy")).isTrue();
    }
}
