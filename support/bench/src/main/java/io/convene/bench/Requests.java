package io.convene.bench;

import io.convene.bench.crowd.Crowd;
import io.convene.bench.crowd.Pace;
import io.convene.bench.crowd.Tally;
import io.convene.bench.process.Configurations;
import io.convene.bench.process.Customers;
import io.convene.bench.process.Row;
import io.convene.bench.process.VendorPage;

import java.time.Duration;
import java.util.List;

/** The requests of many callers to Convene. */
final class Requests {
    /** How many callers load a process as wrk does. */
    static final int FEW = 16;

    /** All callers have one token and all accounts one vendor, who may have all places. */
    static final String WHOLE_SHARES = "-Dserver.shares.token=100 -Dserver.shares.vendor=100";

    private static final VendorPage PAGE = new VendorPage("ashby", 100);

    private Requests() {}

    /** One for each of those customers. */
    static List<byte[]> of(Customers customers) {
        return customers.requests().stream()
                .map(request -> Crowd.get(request, Configurations.TOKEN))
                .toList();
    }

    /** Loads a process with pages of a fast vendor. */
    static void warmUp(Row row, Duration duration) {
        byte[] request = Crowd.get(PAGE.request(), Configurations.TOKEN);
        try (Crowd few = Crowd.connect(row.address(), List.of(request), FEW)) {
            requireServed(row, few.run(Pace.again(duration)));
        }
    }

    /**
     * Returns what was counted.
     *
     * @throws BenchException when nothing was served, or something failed
     */
    static Tally requireServed(Row row, Tally tally) {
        if (tally.served() == 0 || tally.failed() > 0) {
            throw new BenchException("%s does not work: %s".formatted(row.label(), tally));
        }
        return tally;
    }
}
