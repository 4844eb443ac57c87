package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.metrics.Scrape;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The metrics of bundles. */
class ProviderMetricsTests {
    private final Metrics metrics = new Metrics();
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
    void everyChangeAndWhatThereIs() throws IOException {
        TestBundle.of("greenhouse").version("1.2.0").writeTo(ground.at("greenhouse-1.2.0.jar"));
        Providers providers = ground.open();
        ProviderMetrics bundles = new ProviderMetrics(metrics);
        bundles.watch(providers);
        providers.listen(bundles);
        TestBundle.of("ashby").version("2.0.0").writeTo(ground.at("ashby-2.0.0.jar"));
        Files.writeString(ground.at("garbage-1.0.0.jar"), "no jar");
        Files.delete(ground.at("greenhouse-1.2.0.jar"));
        providers.reload();

        assertThat(events("ashby", "active")).isEqualTo(1);
        assertThat(events("greenhouse", "draining")).isEqualTo(1);
        assertThat(events("greenhouse", "unloaded")).isEqualTo(1);
        assertThat(events("", "rejected")).isEqualTo(1);
        Scrape scrape = Scrape.of(metrics);
        assertThat(
                        scrape.value(
                                "convene_provider_bundles",
                                "integration",
                                "ashby",
                                "version",
                                "2.0.0",
                                "state",
                                "active"))
                .isEqualTo(1);
        assertThat(
                        scrape.value(
                                "convene_provider_bundles",
                                "integration",
                                "",
                                "version",
                                "",
                                "state",
                                "rejected"))
                .isEqualTo(1);
    }

    @Test
    void tellsOfThoseThatAreActiveAndOfThoseToCome() {
        TestBundle.of("greenhouse").version("1.2.0").writeTo(ground.at("greenhouse-1.2.0.jar"));
        Providers providers = ground.open();
        List<String> active = new ArrayList<>();
        providers.whenActive(active::add);
        assertThat(active).containsExactly("greenhouse");

        TestBundle.of("ashby").version("2.0.0").writeTo(ground.at("ashby-2.0.0.jar"));
        providers.reload();

        assertThat(active).containsExactly("greenhouse", "ashby");
    }

    private double events(String integration, String state) {
        return Scrape.of(metrics)
                .value("convene_provider_events_total", "integration", integration, "state", state);
    }
}
