package io.convene.launcher.config;

import java.util.List;
import java.util.regex.Pattern;

/** Keys of the configuration as texts: names and indices joined by dots. */
final class Names {
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int LONGEST_INDEX = 7;

    private Names() {}

    static String join(String key, String name) {
        if (key.isEmpty()) {
            return name;
        }
        return name.isEmpty() ? key : key + "." + name;
    }

    static List<String> split(String key) {
        return List.of(DOT.split(key, -1));
    }

    /** The index that the name writes, or -1. */
    static int index(String name) {
        boolean digits =
                !name.isEmpty()
                        && name.length() <= LONGEST_INDEX
                        && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(name) : -1;
    }
}
