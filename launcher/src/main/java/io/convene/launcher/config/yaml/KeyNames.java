package io.convene.launcher.config.yaml;

import java.util.List;
import java.util.regex.Pattern;

/** Keys of the configuration as texts: names and indices joined by dots. */
public final class KeyNames {
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int LONGEST_INDEX = 7;

    private KeyNames() {}

    public static String join(String key, String name) {
        if (key.isEmpty()) {
            return name;
        }
        return name.isEmpty() ? key : key + "." + name;
    }

    public static List<String> split(String key) {
        return key.indexOf('.') < 0 ? List.of(key) : List.of(DOT.split(key, -1));
    }

    /** The index that the name writes, or -1. */
    public static int index(String name) {
        if (name.isEmpty() || name.length() > LONGEST_INDEX) {
            return -1;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(name);
    }
}
