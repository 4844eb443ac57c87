package io.convene.endtoend.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces a bundle again and again. {@code ./build soak} measures the callers' times too, and
 * reloads more often.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ReplacementTests {
    private static final int CONNECTIONS = 16;
    private static final int REPLACEMENTS = Integer.getInteger("convene.replacements", 20);

    /** How often times with and without replacements are compared; 0 does not measure. */
    private static final int ROUNDS = Integer.getInteger("convene.replacement.rounds", 0);

    private static final int RELOADS = Integer.getInteger("convene.reloads", 60);

    /**
     * The profiles of warm code grow the metaspace by less; classes of bundles that stay would grow
     * it by 60 KiB a reload.
     */
    private static final long GROWTH = 5 << 19;

    @TempDir private Path folder;

    @Test
    void failsNoRequestWhileABundleIsReplaced() throws Exception {
        try (Site site = site().start()) {
            ReplacedBundle bundle = ReplacedBundle.of(site, "greenhouse", folder);
            ListLoad.Result result =
                    run(
                            site,
                            () -> {
                                for (int i = 0; i < REPLACEMENTS; i++) {
                                    bundle.replace();
                                    TimeUnit.MILLISECONDS.sleep(200);
                                }
                            });

            assertThat(result.failures()).isEmpty();
            assertThat(result.nanos()).hasSizeGreaterThan(REPLACEMENTS * CONNECTIONS);
        }
    }

    @Test
    void slowsRequestsDownByLessThanTwice() throws Exception {
        assumeTrue(ROUNDS > 0, "only ./build soak measures");
        try (Site site = site().start()) {
            ReplacedBundle bundle = ReplacedBundle.of(site, "greenhouse", folder);
            run(site, () -> TimeUnit.SECONDS.sleep(20));
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ListLoad.Result without = run(site, () -> TimeUnit.SECONDS.sleep(REPLACEMENTS));
                ListLoad.Result with = run(site, () -> replaceEachSecond(bundle));
                System.out.printf("replacements: without %s; with %s%n", without, with);
                assertThat(with.failures()).isEmpty();
                ratios.add(with.p99Millis() / without.p99Millis());
            }

            assertThat(ratios.stream().sorted().toList().get(ROUNDS / 2))
                    .as("p99 with replacements over p99 without: %s", ratios)
                    .isLessThanOrEqualTo(2.0);
        }
    }

    @Test
    void holdsNothingMoreAfterManyReloads() throws Exception {
        try (Site site = site().start()) {
            ReplacedBundle bundle = ReplacedBundle.of(site, "greenhouse", folder);
            reload(site, bundle, 100);
            Held before = Held.by(site);
            reload(site, bundle, RELOADS);
            Held after = Held.by(site);

            assertThat(after.classes())
                    .as("%s, %s", before, after)
                    .isLessThan(before.classes() + 300);
            assertThat(after.metaspace())
                    .as("%s, %s", before, after)
                    .isLessThan(before.metaspace() + GROWTH);
            assertThat(after.threads())
                    .as("%s, %s", before, after)
                    .isLessThan(before.threads() + 5);
            assertThat(after.files()).as("%s, %s", before, after).isLessThan(before.files() + 5);
            assertThat(site.get("/admin/providers", Site.TOKEN).text()).doesNotContain("LEAKED");
        }
    }

    private Site site() throws Exception {
        return Site.over(Sandbox.builder().interviews(100).start(), folder, "greenhouse");
    }

    private interface Action {
        void run() throws Exception;
    }

    private static ListLoad.Result run(Site site, Action action) throws Exception {
        try (ListLoad load = new ListLoad(site, "greenhouse", CONNECTIONS)) {
            action.run();
            return load.stop();
        }
    }

    private static void replaceEachSecond(ReplacedBundle bundle) throws Exception {
        for (int i = 0; i < REPLACEMENTS; i++) {
            long begin = System.nanoTime();
            bundle.replace();
            Duration left = Duration.ofSeconds(1).minusNanos(System.nanoTime() - begin);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, left.toNanos()));
        }
    }

    private static void reload(Site site, ReplacedBundle bundle, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            bundle.replace();
            assertThat(site.interviews("greenhouse", "&limit=5").status()).isEqualTo(200);
        }
    }

    /** What a process holds after a garbage collection, as its metrics say. */
    private record Held(double classes, double metaspace, double threads, double files) {
        static Held by(Site site) throws Exception {
            for (int i = 0; i < 3; i++) {
                collectGarbage(site.process().pid());
            }
            Answer metrics = site.get("/metrics", Site.TOKEN);
            return new Held(
                    value(metrics, "jvm_classes_currently_loaded"),
                    value(metrics, "jvm_memory_pool_used_bytes{pool=\"Metaspace\"}"),
                    value(metrics, "jvm_threads_current"),
                    value(metrics, "process_open_fds"));
        }

        private static double value(Answer metrics, String name) {
            Matcher line =
                    Pattern.compile("^%s (\\S+)$".formatted(Pattern.quote(name)), Pattern.MULTILINE)
                            .matcher(metrics.text());
            assertThat(line.find()).as(name).isTrue();
            return Double.parseDouble(line.group(1));
        }

        private static void collectGarbage(long pid) throws Exception {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process process =
                    new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            assertThat(process.waitFor()).isZero();
        }
    }
}
