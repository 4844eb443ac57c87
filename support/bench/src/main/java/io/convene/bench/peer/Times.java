package io.convene.bench.peer;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Times in UTC. */
final class Times {
    private static final Pattern UTC =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final int DATE = 10;

    private Times() {}

    /** The time in UTC: as it is when it already is, a date alone at midnight. */
    static @Nullable String utc(@Nullable String time) {
        if (time == null || UTC.matcher(time).matches()) {
            return time;
        }
        if (time.length() == DATE) {
            return time + "T00:00:00Z";
        }
        try {
            return OffsetDateTime.parse(time).toInstant().toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
