package io.convene.bench;

import io.convene.bench.load.VendorCalls;
import io.convene.bench.load.Wrk;
import io.convene.bench.process.CompilerTime;
import io.convene.bench.process.CpuTime;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Row;
import io.convene.bench.process.VendorPage;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The first seconds of a new process under load, one by one.
 *
 * @param rates requests a second
 * @param cpu milliseconds of CPU time for a request, compilers included
 * @param compilers milliseconds of CPU time in compilers
 */
record WarmUpRun(List<Double> rates, List<Double> cpu, List<Double> compilers) {
    private static final VendorPage PAGE = new VendorPage("ashby", 100);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Starts a process and loads it for so many seconds. */
    static WarmUpRun of(Bench bench, Wrk wrk, int seconds) {
        try (Crew crew = Crew.ofConvene(bench.site(), List.of(""));
                VendorCalls calls = new VendorCalls(bench.site().upstream(false))) {
            Row row = crew.rows().getFirst();
            URI url = row.url(PAGE);
            CompletableFuture<?> load =
                    CompletableFuture.supplyAsync(
                            () -> wrk.run(url, Duration.ofSeconds(seconds + 1)));
            WarmUpRun run = new WarmUpRun(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            CompilerTime compilers = CompilerTime.of(row.server());
            run.look(row, calls, compilers, seconds);
            load.join();
            return run;
        }
    }

    private void look(Row row, VendorCalls calls, CompilerTime compilers, int seconds) {
        long start = System.nanoTime();
        long count = calls.count();
        CpuTime spent = CpuTime.of(row.serving());
        for (int i = 1; i <= seconds; i++) {
            long due = start + i * SECOND.toNanos();
            // Threads of compilers come and go: more often than once a second.
            while (System.nanoTime() < due) {
                compilers.look();
                Bench.pause(Duration.ofNanos(Math.clamp(due - System.nanoTime(), 0, 100_000_000)));
            }
            long now = calls.count();
            CpuTime spentNow = CpuTime.of(row.serving());
            rates.add((double) (now - count));
            cpu.add(spentNow.since(spent).total() / Math.max(1, now - count));
            this.compilers.add(compilers.lap());
            count = now;
            spent = spentNow;
        }
    }
}
