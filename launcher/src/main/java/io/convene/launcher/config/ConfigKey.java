package io.convene.launcher.config;

/**
 * A key of the configuration: all that is to be known about it.
 *
 * @param name its place in the file, such as {@code server.port}; {@code []} means a place in a
 *     list, or at the end for the list too, {@code *} for any name
 * @param type how its value is read
 * @param defaultText the value that holds without it, as the file writes it; empty for none
 * @param example a value for the delivered file, where there is no default; empty when the default
 *     is one
 * @param help one sentence for operators, without a full stop; empty when the name says it all
 */
record ConfigKey<T>(
        String name, ValueType<T> type, String defaultText, String example, String help) {
    private static final String ENTRY = "[].";
    private static final String ENTRIES = "[]";
    private static final String ANY = ".*";

    /** A key with a default. */
    static <T> ConfigKey<T> of(String name, ValueType<T> type, String defaultText, String help) {
        return new ConfigKey<>(name, type, defaultText, "", help);
    }

    /** A key without a default. */
    static <T> ConfigKey<T> unset(String name, ValueType<T> type, String example, String help) {
        return new ConfigKey<>(name, type, "", example, help);
    }

    /** Its names below the file, or below the entry of the list that it is in. */
    String path() {
        int entry = name.lastIndexOf(ENTRY);
        int begin = entry < 0 ? 0 : entry + ENTRY.length();
        int end = name.length();
        // Without a pattern: ten thousand accounts ask for it several times each.
        if (name.endsWith(ENTRIES)) {
            end -= ENTRIES.length();
        } else if (name.endsWith(ANY)) {
            end -= ANY.length();
        }
        return name.substring(begin, end);
    }

    /** Its default as a value. */
    T defaultValue() {
        return type.parser()
                .apply(defaultText)
                .orElseThrow(() -> new IllegalStateException("%s has no default".formatted(name)));
    }
}
