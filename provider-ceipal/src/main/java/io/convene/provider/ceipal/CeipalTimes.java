package io.convene.provider.ceipal;

import io.convene.core.Text;
import io.convene.core.Timestamps;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ceipal's times, seen from one zone, if it is known. With {@code Z} or an offset they are trusted;
 * without, they are the zone's own, and absent without a zone. Dates are {@code yyyy-MM-dd} or
 * {@code MM/dd/yyyy}, times of day have 24 hours, or 12 with AM or PM. A time that the zone skips
 * is moved on by the length of the gap, of a time that it has twice the first is meant.
 */
record CeipalTimes(Optional<ZoneId> zone) {
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final DateTimeFormatter AMERICAN_DATE = formatter("M/d/uuuu");
    private static final DateTimeFormatter TIME = formatter("H:mm[:ss[.SSSSSS][.SSS]]");
    private static final DateTimeFormatter TIME_OF_HALF_DAY = formatter("h[:mm[:ss]][ ]a");

    private static final Pattern MIDNIGHT = Pattern.compile("00:00(:00(\\.0+)?)?(Z|[+-].+)?");

    CeipalTimes(ZoneId zone) {
        this(Optional.of(zone));
    }

    /**
     * These times in the zone of that name. Without a name nothing changes; a name that means no
     * zone leaves none, because any other zone would be a guess.
     */
    CeipalTimes in(Text name) {
        return name.isPresent() ? new CeipalTimes(CeipalZones.of(name.string())) : this;
    }

    /** A date-time, or a date, which is its midnight; in UTC, absent when it cannot be read. */
    Text utc(Text time) {
        Parts parts = Parts.of(time);
        return parts.hasOffset()
                ? Timestamps.utc(Text.of(parts.whole()))
                : instant(parts.date(), parts.time().isEmpty() ? "00:00" : parts.time())
                        .map(Timestamps::text)
                        .orElse(Text.absent());
    }

    /**
     * The instant meant by a time of day on that date. The time may bring its own date; without
     * one, the date's own time of day counts, unless it is midnight, which is how a date alone is
     * written too.
     */
    Optional<Instant> on(Text date, Text time) {
        if (!time.isPresent()) {
            return Parts.of(date).isMidnight() ? Optional.empty() : moment(date);
        }
        String clock = CeipalText.plain(time.string());
        return localTime(clock).isPresent() ? instant(Parts.of(date).date(), clock) : moment(time);
    }

    /**
     * The end of an interview that begins at {@code start}. A time of day before it is meant of the
     * next day, unless that makes half a day or more: so it comes out when AM and PM were
     * forgotten, and then the end is not known.
     */
    Optional<Instant> endAfter(Optional<Instant> start, Text date, Text time) {
        Optional<Instant> end = time.isPresent() ? on(date, time) : Optional.empty();
        if (start.isEmpty() || end.isEmpty() || !end.get().isBefore(start.get())) {
            return end;
        }
        if (zone.isEmpty() || localTime(CeipalText.plain(time.string())).isEmpty()) {
            return Optional.empty();
        }
        Instant nextDay = end.get().atZone(zone.get()).plusDays(1).toInstant();
        Duration length = Duration.between(start.get(), nextDay);
        return length.compareTo(HALF_A_DAY) < 0 && !length.isNegative()
                ? Optional.of(nextDay)
                : Optional.empty();
    }

    private Optional<Instant> moment(Text time) {
        Parts parts = Parts.of(time);
        return parts.hasOffset()
                ? Timestamps.instant(parts.whole())
                : instant(parts.date(), parts.time());
    }

    private Optional<Instant> instant(String date, String time) {
        if (zone.isEmpty()) {
            return Optional.empty();
        }
        return localDate(date)
                .flatMap(day ->
                        localTime(time)
                                .map(clock -> day.atTime(clock).atZone(zone.get()).toInstant()));
    }

    private static Optional<LocalDate> localDate(String text) {
        try {
            return Optional.of(
                    text.indexOf('/') < 0
                            ? LocalDate.parse(text)
                            : LocalDate.parse(text, AMERICAN_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> localTime(String text) {
        boolean isHalfDay = text.endsWith("M") || text.endsWith("m");
        try {
            return Optional.of(LocalTime.parse(text, isHalfDay ? TIME_OF_HALF_DAY : TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A date, and a time of day after a space or T, perhaps with an offset. */
    private record Parts(String whole, String date, String time) {
        static Parts of(Text text) {
            String whole = CeipalText.plain(text.string());
            int first = whole.indexOf(' ') < 0 ? whole.indexOf('T') : whole.indexOf(' ');
            return first < 0
                    ? new Parts(whole, whole, "")
                    : new Parts(whole, whole.substring(0, first), whole.substring(first + 1));
        }

        boolean isMidnight() {
            return MIDNIGHT.matcher(time).matches();
        }

        boolean hasOffset() {
            return time.endsWith("Z")
                    || time.endsWith("z")
                    || time.indexOf('+') >= 0
                    || time.indexOf('-') >= 0;
        }
    }
}
