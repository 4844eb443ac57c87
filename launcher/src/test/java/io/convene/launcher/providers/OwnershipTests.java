package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class OwnershipTests {
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
    void remembersWhichModuleServedAnIdFirst() throws IOException {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        ground.open().close();
        assertThat(Files.readString(ground.at("providers.lock")))
                .contains("owner greenhouse acme.greenhouse\n");

        TestBundle.of("greenhouse", "stray.module")
                .version("9.0.0")
                .writeTo(ground.at("greenhouse-9.0.0.jar"));
        Files.delete(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.open();

        ProviderStatus status = Ground.status(providers, "greenhouse-9.0.0.jar");
        assertThat(status.code()).contains(ProviderCode.FOREIGN_OWNER);
        assertThat(status.fix().orElseThrow())
                .contains("providers.owners: {greenhouse: stray.module}");
        assertThat(providers.isActive("greenhouse")).isFalse();
    }

    @Test
    void rejectsAllWhenSeveralModulesClaimAnUnownedId() {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        TestBundle.of("greenhouse", "stray.module")
                .version("9.0.0")
                .writeTo(ground.at("greenhouse-9.0.0.jar"));
        Providers providers = ground.open();

        assertThat(providers.list())
                .allSatisfy(
                        status -> assertThat(status.code()).contains(ProviderCode.OWNER_UNDECIDED));
        assertThat(Ground.status(providers, "greenhouse-9.0.0.jar").fix().orElseThrow())
                .contains("providers.owners");
        assertThat(ground.at("providers.lock")).doesNotExist();
    }

    @Test
    void countsAClaimThatIsRejectedForAnotherReason() {
        TestBundle.of("greenhouse").core("99.0.0").writeTo(ground.at("greenhouse-1.0.0.jar"));
        TestBundle.of("greenhouse", "stray.module")
                .version("9.0.0")
                .writeTo(ground.at("greenhouse-9.0.0.jar"));
        Providers providers = ground.open();

        assertThat(Ground.status(providers, "greenhouse-9.0.0.jar").code())
                .contains(ProviderCode.OWNER_UNDECIDED);
        assertThat(Ground.status(providers, "greenhouse-1.0.0.jar").code())
                .contains(ProviderCode.SPI_TOO_NEW);
    }

    @Test
    void followsTheOwnerThatIsConfigured() {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        TestBundle.of("greenhouse", "own.fork")
                .version("0.1.0")
                .writeTo(ground.at("greenhouse-0.1.0.jar"));
        Providers providers = ground.owner("greenhouse", "own.fork").open();

        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            assertThat(lease.version()).isEqualTo("0.1.0");
        }
        assertThat(Ground.status(providers, "greenhouse-1.0.0.jar").code())
                .contains(ProviderCode.FOREIGN_OWNER);
    }

    @Test
    void servesTheFirstOfTwoFilesOfTheSameVersion() {
        TestBundle.of("greenhouse").version("1.0.0+a").writeTo(ground.at("a.jar"));
        TestBundle.of("greenhouse").version("1.0.0+b").writeTo(ground.at("b.jar"));
        Providers providers = ground.open();

        assertThat(Ground.status(providers, "a.jar").state()).isEqualTo(ProviderState.ACTIVE);
        ProviderStatus other = Ground.status(providers, "b.jar");
        assertThat(other.code()).contains(ProviderCode.DUPLICATE);
        assertThat(other.reason()).contains("b.jar is greenhouse 1.0.0+b like a.jar.");
    }

    @Test
    void rejectsBytesOtherThanThePinnedOnes() throws IOException {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        Files.writeString(
                ground.at("providers.lock"),
                "# ours\npin greenhouse 1.0.0 " + "0".repeat(64) + "\n");
        Providers providers = ground.open();
        assertThat(Ground.status(providers, "greenhouse-1.0.0.jar").code())
                .contains(ProviderCode.TAMPERED);

        Files.delete(ground.at("providers.lock"));
        providers.reload();
        assertThat(providers.isActive("greenhouse")).isTrue();
    }

    @Test
    void servesNoUnownedIdWhenTheLockIsDamaged() throws IOException {
        TestBundle.of("ashby").writeTo(ground.at("ashby-1.0.0.jar"));
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        Files.writeString(ground.at("providers.lock"), "owner ashby acme.ashby\nowner green\n");
        Providers providers = ground.open();

        assertThat(providers.isActive("ashby")).isTrue();
        ProviderStatus status = Ground.status(providers, "greenhouse-1.0.0.jar");
        assertThat(status.code()).contains(ProviderCode.BROKEN_LOCK);
        assertThat(status.reason().orElseThrow()).contains("line 2");
        assertThat(Files.readString(ground.at("providers.lock")))
                .isEqualTo("owner ashby acme.ashby\nowner green\n");
    }

    @Test
    void keepsCommentsAndOtherLinesOfTheLock() throws IOException {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        Files.writeString(ground.at("providers.lock"), "# ours\nowner ashby acme.ashby\n");
        ground.open();

        assertThat(ground.at("providers.lock"))
                .hasContent("# ours\nowner ashby acme.ashby\nowner greenhouse acme.greenhouse\n");
    }

    @Test
    void keepsTheLockInTheWorkDirectoryWhenTheOtherCannotBeWritten(@TempDir Path work) {
        Path unwritable = Path.of("/proc/self/fdinfo");
        assumeThat(unwritable).isDirectory();
        LockFile file = LockFile.kept(unwritable, work);

        assertThat(file.put(Map.of(LockFile.ownerKey("greenhouse"), "acme.greenhouse"))).isTrue();
        assertThat(work.resolve("providers.lock")).exists();
        assertThat(file.read().owner("greenhouse")).contains("acme.greenhouse");
        assertThat(LockFile.kept(unwritable, unwritable).put(Map.of("owner a", "b"))).isFalse();
    }
}
