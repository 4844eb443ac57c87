package io.convene.launcher.egress.channel;

import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.wire.CallResult;
import io.convene.launcher.egress.wire.CallResult.Answered;
import io.convene.launcher.egress.wire.CallResult.Unanswered;
import io.convene.launcher.metrics.Counter;
import io.convene.launcher.metrics.Family;
import io.convene.launcher.metrics.Histogram;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts the calls to one integration's vendor. Found once for each channel, so that a call looks
 * nothing up. Thread-safe.
 */
public record CallMeters(
        Map<Result, Counter> results,
        Histogram durations,
        Counter repetitions,
        Map<HeldBack, Counter> notMade,
        Circuits circuits,
        TokenCounters tokens) {
    /** How often a host was given up, and called again. */
    record Circuits(Counter opened, Counter closed) {}

    /** How often a token was obtained, and how often not. */
    public record TokenCounters(Counter obtained, Counter failed) {}

    /** The result of a call. */
    enum Result {
        /** A status of 200 to 299. */
        SUCCESS,
        /** A status of 300 to 399, followed or not. */
        REDIRECT,
        /** The status 429. */
        RATE_LIMITED,
        /** Another status of 400 to 499. */
        REFUSED,
        /** Any other status, of 500 and above for the most part. */
        FAILED,
        /** No whole answer in time. */
        TIMED_OUT,
        /** No connection, or one that broke. */
        UNREACHABLE,
        /** An answer that was too large or no HTTP. */
        UNUSABLE
    }

    /** The reason why a call was not made. */
    enum HeldBack {
        /** The host is given up for a while. */
        CIRCUIT,
        /** The account's quota, or a pause that the vendor requested, does not end in time. */
        QUOTA,
        /** As many calls wait as may. */
        QUEUE,
        /** As many calls are under way as may, and none ended in time. */
        SEATS
    }

    /** A counter for each of those words, from a family whose labels are the integration and it. */
    static <E extends Enum<E>> Map<E, Counter> each(
            Class<E> words, Family<Counter> family, String integration) {
        Map<E, Counter> counters = new EnumMap<>(words);
        for (E word : words.getEnumConstants()) {
            counters.put(word, family.of(integration, word.name().toLowerCase(Locale.ROOT)));
        }
        return counters;
    }

    /** A call went out that began at that {@link System#nanoTime}. */
    void called(CallResult outcome, long start) {
        durations.since(start);
        count(results, result(outcome));
    }

    /** A call was held back. */
    void heldBack(HeldBack why) {
        count(notMade, why);
    }

    private static <E extends Enum<E>> void count(Map<E, Counter> counters, E which) {
        Counter counter = counters.get(which);
        if (counter != null) {
            counter.increment();
        }
    }

    private static Result result(CallResult outcome) {
        return switch (outcome) {
            case Answered it -> result(it.answer().statusCode());
            case Unanswered it -> result(it.failure().kind());
        };
    }

    private static Result result(int status) {
        if (status == RetryPolicy.TOO_MANY) {
            return Result.RATE_LIMITED;
        }
        return switch (status / 100) {
            case 2 -> Result.SUCCESS;
            case 3 -> Result.REDIRECT;
            case 4 -> Result.REFUSED;
            default -> Result.FAILED;
        };
    }

    private static Result result(VendorException.Kind kind) {
        return switch (kind) {
            case TIMED_OUT -> Result.TIMED_OUT;
            case UNUSABLE_ANSWER -> Result.UNUSABLE;
            case UNAVAILABLE,
                    BAD_CREDENTIALS,
                    NOT_ALLOWED,
                    RATE_LIMITED,
                    NOT_FOUND,
                    REJECTED,
                    BAD_CURSOR,
                    EXHAUSTED ->
                    Result.UNREACHABLE;
        };
    }
}
