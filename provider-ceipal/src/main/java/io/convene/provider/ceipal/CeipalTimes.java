package io.convene.provider.ceipal;

import io.convene.core.Text;
import io.convene.core.Timestamps;

import java.time.DateTimeException;
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
 * Ceipal's times, seen from one zone. With {@code Z} or an offset they are trusted; without, they
 * are the zone's own. Dates are {@code yyyy-MM-dd} or {@code MM/dd/yyyy}, times of day have 24
 * hours, or 12 with AM or PM. A time that the zone skips is moved on by the length of the gap, of a
 * time that it has twice the first is meant.
 */
record CeipalTimes(ZoneId zone) {
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final DateTimeFormatter AMERICAN_DATE = formatter("M/d/uuuu");
    private static final DateTimeFormatter TIME = formatter("H:mm[:ss[.SSSSSS][.SSS]]");
    private static final DateTimeFormatter TIME_OF_HALF_DAY = formatter("h[:mm[:ss]][ ]a");

    private static final Pattern MIDNIGHT = Pattern.compile("00:00(:00(\\.0+)?)?(Z|[+-].+)?");

    /** These times in the zone of that name, if there is one. */
    CeipalTimes in(Text name) {
        try {
            return name.isPresent() ? new CeipalTimes(ZoneId.of(name.string().strip())) : this;
        } catch (DateTimeException e) {
            return this;
        }
    }

    /** A date-time, or a date, which is its midnight; in UTC, absent when it cannot be read. */
    Text utc(Text time) {
        Parts parts = Parts.of(time);
        return parts.hasOffset()
                ? Timestamps.utc(time)
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
        return localTime(time.string().strip()).isPresent()
                ? instant(Parts.of(date).date(), time.string().strip())
                : moment(time);
    }

    /**
     * The end of what begins at {@code start}. A time of day before it is meant of the next day,
     * unless that makes half a day or more: so it comes out when AM and PM were forgotten, and then
     * there is no telling.
     */
    Optional<Instant> behind(Optional<Instant> start, Text date, Text time) {
        Optional<Instant> end = time.isPresent() ? on(date, time) : Optional.empty();
        if (start.isEmpty() || end.isEmpty() || !end.get().isBefore(start.get())) {
            return end;
        }
        Instant nextDay = end.get().atZone(zone).plusDays(1).toInstant();
        Duration length = Duration.between(start.get(), nextDay);
        boolean isTimeOfDay = localTime(time.string().strip()).isPresent();
        return isTimeOfDay && length.compareTo(HALF_A_DAY) < 0 && !length.isNegative()
                ? Optional.of(nextDay)
                : Optional.empty();
    }

    private Optional<Instant> moment(Text time) {
        Parts parts = Parts.of(time);
        return parts.hasOffset() ? Timestamps.instant(time) : instant(parts.date(), parts.time());
    }

    private Optional<Instant> instant(String date, String time) {
        return localDate(date)
                .flatMap(day ->
                        localTime(time).map(clock -> day.atTime(clock).atZone(zone).toInstant()));
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

    /** A date, and a time of day behind a space or T, perhaps with an offset. */
    private record Parts(String date, String time) {
        static Parts of(Text text) {
            String whole = text.string().strip();
            int first = whole.indexOf(' ') < 0 ? whole.indexOf('T') : whole.indexOf(' ');
            return first < 0
                    ? new Parts(whole, "")
                    : new Parts(whole.substring(0, first), whole.substring(first + 1).strip());
        }

        boolean isMidnight() {
            return MIDNIGHT.matcher(time).matches();
        }

        boolean hasOffset() {
            return time.endsWith("Z") || time.indexOf('+') >= 0 || time.indexOf('-') >= 0;
        }
    }
}
