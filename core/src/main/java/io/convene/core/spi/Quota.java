package io.convene.core.spi;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a vendor may be called for one account: never more calls than that within any span of
 * that duration. A bundle declares the vendor's with {@link ProviderDescriptor.Builder#quota}; an
 * account can replace it by its setting {@code quota}, written {@code 60/PT1M} or {@code off}. The
 * host keeps to it. Immutable.
 *
 * @since 1.0.0
 */
public final class Quota {
    private static final int MOST_CALLS = 10_000;
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern FORM = Pattern.compile("(?<calls>\\d{1,9})/(?<per>[Pp]\\S+)");

    private final int calls;
    private final Duration per;

    private Quota(int calls, Duration per) {
        this.calls = calls;
        this.per = per;
    }

    /**
     * A quota of that many calls.
     *
     * @param calls from 1 to 10,000
     * @param per from 10 ms to a day
     * @return the quota
     * @throws IllegalArgumentException when one of them is out of its range
     */
    public static Quota of(int calls, Duration per) {
        if (calls < 1
                || calls > MOST_CALLS
                || per.compareTo(SHORTEST) < 0
                || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "%d/%s is not a quota; state 1 to 10000 calls per 10 ms to a day."
                            .formatted(calls, per));
        }
        return new Quota(calls, per);
    }

    /** The most calls in a span. */
    public int calls() {
        return calls;
    }

    /** The length of the span. */
    public Duration per() {
        return per;
    }

    static boolean isOff(String text) {
        return text.strip().equalsIgnoreCase("off");
    }

    /** The quota that the text states; none when it states none, or {@code off}. */
    static Optional<Quota> read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    of(
                            Integer.parseInt(matcher.group("calls")),
                            Duration.parse(matcher.group("per"))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quota quota && calls == quota.calls && per.equals(quota.per);
    }

    @Override
    public int hashCode() {
        return Objects.hash(calls, per);
    }

    /** As a setting states it, such as {@code 60/PT1M}. */
    @Override
    public String toString() {
        return "%d/%s".formatted(calls, per);
    }
}
