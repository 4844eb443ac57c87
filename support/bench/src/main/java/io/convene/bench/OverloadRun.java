package io.convene.bench;

import io.convene.bench.crowd.AgainPace;
import io.convene.bench.crowd.Crowd;
import io.convene.bench.crowd.Pace;
import io.convene.bench.crowd.Tally;
import io.convene.bench.load.Load;
import io.convene.bench.load.OpenLoop;
import io.convene.bench.process.Configurations;
import io.convene.bench.process.CpuTime;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Customers;
import io.convene.bench.process.Memory;
import io.convene.bench.process.Row;
import io.convene.bench.process.VendorPage;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One process under three times as many callers as it admits, and the peak before and after.
 *
 * @param before the requests of as many callers as it admits
 * @param during those of three times as many
 * @param after as before
 */
record OverloadRun(Tally before, Overload during, Tally after) {
    /**
     * The time of the overload.
     *
     * @param tally the requests
     * @param spent CPU time of the process
     * @param health the latency of {@code /health/live}
     * @param resident MiB in every quarter
     */
    record Overload(Tally tally, CpuTime spent, Load health, Quarters resident) {
        /** Milliseconds of CPU time for a request served, the refusals included. */
        double cpu() {
            return spent.total() / tally.served();
        }

        /** Refusals, as a part of all requests. */
        double refusals() {
            return (double) tally.refused() / tally.total();
        }
    }

    private static final int CUSTOMERS = 1_000;
    private static final int PAGE = 20;
    private static final int TIMES = 3;
    private static final int HEALTH_RATE = 20;
    private static final Duration LONGEST_PEAK = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(500);

    /**
     * Starts a process that admits so many.
     *
     * @param vendor the time that its vendor takes for an answer
     * @param pause of a caller after a refusal
     */
    static OverloadRun of(Bench bench, int limit, Duration vendor, Duration pause) {
        BenchOptions options = bench.options();
        VendorPage page = VendorPage.slow(PAGE, Math.toIntExact(vendor.toMillis()));
        Customers customers = Customers.of(CUSTOMERS, page);
        try (Crew crew = Crew.ofConvene(bench.site(), List.of(options(limit)), customers)) {
            Row row = crew.rows().getFirst();
            Requests.warmUp(row, options.warmUp());
            Duration peak =
                    options.overload().compareTo(LONGEST_PEAK) < 0
                            ? options.overload()
                            : LONGEST_PEAK;
            try (Crowd usual = Crowd.connect(row.address(), Requests.of(customers), limit);
                    Crowd many =
                            Crowd.connect(row.address(), Requests.of(customers), TIMES * limit)) {
                AgainPace pace = AgainPace.spread(limit, vendor, peak, pause);
                Tally before = Requests.requireServed(row, usual.run(pace));
                bench.progress("peak: %s".formatted(before));
                return new OverloadRun(
                        before,
                        overload(
                                bench,
                                row,
                                many,
                                AgainPace.spread(
                                        many.callers(), vendor, options.overload(), pause)),
                        usual.run(pace));
            }
        }
    }

    private static String options(int limit) {
        return "-Dserver.max-requests=%d %s".formatted(limit, Requests.WHOLE_SHARES);
    }

    private static Overload overload(Bench bench, Row row, Crowd many, Pace pace) {
        Duration time = bench.options().overload();
        OpenLoop health =
                OpenLoop.get(URI.create(row.address() + "/health/live"), Configurations.TOKEN);
        CpuTime before = CpuTime.of(row.serving());
        try (Sampler memory = Sampler.start(() -> Memory.resident(row.server()), LOOK)) {
            CompletableFuture<Load> latency =
                    CompletableFuture.supplyAsync(() -> health.run(HEALTH_RATE, time));
            Tally tally = many.run(pace);
            bench.progress("overload: %s".formatted(tally));
            CpuTime spent = CpuTime.of(row.serving()).since(before);
            return new Overload(tally, spent, joined(latency), Quarters.of(memory.values()));
        }
    }

    private static Load joined(CompletableFuture<Load> latency) {
        try {
            return latency.join();
        } catch (CompletionException e) {
            throw new BenchException("/health/live was not answered: " + e.getCause());
        }
    }

    /** The mean of both peaks, in served requests a second. */
    double peak() {
        return (before.perSecond() + after.perSecond()) / 2;
    }

    /** Requests served in the overload over those served at the peak. */
    double goodput() {
        return during.tally().perSecond() / peak();
    }
}
