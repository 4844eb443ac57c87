package io.convene.launcher.http;

import java.util.List;

/** The names of the headers that only Convene has. Each is written in this one place. */
public final class ConveneHeaders {
    /** The id of the request: the caller's own, or a new one. */
    public static final String REQUEST_ID = "Convene-Request-Id";

    /** The bundle that answered: {@code ashby@1.2.0}. */
    public static final String PROVIDER = "Convene-Provider";

    /** Who evaluated each filter: {@code application_id=vendor, start_at=local;absent=3}. */
    public static final String FILTERS = "Convene-Filters";

    /** The parameters that were ignored. */
    public static final String IGNORED = "Convene-Ignored";

    /** How many interviews could be mapped only in part. */
    public static final String UNMAPPED = "Convene-Unmapped";

    /** How many interviews shared a key, and how many had none. */
    public static final String KEY_BY = "Convene-Key-By";

    /** The cursor of the next page, where the body is the vendor's. */
    public static final String NEXT_CURSOR = "Convene-Next-Cursor";

    private static final List<String> OF_ANSWERS =
            List.of(REQUEST_ID, PROVIDER, FILTERS, IGNORED, UNMAPPED, KEY_BY, NEXT_CURSOR);

    private ConveneHeaders() {}

    /** All those that an answer can have. */
    static List<String> ofAnswers() {
        return OF_ANSWERS;
    }
}
