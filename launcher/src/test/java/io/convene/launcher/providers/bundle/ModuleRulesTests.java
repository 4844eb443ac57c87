package io.convene.launcher.providers.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.providers.Ground;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.TestBundle;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

class ModuleRulesTests {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.net.http",
                "jdk.unsupported",
                "java.management",
                "io.helidon.webserver",
                "org.eclipse.yasson"
            })
    void rejectsARequirementOfWhatIsTheHostsMatter(String required) {
        TestBundle.of("greenhouse")
                .directive("requires " + required + ";")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        ProviderStatus status = rejected("greenhouse-1.0.0.jar", ProviderCode.FORBIDDEN_REQUIRES);
        assertThat(status.reason())
                .contains(
                        "Module acme.greenhouse requires "
                                + required
                                + ", which bundles may not use.");
    }

    @Test
    void rejectsAForbiddenRequirementThatIsStaticBecauseTheHostWouldFulfilIt() {
        TestBundle.of("greenhouse")
                .directive("requires static java.net.http;")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        rejected("greenhouse-1.0.0.jar", ProviderCode.FORBIDDEN_REQUIRES);
    }

    @Test
    void rejectsAForbiddenRequirementOfAPrivateModule() {
        Path library =
                TestBundle.library("lib.net", "Net", "")
                        .directive("requires java.net.http;")
                        .writeTo(libraries.resolve("net.jar"));
        TestBundle.of("greenhouse")
                .directive("requires lib.net;")
                .with(library)
                .writeTo(ground.at("bundle/greenhouse.jar"));
        copy(library, "bundle/net.jar");

        ProviderStatus status = rejected("bundle", ProviderCode.FORBIDDEN_REQUIRES);
        assertThat(status.reason().orElseThrow()).contains("lib.net", "java.net.http");
    }

    @Test
    void allowsWhatBundlesNeedAndStaticRequirementsThatNobodyFulfils() {
        Path absent =
                TestBundle.library("lib.annotations", "Mark", "")
                        .writeTo(libraries.resolve("annotations.jar"));
        TestBundle.of("greenhouse")
                .directive(
                        "requires java.xml; requires java.logging; requires jakarta.json; requires jakarta.json.bind;")
                .directive(
                        "requires static org.jspecify; requires static java.sql; requires static lib.annotations;")
                .with(absent)
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        assertThat(ground.open().isActive("greenhouse")).isTrue();
    }

    @Test
    void rejectsARequirementThatIsNowhereToBeFound() {
        Path library =
                TestBundle.library("lib.absent", "Absent", "")
                        .writeTo(libraries.resolve("absent.jar"));
        TestBundle.of("greenhouse")
                .directive("requires lib.absent;")
                .with(library)
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        ProviderStatus status = rejected("greenhouse-1.0.0.jar", ProviderCode.MISSING_MODULE);
        assertThat(status.reason().orElseThrow()).contains("acme.greenhouse", "lib.absent");
    }

    @Test
    void allowsAPackageOfTheHostThatTheBundleDoesNotSee() {
        TestBundle.of("greenhouse")
                .source("jakarta.json.bind", "Own", "public class Own {}")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        assertThat(ground.open().isActive("greenhouse")).isTrue();
    }

    @Test
    void rejectsABundleThatContainsAPackageOfTheSpi() {
        TestBundle.of("greenhouse")
                .file("io/convene/core/spi/Extra.class", "a class by its name")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        ProviderStatus status = rejected("greenhouse-1.0.0.jar", ProviderCode.PACKAGE_CLASH);
        assertThat(status.reason().orElseThrow())
                .contains("acme.greenhouse", "io.convene.core", "io.convene.core.spi");
    }

    @Test
    void rejectsAPackageOfTheSpiInAPrivateModuleThatDoesNotEvenSeeIt() {
        TestBundle.library("lib.more", "More", "")
                .file("io/convene/core/spi/Extra.class", "a class by its name")
                .writeTo(ground.at("bundle/more.jar"));
        TestBundle.of("greenhouse").writeTo(ground.at("bundle/greenhouse.jar"));

        assertThat(rejected("bundle", ProviderCode.PACKAGE_CLASH).reason().orElseThrow())
                .contains("lib.more");
    }

    @Test
    void rejectsAPackageInTwoPrivateModules() {
        Path one =
                TestBundle.library("lib.one", "One", "")
                        .source("shared.inner", "A", "class A {}")
                        .writeTo(libraries.resolve("one.jar"));
        Path two =
                TestBundle.library("lib.two", "Two", "")
                        .source("shared.inner", "B", "class B {}")
                        .writeTo(libraries.resolve("two.jar"));
        TestBundle.of("greenhouse").writeTo(ground.at("bundle/greenhouse.jar"));
        copy(one, "bundle/one.jar");
        copy(two, "bundle/two.jar");

        assertThat(rejected("bundle", ProviderCode.PACKAGE_CLASH).reason().orElseThrow())
                .contains("shared.inner");
    }

    @Test
    void rejectsTwoJarsOfOneModule() {
        TestBundle.of("greenhouse").writeTo(ground.at("bundle/greenhouse.jar"));
        TestBundle.library("lib.one", "One", "").writeTo(ground.at("bundle/one.jar"));
        TestBundle.library("lib.one", "One", "").writeTo(ground.at("bundle/two.jar"));

        assertThat(rejected("bundle", ProviderCode.UNRESOLVABLE).reason().orElseThrow())
                .contains("lib.one");
    }

    @Test
    void rejectsABundleThatCallsItselfLikeTheHost() {
        TestBundle.of("greenhouse", "io.convene.launcher")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));

        rejected("greenhouse-1.0.0.jar", ProviderCode.UNRESOLVABLE);
    }

    @Test
    void rejectsModulesThatRequireEachOther() {
        Path first = TestBundle.library("lib.one", "One", "").writeTo(libraries.resolve("one.jar"));
        Path second =
                TestBundle.library("lib.two", "Two", "")
                        .directive("requires lib.one;")
                        .with(first)
                        .writeTo(libraries.resolve("two.jar"));
        Path circular =
                TestBundle.library("lib.one", "One", "")
                        .directive("requires lib.two;")
                        .with(
                                TestBundle.library("lib.two", "Two", "")
                                        .writeTo(libraries.resolve("plain.jar")))
                        .writeTo(libraries.resolve("circular.jar"));
        TestBundle.of("greenhouse").writeTo(ground.at("bundle/greenhouse.jar"));
        copy(circular, "bundle/one.jar");
        copy(second, "bundle/two.jar");

        rejected("bundle", ProviderCode.UNRESOLVABLE);
    }

    @Test
    void hidesACopyOfTheSpiAndSaysSo() {
        TestBundle.of("greenhouse").writeTo(ground.at("bundle/greenhouse.jar"));
        copyOfCore("bundle/convene-core.jar");
        Providers providers = ground.open();

        ProviderStatus status = Ground.status(providers, "bundle");
        assertThat(status.state()).isEqualTo(ProviderState.ACTIVE);
        assertThat(status.code()).contains(ProviderCode.HIDDEN_COPY);
        assertThat(status.reason().orElseThrow()).contains("io.convene.core");
        assertThat(providers.isActive("greenhouse")).isTrue();
    }

    @Test
    void servesABundleWithAnAutomaticModuleAndSaysSo() {
        Path library =
                TestBundle.library(
                                "plain",
                                "Plain",
                                "public static String name() { return \"plain\"; }")
                        .withoutModuleInfo()
                        .manifest("Automatic-Module-Name", "plain")
                        .writeTo(libraries.resolve("plain.jar"));
        TestBundle.of("greenhouse")
                .directive("requires plain;")
                .with(library)
                .provider("public String toString() { return plain.Plain.name(); }")
                .writeTo(ground.at("bundle/greenhouse.jar"));
        copy(library, "bundle/plain.jar");
        Providers providers = ground.open();

        assertThat(Ground.status(providers, "bundle").code())
                .contains(ProviderCode.AUTOMATIC_MODULE);
        try (Lease lease = Ground.lease(providers, "greenhouse")) {
            assertThat(lease.uncontained()).hasToString("plain");
        }
    }

    @Test
    void takesTheHostsModulesInsteadOfCopiesNextToAnAutomaticModule() {
        TestBundle.library("plain", "Plain", "")
                .withoutModuleInfo()
                .manifest("Automatic-Module-Name", "plain")
                .writeTo(ground.at("bundle/plain.jar"));
        Path copy =
                TestBundle.library("com.fasterxml.jackson.core", "Own", "")
                        .writeTo(ground.at("bundle/jackson.jar"));
        TestBundle.of("greenhouse")
                .directive("requires com.fasterxml.jackson.core;")
                .with(copy)
                .writeTo(ground.at("bundle/greenhouse.jar"));

        assertThat(ground.open().isActive("greenhouse")).isTrue();
    }

    @Test
    void rejectsAnAutomaticModuleWithAPackageOfTheHost() {
        TestBundle.library("jakarta.json.bind", "Own", "")
                .withoutModuleInfo()
                .manifest("Automatic-Module-Name", "plain")
                .writeTo(ground.at("bundle/plain.jar"));
        TestBundle.of("greenhouse").writeTo(ground.at("bundle/greenhouse.jar"));

        rejected("bundle", ProviderCode.PACKAGE_CLASH);
    }

    private ProviderStatus rejected(String bundle, ProviderCode code) {
        ProviderStatus status = Ground.status(ground.open(), bundle);
        assertThat(status.state()).isEqualTo(ProviderState.REJECTED);
        assertThat(status.code()).as(status.toString()).contains(code);
        return status;
    }

    private void copyOfCore(String name) {
        Path core = TestBundle.coreLocation();
        if (Files.isDirectory(core)) {
            TestBundle.library("io.convene.core", "Copy", "").writeTo(ground.at(name));
        } else {
            copy(core, name);
        }
    }

    private void copy(Path jar, String name) {
        try {
            Files.copy(jar, ground.at(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
