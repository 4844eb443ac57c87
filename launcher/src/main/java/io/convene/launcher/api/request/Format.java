package io.convene.launcher.api.request;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form of an answer. */
public enum Format {
    /** Unified interviews. */
    UNIFIED("unified"),
    /** Flat rows for tables: every column always there, null when unknown. */
    NORMALIZED("normalized"),
    /** The vendor's own answer, byte for byte. */
    RAW("raw"),
    /** The same, piped through as it arrives. */
    STREAM("stream"),
    /** Unified interviews, with the vendor calls made for them. */
    DEBUG("debug");

    private final String text;

    Format(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Whether interviews are mapped, and not the vendor's answer passed on. */
    public boolean isMapped() {
        return this != RAW && this != STREAM;
    }

    static Optional<Format> named(String text) {
        return Arrays.stream(values()).filter(format -> format.text.equals(text)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Format::text).collect(Collectors.joining(", "));
    }
}
