package io.convene.sandbox.wire;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The data of an interview, from which its record is written: texts, flags, {@code Instant}s,
 * {@code LocalDate}s, and lists and maps of these, by name. A value that the interview lacks, or
 * that its record leaves out, is missing.
 */
public final class Drawn {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The same with one value more, unless it is null. */
    public Drawn with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
