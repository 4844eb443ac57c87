package io.convene.launcher.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * How often something may happen, written like {@code 500/PT10S}.
 *
 * @param calls how many times, from 1 to 1,000,000
 * @param period in how long a time, from a second to a day
 */
public record Rate(int calls, Duration period) {
    private static final int MOST_CALLS = 1_000_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public Rate {
        if (calls < 1 || calls > MOST_CALLS) {
            throw new IllegalArgumentException("the number of calls is not from 1 to 1000000");
        }
        if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the period is not from PT1S to PT24H");
        }
    }

    /**
     * Reads a rate.
     *
     * @throws IllegalArgumentException that names the mistake in the text in a few words
     */
    public static Rate parse(String text) {
        int slash = text.indexOf('/');
        String calls = slash < 0 ? "" : text.substring(0, slash);
        if (!calls.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("it is not a number of calls, a slash and a period");
        }
        try {
            return new Rate(Integer.parseInt(calls), Duration.parse(text.substring(slash + 1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the period is not an ISO 8601 duration", e);
        }
    }
}
