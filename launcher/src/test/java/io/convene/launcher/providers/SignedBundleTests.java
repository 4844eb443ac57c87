package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.config.trust.CheckPolicy;
import io.convene.launcher.config.trust.TrustConfig;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.trust.TestSigners;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Set;

class SignedBundleTests {
    @TempDir private static Path keys;

    private static TestSigners signers;

    private Ground ground;

    @BeforeAll
    static void makeKeys() {
        signers = new TestSigners(keys).with("acme").with("stranger");
    }

    @BeforeEach
    void prepare(@TempDir Path temp) {
        ground = new Ground(temp);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void servesOnlySignedBundlesWhereSignaturesAreRequired() {
        signers.sign("acme", TestBundle.of("ashby").writeTo(ground.at("ashby-1.0.0.jar")));
        signers.sign("stranger", TestBundle.of("lever").writeTo(ground.at("lever-1.0.0.jar")));
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.trust(trust(CheckPolicy.REQUIRE)).open();

        assertThat(providers.isActive("ashby")).isTrue();
        ProviderStatus unsigned = Ground.status(providers, "greenhouse-1.0.0.jar");
        assertThat(unsigned.state()).isEqualTo(ProviderState.REJECTED);
        assertThat(unsigned.code()).contains(ProviderCode.UNSIGNED);
        assertThat(Ground.status(providers, "lever-1.0.0.jar").code())
                .contains(ProviderCode.UNTRUSTED_SIGNER);
    }

    @Test
    void servesAnUnsignedBundleWithAWarningWhereItIsAskedFor() {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.trust(trust(CheckPolicy.WARN)).open();

        ProviderStatus status = Ground.status(providers, "greenhouse-1.0.0.jar");
        assertThat(status.state()).isEqualTo(ProviderState.ACTIVE);
        assertThat(status.code()).contains(ProviderCode.UNSIGNED);
    }

    @Test
    void wantsThePrivateDependenciesSignedToo() {
        Path library =
                TestBundle.library("acme.dates", "Dates", "")
                        .writeTo(ground.at("greenhouse-1.0.0/dates.jar"));
        signers.sign(
                "acme",
                TestBundle.of("greenhouse")
                        .directive("requires acme.dates;")
                        .with(library)
                        .writeTo(ground.at("greenhouse-1.0.0/greenhouse.jar")));
        Providers providers = ground.trust(trust(CheckPolicy.REQUIRE)).open();

        ProviderStatus status = Ground.status(providers, "greenhouse-1.0.0");
        assertThat(status.code()).contains(ProviderCode.UNSIGNED);
        assertThat(status.reason()).contains("dates.jar is not signed.");

        signers.sign("acme", library);
        providers.reload();
        assertThat(providers.isActive("greenhouse")).isTrue();
    }

    private static TrustConfig trust(CheckPolicy signatures) {
        return new TrustConfig(signatures, Set.of(signers.certificate("acme")), CheckPolicy.OFF);
    }
}
