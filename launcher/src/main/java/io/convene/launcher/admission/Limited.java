package io.convene.launcher.admission;

import java.util.Locale;

/** What a limit holds for. */
enum Limited {
    ACCOUNT,
    TOKEN,
    VENDOR,
    /** All requests together. */
    ALL;

    /** The value of the metrics' label. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
