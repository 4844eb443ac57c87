package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.convene.launcher.config.trust.TrustConfig;
import io.convene.launcher.providers.bundle.Bundle;
import io.convene.launcher.providers.bundle.BundleCopy;
import io.convene.launcher.providers.bundle.BundleReader;
import io.convene.launcher.providers.bundle.HostModules;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderEvents;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.status.Refusal;
import io.convene.launcher.providers.trust.TrustCheck;
import io.convene.launcher.providers.version.SemanticVersion;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hosts and bundles of different minor versions of the SPI. */
class SpiVersionTests {
    private static final SemanticVersion OLDEST = SemanticVersion.of(1, 0, 0);
    private static final SemanticVersion OWN = HostModules.own().spi();

    private final BundleRecord record = new BundleRecord("acme-1.0.0.jar", ProviderEvents.silent());
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
    void refusesABundleThatNeedsThisMinorOnAHostOfTheOldest() throws IOException {
        Path jar = TestBundle.of("acme").writeTo(ground.at("acme-1.0.0.jar"));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(jar, OLDEST));

        assertThat(refusal.finding().code()).isEqualTo(ProviderCode.SPI_TOO_NEW);
        assertThat(refusal.finding().reason()).contains(">=%s <2.0.0".formatted(OWN), "1.0.0");
    }

    @Test
    void refusesABundleThatNeedsTheNextMinor() {
        SemanticVersion next = SemanticVersion.of(OWN.major(), OWN.minor() + 1, 0);
        TestBundle.of("acme").core(next.toString()).writeTo(ground.at("acme-1.0.0.jar"));

        ProviderStatus status = Ground.status(ground.open(), "acme-1.0.0.jar");

        assertThat(status.state()).isEqualTo(ProviderState.REJECTED);
        assertThat(status.code()).contains(ProviderCode.SPI_TOO_NEW);
    }

    @Test
    void takesABundleOfTheOldestMinorOnEveryLaterHostOfItsMajor() throws IOException {
        Path jar = TestBundle.of("acme").core("1.0.0").writeTo(ground.at("acme-1.0.0.jar"));

        for (SemanticVersion host : new SemanticVersion[] {OLDEST, OWN}) {
            assertThat(read(jar, host).spi().contains(host)).isTrue();
        }
    }

    @Test
    void showsThePageThatExplainsTheCredentials() {
        TestBundle.of("acme")
                .provider(
                        "public ProviderDescriptor descriptor() { return ProviderDescriptor.builder(\"Acme\")"
                                + ".host(\"api.acme.example\").documentation(\"https://acme.example/keys\")"
                                + TestBundle.AUTHENTICATION
                                + ".build(); }")
                .writeTo(ground.at("acme-1.0.0.jar"));

        assertThat(Ground.status(ground.open(), "acme-1.0.0.jar").documentation())
                .contains("https://acme.example/keys");
    }

    private Bundle read(Path jar, SemanticVersion hostSpi) throws IOException {
        Path folder = Files.createTempDirectory(ground.directory(), ".copy");
        return new BundleReader(HostModules.own(), hostSpi, new TrustCheck(TrustConfig.unchecked()))
                .read(BundleCopy.of(jar, folder), record);
    }
}
