package io.convene.bench.upstream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Chance of a fixed seed: the same page for everybody, on every machine. */
final class Dice {
    private static final Instant FIRST_DAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final List<String> FIRST_NAMES =
            List.of("Ada", "Zoë", "Grace", "Søren", "Mary", "José", "Alan", "Radia", "Edsger");
    private static final List<String> LAST_NAMES =
            List.of("Hopper", "Müller", "Liskov", "O'Neil", "Turing", "Núñez", "Perlman", "Ito");

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** A number of the size of Greenhouse's ids: above 2^32, far below 2^53. */
    long number() {
        return 4_000_000_000L + random.nextInt(1_000_000_000) * 40L;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True in that many of a hundred cases. */
    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T of(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    String firstName() {
        return of(FIRST_NAMES);
    }

    String lastName() {
        return of(LAST_NAMES);
    }

    /** A quarter of an hour within working hours of the first half of 2026. */
    Instant quarterHour() {
        return FIRST_DAY
                .plus(random.nextInt(180), ChronoUnit.DAYS)
                .plus(random.nextInt(36) * 15L, ChronoUnit.MINUTES);
    }

    /** A moment up to four weeks before the other. */
    Instant before(Instant other) {
        return other.minusMillis(1 + random.nextLong(28L * 24 * 3_600_000));
    }

    /** In UTC with milliseconds, as both vendors write times. */
    static String text(Instant time) {
        return MILLISECONDS.format(time);
    }
}
