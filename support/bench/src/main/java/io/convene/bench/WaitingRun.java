package io.convene.bench;

import io.convene.bench.crowd.Crowd;
import io.convene.bench.crowd.Pace;
import io.convene.bench.crowd.Tally;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Customers;
import io.convene.bench.process.LiveHeap;
import io.convene.bench.process.Memory;
import io.convene.bench.process.Row;
import io.convene.bench.process.ServerProcess;
import io.convene.bench.process.VendorPage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Waves of requests at one process whose vendor is slow.
 *
 * @param callers requests in a wave
 * @param idle MiB resident before the first wave, after a collection
 * @param waves one after the other; fewer than wanted if the process ended
 * @param live KiB of objects for each request whose vendor is waited for, idle callers included
 * @param lastWords the last line that the process printed, if it ended
 */
record WaitingRun(
        int callers, double idle, List<Wave> waves, double live, Optional<String> lastWords) {
    /** A wave, and the most MiB resident in it. */
    record Wave(Tally tally, double peak) {}

    private static final int CUSTOMERS = 1_000;
    private static final int PAGE = 20;
    private static final double KILOBYTES = 1024;
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(300);

    /** Starts a process with those options for its Java runtime and sends the waves. */
    static WaitingRun of(Bench bench, String javaOptions, int waves, Duration vendor) {
        BenchOptions options = bench.options();
        VendorPage page = VendorPage.slow(PAGE, Math.toIntExact(vendor.toMillis()));
        Customers customers = Customers.of(CUSTOMERS, page);
        try (Crew crew =
                Crew.ofConvene(
                        bench.site(),
                        List.of(javaOptions + " " + Requests.WHOLE_SHARES),
                        customers)) {
            Row row = crew.rows().getFirst();
            Requests.warmUp(row, options.warmUp());
            LiveHeap.collect(row.server());
            Memory.forgetPeak(row.server());
            double idle = Memory.resident(row.server());
            double idleHeap = LiveHeap.of(row.server()).mebibytes();
            try (Crowd crowd =
                    Crowd.connect(row.address(), Requests.of(customers), options.callers())) {
                List<Wave> done = new ArrayList<>();
                for (int i = 0; i < waves && row.server().isAlive(); i++) {
                    Bench.pause(BETWEEN);
                    done.add(wave(row, crowd));
                    bench.progress("%s wave %d: %s".formatted(javaOptions, i + 1, done.getLast()));
                }
                double live =
                        row.server().isAlive() ? waitingHeap(row, crowd, idleHeap) : Double.NaN;
                return new WaitingRun(options.callers(), idle, done, live, lastWords(row.server()));
            }
        }
    }

    private static Optional<String> lastWords(ServerProcess process) {
        return process.isAlive() ? Optional.empty() : Optional.of(process.lastLine());
    }

    private static Wave wave(Row row, Crowd crowd) {
        Memory.forgetPeak(row.server());
        Tally tally = crowd.run(Pace.once());
        return new Wave(tally, row.server().isAlive() ? Memory.peak(row.server()) : Double.NaN);
    }

    /**
     * KiB of objects for each call that was on its way when most were, in one more wave; not a
     * number if the process ended.
     */
    private static double waitingHeap(Row row, Crowd crowd, double idle) {
        CompletableFuture<Tally> wave = CompletableFuture.supplyAsync(() -> crowd.run(Pace.once()));
        Optional<LiveHeap> most = Optional.empty();
        while (!wave.isDone()) {
            Bench.pause(LOOK);
            Optional<LiveHeap> now = liveHeap(row);
            if (now.map(LiveHeap::calls).orElse(0) > most.map(LiveHeap::calls).orElse(0)) {
                most = now;
            }
        }
        wave.join();
        return most.map(heap -> (heap.mebibytes() - idle) * KILOBYTES / heap.calls())
                .orElse(Double.NaN);
    }

    private static Optional<LiveHeap> liveHeap(Row row) {
        try {
            return Optional.of(LiveHeap.of(row.server()));
        } catch (BenchException e) {
            // It may be ending, which the caller sees.
            return Optional.empty();
        }
    }

    /** KiB that a waiting request added at most, by resident memory. */
    double kilobytes(Wave wave) {
        return (wave.peak() - idle) * KILOBYTES / callers;
    }

    /** Requests of all waves that were neither served nor refused as it is documented. */
    double failed() {
        return waves.stream().mapToInt(wave -> wave.tally().failed()).sum();
    }

    double refused() {
        return waves.stream().mapToInt(wave -> wave.tally().refused()).sum();
    }
}
