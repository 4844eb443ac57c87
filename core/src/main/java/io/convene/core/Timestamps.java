package io.convene.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * Times of vendors, brought to RFC 3339 in UTC. What is no date or date-time with an offset is
 * absent.
 */
public final class Timestamps {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant BEHIND = Instant.parse("+10000-01-01T00:00:00Z");
    private static final DateTimeFormatter LENIENT =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("['T'][' ']HH:mm")
                    .optionalStart()
                    .appendPattern(":ss")
                    .optionalStart()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                    .optionalEnd()
                    .optionalEnd()
                    .appendPattern("[ ][XXX][XX][X]")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {}

    /**
     * The time in UTC: copied as it is when it already is RFC 3339 in UTC, converted when it has
     * another offset, midnight UTC when it is a date alone, else absent.
     */
    public static Text utc(Text time) {
        if (!time.isPresent() || isUtc(time)) {
            return time;
        }
        return instant(time).map(Timestamps::text).orElseGet(Text::absent);
    }

    /**
     * The instant in RFC 3339, with as many digits of a second as it needs; absent beyond the year
     * 9999.
     */
    public static Text text(Instant instant) {
        return instant.isBefore(FIRST) || !instant.isBefore(BEHIND)
                ? Text.absent()
                : Text.of(instant.toString());
    }

    /**
     * The instant meant by a date-time with an offset, or by a date, which is its midnight in UTC.
     */
    public static Optional<Instant> instant(Text time) {
        if (!time.isPresent()) {
            return Optional.empty();
        }
        return isUtc(time) ? Optional.of(ofUtc(time)) : instant(time.string());
    }

    /** Reads the form that nearly all times have, without the cost of a formatter. */
    private static Instant ofUtc(Text time) {
        long day =
                LocalDate.of(two(time, 0) * 100 + two(time, 2), two(time, 5), two(time, 8))
                        .toEpochDay();
        long second = day * 86_400 + two(time, 11) * 3_600L + two(time, 14) * 60L + two(time, 17);
        long nanos = 0;
        int digits = 0;
        for (int i = 20; i < time.length() - 1; i++) {
            nanos = nanos * 10 + time.at(i) - '0';
            digits++;
        }
        for (; digits > 0 && digits < 9; digits++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(second, nanos);
    }

    /**
     * The instant meant by a date-time with an offset, or by a date, which is its midnight in UTC.
     */
    public static Optional<Instant> instant(String time) {
        String stripped = time.strip();
        try {
            return Optional.of(
                    stripped.length() == 10
                            ? LocalDate.parse(stripped).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(stripped, LENIENT).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isUtc(Text time) {
        int length = time.length();
        if (length < 20 || length > 30 || time.isEscaped() || time.at(length - 1) != 'Z') {
            return false;
        }
        if (time.at(4) != '-'
                || time.at(7) != '-'
                || time.at(10) != 'T'
                || time.at(13) != ':'
                || time.at(16) != ':') {
            return false;
        }
        if (length > 20 && (time.at(19) != '.' || length == 21)) {
            return false;
        }
        for (int i = 20; i < length - 1; i++) {
            if (!isDigit(time.at(i))) {
                return false;
            }
        }
        int year = two(time, 0) * 100 + two(time, 2);
        int month = two(time, 5);
        int day = two(time, 8);
        return two(time, 0) >= 0
                && two(time, 2) >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= LocalDate.of(year, month, 1).lengthOfMonth())
                && inRange(two(time, 11), 23)
                && inRange(two(time, 14), 59)
                && inRange(two(time, 17), 59);
    }

    private static boolean inRange(int value, int max) {
        return value >= 0 && value <= max;
    }

    private static int two(Text time, int index) {
        byte tens = time.at(index);
        byte ones = time.at(index + 1);
        return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + ones - '0' : -1;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
