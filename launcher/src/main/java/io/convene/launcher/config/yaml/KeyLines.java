package io.convene.launcher.config.yaml;

import java.util.Arrays;
import java.util.Map;

/** The lines of a map's keys, in the order of the keys; only a mistake asks for one. */
final class KeyLines {
    private static final int USUAL = 8;

    private int[] lines = new int[USUAL];
    private int size;

    void add(int line) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, 2 * size);
        }
        lines[size++] = line;
    }

    /** The line of a key that is in the map. */
    int of(String key, Map<String, ?> entries) {
        int index = 0;
        for (String entry : entries.keySet()) {
            if (entry.equals(key)) {
                return lines[index];
            }
            index++;
        }
        throw new IllegalArgumentException("there is no key '%s'".formatted(key));
    }
}
