package io.convene.bench;

import io.convene.bench.load.Download;
import io.convene.bench.process.Configurations;
import io.convene.bench.process.Contender;
import io.convene.bench.process.CpuTime;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Memory;
import io.convene.bench.process.Row;
import io.convene.bench.process.VendorPage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One run of the long list.
 *
 * @param download the list as it was received
 * @param spent the CPU time of the process meanwhile
 * @param resident MiB at every quarter of the list; empty for servers that write no lines
 */
record StreamRun(Download download, CpuTime spent, List<Double> resident) {
    /** At how many places, evenly spaced and the end among them, memory is looked at. */
    static final int MARKS = 4;

    private static final VendorPage LIST = VendorPage.MILLION;
    private static final long COUNT = (long) LIST.size() * LIST.pages();

    /** Starts a server, takes the list from it so many times and stops it. */
    static List<StreamRun> of(Supplier<Crew> start, int times) {
        try (Crew crew = start.get()) {
            List<StreamRun> runs = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                runs.add(take(crew.rows().getFirst()));
            }
            return runs;
        }
    }

    private static StreamRun take(Row row) {
        List<Double> resident = new ArrayList<>();
        CpuTime before = CpuTime.of(row.serving());
        Download download =
                Download.lines(
                        row.url(LIST),
                        Configurations.TOKEN,
                        COUNT / MARKS,
                        lines -> resident.add(Memory.resident(row.server())));
        CpuTime spent = CpuTime.of(row.serving()).since(before);
        if (!isWhole(download, row.contender())) {
            throw new BenchException("the list ended early: " + download);
        }
        return new StreamRun(download, spent, List.copyOf(resident));
    }

    /** All interviews and a last line that says so, or the last page. */
    private static boolean isWhole(Download download, Contender contender) {
        return contender.maps()
                ? download.lines() == COUNT + 1
                        && download.end()
                                .endsWith(",\"result_count\":" + COUNT + ",\"error\":null}\n")
                : download.end().endsWith("\"moreDataAvailable\":false}");
    }

    /** For who follows the run. */
    String text() {
        return Spread.number("%.0f/s", perSecond())
                + resident.stream()
                        .map(held -> Spread.number("%.0f", held))
                        .collect(Collectors.joining(", ", " at MiB ", ""));
    }

    double perSecond() {
        return COUNT / download.seconds();
    }

    /** Millions of bytes a second towards the caller. */
    double megabytes() {
        return download.bytes() / 1e6 / download.seconds();
    }

    /** Microseconds of CPU time for one interview. */
    double cpu() {
        return spent.total() * 1000 / COUNT;
    }

    /** Half of the distance between the extremes of the memory, as a share of their middle. */
    double stray() {
        Spread spread = Spread.of(resident);
        return (spread.max() - spread.min()) / (spread.max() + spread.min());
    }
}
