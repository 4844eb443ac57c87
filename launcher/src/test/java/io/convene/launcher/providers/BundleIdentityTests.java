package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.providers.bundle.HostModules;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.version.SemanticVersion;
import io.convene.launcher.providers.version.VersionRange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Optional;

class BundleIdentityTests {
    private static final String PROVIDER_JSON = "META-INF/convene/provider.json";

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
    void rejectsABundleWithoutProviderJson() {
        assertRejected(
                TestBundle.of("greenhouse").withoutFile(PROVIDER_JSON),
                ProviderCode.NO_PROVIDER_JSON);
    }

    @Test
    void rejectsAFolderInWhichTwoJarsCarryProviderJson() {
        TestBundle.of("greenhouse").writeTo(ground.at("greenhouse-1.0.0/a.jar"));
        TestBundle.of("ashby").writeTo(ground.at("greenhouse-1.0.0/b.jar"));

        assertThat(Ground.status(ground.open(), "greenhouse-1.0.0").code())
                .contains(ProviderCode.MANY_PROVIDER_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "greenhouse",
                "{\"id\":",
                "{}",
                "{\"id\":null}",
                "[\"greenhouse\"]",
                "{\"id\":{}}"
            })
    void rejectsAnOddProviderJson(String json) {
        assertRejected(
                TestBundle.of("greenhouse").file(PROVIDER_JSON, json),
                ProviderCode.BAD_PROVIDER_JSON);
    }

    @Test
    void rejectsAProviderJsonOfAnyLength() {
        String json = "{\"id\":\"greenhouse\",\"about\":\"" + "x".repeat(1 << 20) + "\"}";

        assertRejected(
                TestBundle.of("greenhouse").file(PROVIDER_JSON, json),
                ProviderCode.BAD_PROVIDER_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Greenhouse",
                "1house",
                "green_house",
                "-green",
                "green-",
                "green--house",
                "../green",
                "grünhaus"
            })
    void rejectsAnOddId(String id) {
        assertRejected(
                TestBundle.of("greenhouse").file(PROVIDER_JSON, "{\"id\":\"" + id + "\"}"),
                ProviderCode.BAD_ID);
    }

    @Test
    void rejectsAJarWithoutModuleInfo() {
        assertRejected(
                TestBundle.of("greenhouse").withoutModuleInfo(), ProviderCode.NO_MODULE_INFO);
    }

    @Test
    void rejectsAModuleThatProvidesNothing() {
        assertRejected(
                TestBundle.of("greenhouse").withoutDirective("provides"), ProviderCode.NO_PROVIDES);
    }

    @Test
    void rejectsAModuleWithTwoProviders() {
        assertRejected(
                TestBundle.of("greenhouse")
                        .withoutDirective("provides")
                        .directive(
                                "provides io.convene.core.spi.AtsProvider with acme.greenhouse.Acme, acme.greenhouse.Other;")
                        .source("acme.greenhouse", "Other", "public class Other extends Acme {}"),
                ProviderCode.MANY_PROVIDERS);
    }

    @Test
    void rejectsABundleWhosePrivateModuleProvidesToo() {
        TestBundle.of("greenhouse").writeTo(ground.at("bundle/greenhouse.jar"));
        TestBundle.of("other").withoutFile(PROVIDER_JSON).writeTo(ground.at("bundle/other.jar"));

        assertThat(Ground.status(ground.open(), "bundle").code())
                .contains(ProviderCode.MANY_PROVIDERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1.0.0.Final"})
    void rejectsAVersionThatIsNotSemVer(String version) {
        assertRejected(TestBundle.of("greenhouse").version(version), ProviderCode.BAD_VERSION);
    }

    @Test
    void rejectsABundleWithoutAnyVersion() {
        TestBundle.of("greenhouse").version("").writeTo(ground.at("greenhouse.jar"));

        assertThat(Ground.status(ground.open(), "greenhouse.jar").code())
                .contains(ProviderCode.BAD_VERSION);
    }

    @Test
    void takesTheVersionFromTheModuleThenTheManifestThenTheName() {
        TestBundle.of("a")
                .version("1.0.0")
                .manifest("Implementation-Version", "2.0.0")
                .writeTo(ground.at("a-3.0.0.jar"));
        TestBundle.of("b")
                .version("")
                .manifest("Implementation-Version", "2.0.0")
                .writeTo(ground.at("b-3.0.0.jar"));
        TestBundle.of("c").version("").writeTo(ground.at("convene-provider-c-3.0.0-rc.1.jar"));
        TestBundle.of("d").version("").writeTo(ground.at("d-4.0.0/d.jar"));
        Providers providers = ground.open();

        assertThat(
                        providers.list().stream()
                                .map(ProviderStatus::version)
                                .map(Optional::orElseThrow))
                .containsExactly("1.0.0", "2.0.0", "3.0.0-rc.1", "4.0.0");
    }

    @Test
    void rejectsABundleBuiltForANewerSpi() {
        SemanticVersion newer = HostModules.own().spi().nextBreaking();

        ProviderStatus status =
                assertRejected(
                        TestBundle.of("greenhouse").core(newer.toString()),
                        ProviderCode.SPI_TOO_NEW);
        assertThat(status.spi()).contains(VersionRange.compatibleWith(newer).toString());
    }

    @Test
    void rejectsABundleBuiltForAnOlderSpi() {
        assertRejected(TestBundle.of("greenhouse").core("0.0.9"), ProviderCode.SPI_TOO_OLD);
    }

    @Test
    void rejectsABundleThatDoesNotSayWhatItWasBuiltFor() {
        assertRejected(TestBundle.of("greenhouse").core(""), ProviderCode.SPI_UNKNOWN);
    }

    @Test
    void rejectsASpiRangeThatIsNone() {
        assertRejected(
                TestBundle.of("greenhouse").core("").manifest("Spi-Range", "newest"),
                ProviderCode.SPI_UNKNOWN);
    }

    @Test
    void takesTheSpiRangeOfTheManifestWhereTheModuleSaysNothing() {
        TestBundle.of("greenhouse")
                .core("")
                .manifest("Spi-Range", ">=0.0.1 <99")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        ProviderStatus status = Ground.status(ground.open(), "greenhouse-1.0.0.jar");
        assertThat(status.state()).isEqualTo(ProviderState.ACTIVE);
        assertThat(status.spi()).contains(">=0.0.1 <99.0.0");
    }

    private ProviderStatus assertRejected(TestBundle bundle, ProviderCode code) {
        bundle.writeTo(ground.at("greenhouse-1.0.0.jar"));
        Providers providers = ground.open();
        ProviderStatus status = Ground.status(providers, "greenhouse-1.0.0.jar");
        assertThat(status.state()).isEqualTo(ProviderState.REJECTED);
        assertThat(status.code()).contains(code);
        assertThat(providers.isActive("greenhouse")).isFalse();
        return status;
    }
}
