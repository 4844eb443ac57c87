package io.convene.launcher.config;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a configuration, collected so that it can be said at once. */
public final class Problems {
    private final List<String> found = new ArrayList<>();

    /** Notes a problem: the key, what is wrong, and what to do. */
    public void add(String key, String wrong, String fix) {
        found.add(key + ": " + wrong + "; " + fix + ".");
    }

    /** What was found so far, in order. */
    public List<String> found() {
        return List.copyOf(found);
    }

    /**
     * Ends here when anything was found.
     *
     * @throws ConfigException with all of it
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigException(found);
        }
    }
}
