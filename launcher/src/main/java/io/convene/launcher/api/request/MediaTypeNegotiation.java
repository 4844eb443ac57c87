package io.convene.launcher.api.request;

import io.convene.launcher.http.HeaderPreferences;

import java.util.List;

/**
 * Chooses between the two media types of a list by the header {@code Accept} (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>). JSON
 * is the answer to a caller who accepts neither, as in the original, and to one who likes both the
 * same.
 */
public final class MediaTypeNegotiation {
    public static final String JSON = "application/json";
    public static final String LINES = "application/x-ndjson";

    private static final int ANY_TYPE = 0;
    private static final int ANY_SUBTYPE = 1;
    private static final int EXACT = 2;

    /**
     * How welcome a media type is.
     *
     * @param weight from 0, which is not accepted, to 1
     * @param precision how precisely the header names it, higher for more precise
     */
    private record Rank(double weight, int precision) {}

    private MediaTypeNegotiation() {}

    /**
     * Whether lines are accepted and preferred to JSON. Of two that are equally welcome, the one
     * that is named is preferred to the one that only a wildcard accepts.
     *
     * @param accept the header's values, one for each line of the request's head
     */
    public static boolean prefersLines(List<String> accept) {
        List<HeaderPreferences.Preference> ranges = HeaderPreferences.parse(accept);
        Rank lines = rank(ranges, LINES);
        Rank json = rank(ranges, JSON);
        if (lines.weight() != json.weight()) {
            return lines.weight() > json.weight();
        }
        return lines.weight() > 0 && lines.precision() > json.precision();
    }

    /** The rank of a type by the most precise range. */
    private static Rank rank(List<HeaderPreferences.Preference> ranges, String type) {
        Rank rank = new Rank(0, ANY_TYPE);
        for (HeaderPreferences.Preference range : ranges) {
            int precision = precision(range.value(), type);
            if (precision > rank.precision()
                    || (precision == rank.precision() && range.weight() > rank.weight())) {
                rank = new Rank(range.weight(), precision);
            }
        }
        return rank;
    }

    /** How precisely a range names a type, or -1 when the type is not within it. */
    private static int precision(String range, String type) {
        if (range.equals(type)) {
            return EXACT;
        }
        if (range.equals(type.substring(0, type.indexOf('/')) + "/*")) {
            return ANY_SUBTYPE;
        }
        // Some old clients send the bare asterisk.
        return range.equals("*/*") || range.equals("*") ? ANY_TYPE : -1;
    }
}
