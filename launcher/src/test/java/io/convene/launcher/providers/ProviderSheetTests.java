package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.config.trust.CheckPolicy;
import io.convene.launcher.config.trust.TrustConfig;
import io.convene.launcher.providers.status.ProviderSheet;
import io.convene.launcher.providers.status.ProviderSheet.CredentialFacts;
import io.convene.launcher.providers.status.ProviderSheet.SettingFacts;
import io.convene.launcher.providers.trust.TestSigners;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class ProviderSheetTests {
    @TempDir private Path keys;

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
    void saysWhatTheBundleTakesAndAsksFor() {
        bundle().writeTo(ground.at("acme-1.0.0.jar"));
        ProviderSheet sheet = Ground.status(ground.open(), "acme-1.0.0.jar").sheet();

        assertThat(sheet)
                .isEqualTo(
                        new ProviderSheet(
                                List.of("io.convene.core", "java.logging"),
                                new ProviderSheet.Compiled(Optional.of("1.0.0"), Optional.of(25)),
                                List.of(),
                                List.of(
                                        new SettingFacts(
                                                "base_url",
                                                "url",
                                                false,
                                                "https://api.acme.example"),
                                        new SettingFacts("zone", "zone", true, ""),
                                        quota(sheet)),
                                List.of(new CredentialFacts("key", List.of("key"), List.of()))));
    }

    @Test
    void namesTheSigners() {
        TestSigners signers = new TestSigners(keys).with("acme");
        signers.sign("acme", bundle().writeTo(ground.at("acme-1.0.0.jar")));
        TrustConfig trust =
                new TrustConfig(
                        CheckPolicy.WARN, Set.of(signers.certificate("acme")), CheckPolicy.OFF);

        assertThat(Ground.status(ground.trust(trust).open(), "acme-1.0.0.jar").sheet().signers())
                .containsExactly("CN=acme");
    }

    @Test
    void saysOfARefusedBundleWhatItsFilesSay() {
        bundle().version("1").writeTo(ground.at("acme-1.0.0.jar"));
        ProviderSheet sheet = Ground.status(ground.open(), "acme-1.0.0.jar").sheet();

        assertThat(sheet.requires()).containsExactly("io.convene.core", "java.logging");
        assertThat(sheet.compiled().spi()).contains("1.0.0");
        assertThat(sheet.settings()).isEmpty();
    }

    /** The setting that every provider has. */
    private static SettingFacts quota(ProviderSheet sheet) {
        return sheet.settings().getLast();
    }

    private static TestBundle bundle() {
        return TestBundle.of("acme")
                .core("1.0.0")
                .directive("requires java.logging;")
                .provider(
                        "public ProviderDescriptor descriptor() { return ProviderDescriptor.builder(\"Acme\")"
                                + ".host(\"api.acme.example\")"
                                + ".setting(Setting.url(\"base_url\").defaultValue(\"https://api.acme.example\"))"
                                + ".setting(Setting.zone(\"zone\").required())"
                                + TestBundle.AUTHENTICATION
                                + ".build(); }");
    }
}
