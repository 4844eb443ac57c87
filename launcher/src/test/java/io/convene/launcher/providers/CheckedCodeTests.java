package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.config.trust.CheckPolicy;
import io.convene.launcher.config.trust.TrustConfig;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

class CheckedCodeTests {
    private Ground ground;
    private Path mark;

    @BeforeEach
    void prepare(@TempDir Path temp) {
        ground = new Ground(temp);
        mark = temp.resolve("mark");
        TestBundle.of("greenhouse")
                .provider(
                        "static { try { java.nio.file.Files.createFile(java.nio.file.Path.of(\"%s\")); }"
                                        .formatted(mark)
                                + " catch (java.io.IOException e) { throw new IllegalStateException(e); } }"
                                + " Object socket() throws Exception { return new java.net.Socket(); }")
                .writeTo(ground.at("greenhouse-1.0.0.jar"));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void refusesCodeThatUsesTooMuchBeforeAnyOfItRuns() {
        ProviderStatus status = status(CheckPolicy.REQUIRE);

        assertThat(status.state()).isEqualTo(ProviderState.REJECTED);
        assertThat(status.code()).contains(ProviderCode.FORBIDDEN_CODE);
        assertThat(status.reason())
                .hasValueSatisfying(reason ->
                        assertThat(reason)
                                .startsWith("greenhouse-1.0.0.jar may use no ")
                                .contains("acme.greenhouse.Acme.", " more."));
        assertThat(mark).doesNotExist();
    }

    @Test
    void servesItWithAWarningWhereItIsAskedFor() {
        ProviderStatus status = status(CheckPolicy.WARN);

        assertThat(status.state()).isEqualTo(ProviderState.ACTIVE);
        assertThat(status.code()).contains(ProviderCode.FORBIDDEN_CODE);
        assertThat(Files.exists(mark)).isTrue();
    }

    @Test
    void doesNotLookAtCodeWhereItIsOff() {
        assertThat(status(CheckPolicy.OFF).code()).isEmpty();
    }

    @Test
    void looksIntoPrivateDependenciesAndLetsThemReadTheClock() {
        Path library =
                TestBundle.library(
                                "acme.dates",
                                "Dates",
                                "static long now() { return System.nanoTime(); }"
                                        + " static Object odd() { return System.getenv(); }")
                        .writeTo(ground.at("lever-1.0.0/dates.jar"));
        TestBundle.of("lever")
                .directive("requires acme.dates;")
                .with(library)
                .writeTo(ground.at("lever-1.0.0/lever.jar"));

        assertThat(Ground.status(open(CheckPolicy.REQUIRE), "lever-1.0.0").reason())
                .contains(
                        "dates.jar may use no environment, but acme.dates.Dates.odd() uses java.lang.System.getenv.");
    }

    private ProviderStatus status(CheckPolicy policy) {
        return Ground.status(open(policy), "greenhouse-1.0.0.jar");
    }

    private Providers open(CheckPolicy policy) {
        return ground.trust(new TrustConfig(CheckPolicy.OFF, Set.of(), policy)).open();
    }
}
