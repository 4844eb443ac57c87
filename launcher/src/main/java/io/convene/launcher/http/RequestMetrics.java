package io.convene.launcher.http;

import io.convene.launcher.metrics.Counter;
import io.convene.launcher.metrics.Family;
import io.convene.launcher.metrics.Histogram;
import io.convene.launcher.metrics.Metrics;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests by their route, the status they were answered with, and the integration that was
 * asked. Thread-safe.
 */
public final class RequestMetrics {
    /** The status of an answer that ended before it was whole. */
    private static final String BROKEN = "broken";

    /**
     * The status of a request whose caller left before the answer was complete, as nginx has it.
     */
    private static final String LEFT = "499";

    /** The integration of a request that asked none. */
    static final String NO_INTEGRATION = "";

    private final LongAdder inFlight = new LongAdder();
    private final Family<Counter> requests;
    private final Family<Histogram> durations;

    public RequestMetrics(Metrics metrics) {
        requests =
                metrics.counters(
                        "convene_requests_total",
                        "Requests that were answered; the status is broken where the answer was cut off.",
                        "route",
                        "status",
                        "integration");
        durations =
                metrics.durations(
                        "convene_request_duration_seconds",
                        "Time from the request's head until its answer was sent.",
                        "route",
                        "integration");
        metrics.gauge(
                "convene_requests_in_flight",
                "Requests that are being answered, the one for this page among them.",
                inFlight::sum);
    }

    /** A request begins; every one must {@link #end}. Returns when. */
    long begin() {
        inFlight.increment();
        return System.nanoTime();
    }

    /**
     * A request is over.
     *
     * @param whole whether its answer was sent to its end
     * @param left whether the caller was found to have left
     */
    void end(String route, EncodedResponse answer, boolean whole, boolean left, long start) {
        inFlight.decrement();
        String integration = answer.integration();
        durations.of(route, integration).since(start);
        String status = left ? LEFT : BROKEN;
        if (whole) {
            status = Integer.toString(answer.status().code());
        }
        requests.of(route, status, integration).increment();
    }

    /** A request was answered with that status before its route was known. */
    void refused(int status) {
        requests.of(Family.OTHER, Integer.toString(status), NO_INTEGRATION).increment();
    }
}
