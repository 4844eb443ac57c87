package io.convene.launcher.providers.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.providers.Ground;
import io.convene.launcher.providers.TestBundle;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.status.QualityClaim;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tiers that authors claim, and bundles that changed since. */
class QualityClaimTests {
    private static final String NAME = "acme-1.0.0.jar";

    private Path drafts;
    private Ground ground;

    @BeforeEach
    void prepare(@TempDir Path temp) {
        drafts = temp.resolve("drafts");
        ground = new Ground(temp);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void showsTheTierThatTheAuthorClaims() throws IOException {
        String digest = digest(TestBundle.of("acme"));
        claiming(TestBundle.of("acme"), claim("gold", digest)).writeTo(ground.at(NAME));

        ProviderStatus status = status();

        assertThat(status.tier()).contains(new QualityClaim("gold", "0.1.0", "1.1.0"));
        assertThat(status.code()).isEmpty();
    }

    @Test
    void showsNoTierWhereNothingIsClaimed() {
        TestBundle.of("acme").writeTo(ground.at(NAME));

        assertThat(status().tier()).isEmpty();
        assertThat(status().code()).isEmpty();
    }

    @Test
    void warnsOfAClaimAboutOtherClasses() throws IOException {
        String digest = digest(TestBundle.of("acme"));
        claiming(TestBundle.of("acme").provider("int changed;"), claim("gold", digest))
                .writeTo(ground.at(NAME));

        assertWarned(ProviderCode.STALE_CLAIM);
    }

    @Test
    void warnsOfAClaimWithoutAClassThatWasAdded() throws IOException {
        String digest = digest(TestBundle.of("acme"));
        TestBundle more =
                TestBundle.of("acme").source("acme.acme", "Added", "final class Added {}");
        claiming(more, claim("platinum", digest)).writeTo(ground.at(NAME));

        assertWarned(ProviderCode.STALE_CLAIM);
    }

    @Test
    void warnsOfAPrivateDependencyThatChanged() throws IOException {
        Path library = TestBundle.library("lib.net", "Net", "").writeTo(drafts.resolve("net.jar"));
        Path jar = TestBundle.of("acme").writeTo(drafts.resolve("acme.jar"));
        String digest = BundleDigest.of(List.of(jar, library));
        claiming(TestBundle.of("acme"), claim("gold", digest)).writeTo(ground.at("acme/acme.jar"));
        Files.copy(library, ground.at("acme/renamed.jar"));

        assertThat(Ground.status(ground.open(), "acme").tier()).isPresent();
        TestBundle.library("lib.net", "Net", "int changed;").writeTo(ground.at("acme/renamed.jar"));
        assertThat(Ground.status(ground.open(), "acme").code()).contains(ProviderCode.STALE_CLAIM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gold",
                "{}",
                "{\"tier\":\"diamond\",\"digest\":\"0\"}",
                "{\"tier\":{},\"digest\":1}",
                "[\"gold\"]",
                "{\"tier\":\"gold\""
            })
    void warnsOfAClaimThatCannotBeRead(String json) {
        claiming(TestBundle.of("acme"), json).writeTo(ground.at(NAME));

        assertWarned(ProviderCode.BAD_CLAIM);
    }

    @Test
    void warnsOfAClaimOfAnyLength() {
        claiming(TestBundle.of("acme"), "{\"tier\":\"%s\"}".formatted("x".repeat(1 << 20)))
                .writeTo(ground.at(NAME));

        assertWarned(ProviderCode.BAD_CLAIM);
    }

    @Test
    void leavesSignaturesAndTheManifestOutOfTheDigest() throws IOException {
        TestBundle signed =
                TestBundle.of("acme")
                        .manifest("Created-By", "another tool")
                        .file("META-INF/ACME.SF", "Signature-Version: 1.0")
                        .file("META-INF/ACME.RSA", "bytes");

        assertThat(digest(signed)).isEqualTo(digest(TestBundle.of("acme")));
        assertThat(digest(TestBundle.of("acme").file("META-INF/more.txt", "")))
                .isNotEqualTo(digest(TestBundle.of("acme")));
    }

    private void assertWarned(ProviderCode code) {
        ProviderStatus status = status();
        assertThat(status.state()).isEqualTo(ProviderState.ACTIVE);
        assertThat(status.code()).contains(code);
        assertThat(status.tier()).isEmpty();
    }

    private ProviderStatus status() {
        return Ground.status(ground.open(), NAME);
    }

    private String digest(TestBundle bundle) throws IOException {
        return BundleDigest.of(List.of(bundle.writeTo(drafts.resolve("draft.jar"))));
    }

    private static TestBundle claiming(TestBundle bundle, String json) {
        return bundle.file(BundleDigest.CLAIM, json);
    }

    private static String claim(String tier, String digest) {
        return "{\"tier\":\"%s\",\"kit\":\"0.1.0\",\"spi\":\"1.1.0\",\"digest\":\"%s\"}"
                .formatted(tier, digest);
    }
}
