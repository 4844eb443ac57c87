package io.convene.sandbox.fountain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Fountain's two spellings of a time. */
final class LocalTimes {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM dd", Locale.US);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("mm", Locale.US);
    private static final DateTimeFormatter HALF = DateTimeFormatter.ofPattern("a", Locale.US);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.US);

    private LocalTimes() {}

    /** ISO 8601 with milliseconds and the zone's offset. */
    static String iso(Instant instant, ZoneId zone) {
        return ISO.format(instant.atZone(zone));
    }

    /**
     * {@code Wed, Jun 03 @11:27am PDT}: no year, and a blank in place of the hour's missing first
     * digit.
     */
    static String spoken(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return DAY.format(time)
                + " @"
                + (hour < 10 ? " " : "")
                + hour
                + ":"
                + MINUTE.format(time)
                + HALF.format(time).toLowerCase(Locale.ROOT)
                + " "
                + ZONE.format(time);
    }
}
