package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

class PinTests {
    /** In the first entry's time, which Java does not read. */
    private static final int HARMLESS_BYTE = 10;

    private Ground ground;
    private Path jar;

    @BeforeEach
    void prepare(@TempDir Path temp) {
        ground = new Ground(temp);
        jar = TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void refusesAPinnedBundleOfWhichOneByteChanged() throws IOException {
        pin();
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
            file.seek(HARMLESS_BYTE);
            int old = file.read();
            file.seek(HARMLESS_BYTE);
            file.write(old ^ 1);
        }
        ProviderStatus status = status("greenhouse-1.0.0.jar");

        assertThat(status.code()).contains(ProviderCode.TAMPERED);
        assertThat(status.reason().orElseThrow())
                .containsPattern(
                        "greenhouse-1.0.0.jar has the sha-256 [0-9a-f]{64}; providers.lock pins");
    }

    @Test
    void refusesAPinnedBundleToWhichAClassWasAdded() throws IOException {
        pin();
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.copy(
                    files.getPath("acme/greenhouse/Acme.class"),
                    files.getPath("acme/greenhouse/Stowaway.class"));
        }

        assertThat(status("greenhouse-1.0.0.jar").code()).contains(ProviderCode.TAMPERED);
    }

    @Test
    void keepsServingThePinnedBytesWhenTheFileChangesInARunningServer() throws IOException {
        pin();
        Providers providers = ground.open();
        TestBundle.of("greenhouse").file("added.txt", "a").writeTo(jar);
        providers.reload();

        assertThat(providers.list())
                .extracting(ProviderStatus::state)
                .containsExactlyInAnyOrder(ProviderState.ACTIVE, ProviderState.REJECTED);
        assertThat(providers.isActive("greenhouse")).isTrue();
    }

    @Test
    void countsEveryJarOfAFolderAndNoOtherFile() throws IOException {
        Files.createDirectory(ground.at("lever-1.0.0"));
        TestBundle.of("lever").writeTo(ground.at("lever-1.0.0/lever.jar"));
        pin();
        Files.writeString(ground.at("lever-1.0.0/README.md"), "never loaded");
        assertThat(status("lever-1.0.0").state()).isEqualTo(ProviderState.ACTIVE);

        TestBundle.library("acme.added", "Added", "").writeTo(ground.at("lever-1.0.0/added.jar"));
        assertThat(status("lever-1.0.0").code()).contains(ProviderCode.TAMPERED);
    }

    @Test
    void refusesAStrayJarWhileTheOwnerServes() {
        pin();
        Providers providers = ground.open();
        TestBundle.of("greenhouse", "stray.module")
                .version("9.0.0")
                .writeTo(ground.at("aaa-9.0.0.jar"));
        providers.reload();

        assertThat(Ground.status(providers, "aaa-9.0.0.jar").code())
                .contains(ProviderCode.FOREIGN_OWNER);
        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            assertThat(lease.version()).isEqualTo("1.0.0");
        }
    }

    @Test
    void saysNothingAboutAVersionThatIsNotPinned() {
        pin();
        TestBundle.of("greenhouse").version("1.0.1").writeTo(ground.at("greenhouse-1.0.1.jar"));

        assertThat(status("greenhouse-1.0.1.jar").state()).isEqualTo(ProviderState.ACTIVE);
    }

    private void pin() {
        try (Providers providers = ground.open()) {
            new BundlePins(ProvidersConfig.of(ground.directory(), ground.work()))
                    .put(providers.list());
        }
    }

    private ProviderStatus status(String bundle) {
        try (Providers providers = ground.open()) {
            return Ground.status(providers, bundle);
        }
    }
}
