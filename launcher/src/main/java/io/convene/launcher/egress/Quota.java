package io.convene.launcher.egress;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a vendor is called for one account: never more calls than that within any span of that
 * duration. Written {@code 60/PT1M}, or {@code off}.
 *
 * @param calls from 1 to 10,000
 * @param per from 10 ms to a day
 */
public record Quota(int calls, Duration per) {
    private static final int MOST_CALLS = 10_000;
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern FORM = Pattern.compile("(?<calls>\\d{1,9})/(?<per>[Pp]\\S+)");

    public Quota {
        if (calls < 1
                || calls > MOST_CALLS
                || per.compareTo(SHORTEST) < 0
                || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("no quota: " + calls + "/" + per);
        }
    }

    /**
     * The quota that the text states, none when it says {@code off}.
     *
     * @throws IllegalArgumentException when {@link #problem} has something to say about the text
     */
    public static Optional<Quota> parse(String text) {
        Optional<String> problem = problem(text);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        return isOff(text) ? Optional.empty() : read(text);
    }

    /** What is wrong with the text of a quota, in one sentence; nothing when it is right. */
    public static Optional<String> problem(String text) {
        if (isOff(text) || read(text).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                "\""
                        + text
                        + "\" is no quota: write 1 to 10000 calls per ISO 8601 duration of at most"
                        + " a day, such as 60/PT1M, or off.");
    }

    private static boolean isOff(String text) {
        return text.strip().equalsIgnoreCase("off");
    }

    private static Optional<Quota> read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Quota(
                            Integer.parseInt(matcher.group("calls")),
                            Duration.parse(matcher.group("per"))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return calls + "/" + per;
    }
}
