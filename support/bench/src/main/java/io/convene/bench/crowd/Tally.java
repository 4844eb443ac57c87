package io.convene.bench.crowd;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What came of the requests of one run. */
public final class Tally {
    private static final double MILLISECOND = 1e6;

    private final Map<String, Integer> failures = new TreeMap<>();
    private long[] latencies = new long[1024];
    private int served;
    private int documented;
    private int undocumented;
    private double seconds;

    Tally() {}

    /** Counts an answer that came so many nanoseconds after its request. */
    void add(Answer answer, long latency) {
        if (answer.isServed()) {
            if (served == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * served);
            }
            latencies[served++] = latency;
        } else if (answer.isRefusal()) {
            if (answer.isDocumented()) {
                documented++;
            } else {
                undocumented++;
                note("a 503 without Retry-After or the documented body: " + answer.body());
            }
        } else {
            note("status " + answer.status() + ": " + answer.body());
        }
    }

    /** Counts a request without an answer. */
    void addFailure(String cause) {
        note(cause);
    }

    /** Ends the run. */
    Tally over(double after) {
        seconds = after;
        Arrays.sort(latencies, 0, served);
        return this;
    }

    private void note(String failure) {
        failures.merge(failure, 1, Integer::sum);
    }

    /** Requests answered with 200. */
    public int served() {
        return served;
    }

    /** Requests refused with 503, with a {@code Retry-After} and the documented body or not. */
    public int refused() {
        return documented + undocumented;
    }

    /** Those of the refusals that lack either. */
    public int undocumented() {
        return undocumented;
    }

    /** Requests that were neither served nor refused as it is documented. */
    public int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All requests. */
    public int total() {
        return served + documented + failed();
    }

    /** Requests answered with 200 a second. */
    public double perSecond() {
        return served / seconds;
    }

    /** The latency in milliseconds that so great a part of the served requests kept. */
    public double quantile(double part) {
        if (served == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(part * served) - 1;
        return latencies[Math.clamp(index, 0, served - 1)] / MILLISECOND;
    }

    @Override
    public String toString() {
        return "%d served, %d refused, %d failed%s"
                .formatted(served, refused(), failed(), failures.isEmpty() ? "" : " " + failures);
    }
}
