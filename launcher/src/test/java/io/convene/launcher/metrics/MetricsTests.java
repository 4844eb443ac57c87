package io.convene.launcher.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

class MetricsTests {
    private final Metrics metrics = new Metrics();

    @Test
    void writesWhatPrometheusReads() {
        metrics.counters("b_total", "Counts \\ and\nmore \"quoted\".", "who")
                .of("a\\b\n\"c\"")
                .add(2);
        metrics.durations("c_seconds", "Takes.", "who").of("x").record(30_000_000);
        metrics.gauge("a_share", "Is.", () -> 0.5);

        assertThat(new String(metrics.text(), UTF_8))
                .isEqualTo(
                        """
                        # HELP a_share Is.
                        # TYPE a_share gauge
                        a_share 0.5
                        # HELP b_total Counts \\\\ and\\nmore "quoted".
                        # TYPE b_total counter
                        b_total{who="a\\\\b\\n\\"c\\""} 2
                        # HELP c_seconds Takes.
                        # TYPE c_seconds histogram
                        c_seconds_bucket{who="x",le="0.001"} 0
                        c_seconds_bucket{who="x",le="0.0025"} 0
                        c_seconds_bucket{who="x",le="0.005"} 0
                        c_seconds_bucket{who="x",le="0.01"} 0
                        c_seconds_bucket{who="x",le="0.025"} 0
                        c_seconds_bucket{who="x",le="0.05"} 1
                        c_seconds_bucket{who="x",le="0.1"} 1
                        c_seconds_bucket{who="x",le="0.25"} 1
                        c_seconds_bucket{who="x",le="0.5"} 1
                        c_seconds_bucket{who="x",le="1"} 1
                        c_seconds_bucket{who="x",le="2.5"} 1
                        c_seconds_bucket{who="x",le="5"} 1
                        c_seconds_bucket{who="x",le="10"} 1
                        c_seconds_bucket{who="x",le="30"} 1
                        c_seconds_bucket{who="x",le="60"} 1
                        c_seconds_bucket{who="x",le="+Inf"} 1
                        c_seconds_sum{who="x"} 0.03
                        c_seconds_count{who="x"} 1
                        """);
    }

    @Test
    void aDurationFallsIntoTheFirstRangeThatHoldsIt() {
        Histogram durations = metrics.durations("it_seconds", "Takes.").of();
        durations.record(0);
        durations.record(Duration.ofMillis(5).toNanos());
        durations.record(Duration.ofMillis(5).toNanos() + 1);
        durations.record(Duration.ofHours(1).toNanos());

        Scrape scrape = Scrape.of(metrics);

        assertThat(scrape.value("it_seconds_bucket", "le", "0.001")).isEqualTo(1);
        assertThat(scrape.value("it_seconds_bucket", "le", "0.005")).isEqualTo(2);
        assertThat(scrape.value("it_seconds_bucket", "le", "0.01")).isEqualTo(3);
        assertThat(scrape.value("it_seconds_bucket", "le", "60")).isEqualTo(3);
        assertThat(scrape.value("it_seconds_count")).isEqualTo(4);
        assertThat(scrape.value("it_seconds_sum")).isBetween(3600.0, 3600.02);
    }

    @Test
    void whatThereIsNoRoomForIsCountedTogether() {
        Family<Counter> family = metrics.counters("it_total", "Counts.", "who", "what");
        IntStream.range(0, Family.MOST + 50).forEach(i -> family.of("who" + i, "x").increment());

        Scrape scrape = Scrape.of(metrics);

        assertThat(scrape.samples()).hasSize(Family.MOST + 1);
        assertThat(scrape.value("it_total", "who", "other", "what", "other")).isEqualTo(50);
        assertThat(scrape.samples().stream().mapToDouble(Scrape.Sample::value).sum())
                .isEqualTo(Family.MOST + 50);
    }

    @Test
    void valuesUnderTheSameLabelsStandThereOnce() {
        metrics.read(
                MetricKind.GAUGE,
                "it",
                "Is.",
                List.of("who"),
                out -> {
                    out.add(1, "a");
                    out.add(2, "a");
                });

        assertThat(Scrape.of(metrics).value("it", "who", "a")).isEqualTo(3);
    }

    @Test
    void aSourceThatFailsCostsItselfAlone() {
        metrics.gauge(
                "bad",
                "Fails.",
                () -> {
                    throw new IllegalStateException("not now");
                });
        metrics.gauge("good", "Is.", () -> 7);

        Scrape scrape = Scrape.of(metrics);

        assertThat(scrape.types()).containsKey("bad");
        assertThat(scrape.samples()).hasSize(1);
        assertThat(scrape.value("good")).isEqualTo(7);
    }

    @Test
    void refusesANameThatIsTakenOrNone() {
        metrics.counter("it_total", "Counts.");

        assertThatThrownBy(() -> metrics.counter("it_total", "Counts, too."))
                .hasMessage("there is a metric it_total already");
        assertThatThrownBy(() -> metrics.counter("it-total", "Counts."))
                .hasMessage("'it-total' is not a name of a metric or label");
        assertThatThrownBy(() -> metrics.counters("other_total", "Counts.", "Who"))
                .hasMessage("'Who' is not a name of a metric or label");
        assertThatThrownBy(() -> metrics.counters("more_total", "Counts.", "who").of())
                .hasMessage("there are 1 labels, and the values are []");
    }

    @Test
    void losesNothingThatIsCountedAtOnce() throws InterruptedException {
        Family<Counter> family = metrics.counters("it_total", "Counts.", "who");
        Family<Histogram> durations = metrics.durations("it_seconds", "Takes.", "who");
        CountDownLatch done = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            Thread.ofVirtual()
                    .start(() -> {
                        for (int n = 0; n < 1000; n++) {
                            family.of("a" + n % 3).increment();
                            durations.of("a").record(n * 1_000_000L);
                        }
                        done.countDown();
                    });
        }
        while (done.getCount() > 0) {
            Scrape.of(metrics);
        }
        done.await();

        Scrape scrape = Scrape.of(metrics);

        assertThat(scrape.value("it_total", "who", "a0")).isEqualTo(8 * 334);
        assertThat(scrape.value("it_seconds_count", "who", "a")).isEqualTo(8000);
    }

    @Test
    void knowsTheProcess() {
        ProcessMetrics.register(metrics);

        Scrape scrape = Scrape.of(metrics);

        assertThat(scrape.value("jvm_memory_used_bytes", "area", "heap")).isPositive();
        assertThat(scrape.value("process_cpu_seconds_total")).isPositive();
        assertThat(scrape.value("jvm_threads_current")).isPositive();
        assertThat(scrape.value("process_start_time_seconds"))
                .isBetween(1.7e9, System.currentTimeMillis() / 1e3);
        assertThat(scrape.types())
                .containsEntry("jvm_gc_collection_seconds", "summary")
                .containsKeys("convene_build_info", "jvm_runtime_info", "jvm_memory_max_bytes");
    }
}
