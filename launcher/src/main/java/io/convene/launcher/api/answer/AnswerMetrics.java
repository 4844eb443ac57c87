package io.convene.launcher.api.answer;

import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.StopReason;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.http.ConveneHeaders;
import io.convene.launcher.metrics.Counter;
import io.convene.launcher.metrics.Family;
import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.query.ListResult;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts the contents of answers: interviews, those that could be mapped in part only, and missing
 * values. Once for each answer, never for each interview. Thread-safe.
 */
public final class AnswerMetrics {
    private static final String INTEGRATION = "integration";

    private final Family<Counter> interviews;
    private final Family<Counter> unmapped;
    private final Family<Counter> partial;

    /** Why an answer is partial. */
    private enum Lack {
        /** A side call failed, or the bundle left a field out. */
        SIDE_CALL,
        /** The time for one answer was over. */
        DEADLINE,
        /** The most vendor calls for one answer were made. */
        CALLS,
        /** The account's quota, or the vendor's limit, left no room. */
        RATE_LIMITED,
        /** A page after the first failed. */
        VENDOR_ERROR,
        /** The list ended before the total that the vendor stated. */
        SHORT_LIST,
        /** Too many pages in a row had no record. */
        EMPTY_PAGES,
        /** The bundle failed after the first interview of a stream. */
        BUNDLE_ERROR;

        static Optional<Lack> of(ListResult.Shortfall shortfall) {
            return switch (shortfall) {
                case NONE -> Optional.empty();
                case TOTAL_NOT_REACHED -> Optional.of(SHORT_LIST);
                case EMPTY_PAGES -> Optional.of(EMPTY_PAGES);
            };
        }

        static Lack of(StopReason stopReason) {
            return switch (stopReason) {
                case DEADLINE -> DEADLINE;
                case CALLS -> CALLS;
                case RATE_LIMITED -> RATE_LIMITED;
            };
        }

        static Lack of(VendorException.Kind kind) {
            return switch (kind) {
                case TIMED_OUT -> DEADLINE;
                case EXHAUSTED -> CALLS;
                case RATE_LIMITED -> RATE_LIMITED;
                case BAD_CREDENTIALS,
                        NOT_ALLOWED,
                        NOT_FOUND,
                        REJECTED,
                        BAD_CURSOR,
                        UNUSABLE_ANSWER,
                        UNAVAILABLE ->
                        VENDOR_ERROR;
            };
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AnswerMetrics(Metrics metrics) {
        interviews =
                metrics.counters(
                        "convene_interviews_total",
                        "Interviews that were mapped and handed to callers.",
                        INTEGRATION);
        unmapped =
                metrics.counters(
                        "convene_unmapped_records_total",
                        "Interviews among them that could be mapped in part only, as "
                                + ConveneHeaders.UNMAPPED
                                + " tells callers.",
                        INTEGRATION);
        partial =
                metrics.counters(
                        "convene_partial_answers_total",
                        "Answers with is_partial_response, by why something is missing.",
                        INTEGRATION,
                        "reason");
    }

    /** Begins to count for that integration, so that zero differs from unknown. */
    public void expect(String integration) {
        interviews.of(integration);
        unmapped.of(integration);
        Arrays.stream(Lack.values()).forEach(lack -> partial.of(integration, lack.text()));
    }

    /**
     * A list was read.
     *
     * @param failed the failure after the first page, if there was one
     * @param stopReason the reason why there is no further page, if one was wanted
     */
    void read(
            String integration,
            ListResult outcome,
            Optional<VendorFailure> failed,
            Optional<StopReason> stopReason) {
        handed(integration, outcome.count(), outcome.unmapped());
        if (outcome.partial() || failed.isPresent()) {
            Lack lack =
                    failed.map(failure -> Lack.of(failure.kind()))
                            .or(() -> Lack.of(outcome.shortfall()))
                            .or(() -> stopReason.map(Lack::of))
                            .orElse(Lack.SIDE_CALL);
            partial.of(integration, lack.text()).increment();
        }
    }

    /** The bundle failed after so many interviews of a stream. */
    void brokenOff(String integration, int count) {
        handed(integration, count, 0);
        partial.of(integration, Lack.BUNDLE_ERROR.text()).increment();
    }

    /** Interviews were passed on, so many of them mapped in part only. */
    public void handed(String integration, int count, int inPart) {
        interviews.of(integration).add(count);
        if (inPart > 0) {
            unmapped.of(integration).add(inPart);
        }
    }
}
