package io.convene.launcher.http.connection;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The {@code Date} header as an IMF-fixdate (RFC 9110, section 5.6.7): always in GMT, whatever the
 * time zone and the locale of the process. Thread-safe.
 *
 * <p>The server's own header uses the default time zone and days of one digit.
 */
public final class HttpDate {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC);

    private static volatile Stamp last = new Stamp(0, header(0));

    private record Stamp(long second, Header header) {}

    private HttpDate() {}

    /**
     * Returns the header for the current second. The text is made once a second.
     *
     * @return a header named {@code Date}
     */
    public static Header now() {
        long second = System.currentTimeMillis() / 1000;
        Stamp stamp = last;
        if (stamp.second() != second) {
            stamp = new Stamp(second, header(second));
            last = stamp;
        }
        return stamp.header();
    }

    /**
     * Formats a time.
     *
     * @return a text such as {@code Sun, 06 Nov 1994 08:49:37 GMT}
     */
    static String text(Instant time) {
        return FORMAT.format(time);
    }

    private static Header header(long second) {
        return HeaderValues.create(
                HeaderNames.DATE, true, false, text(Instant.ofEpochSecond(second)));
    }
}
