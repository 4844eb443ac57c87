package io.convene.launcher.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** All mistakes in a configuration, collected so that they can be reported together. */
public final class Problems {
    /** More than anybody reads; ten thousand accounts can have one mistake in common. */
    private static final int MOST_SHOWN = 500;

    private static final Pattern END = Pattern.compile("[\\s.;:,]+$");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final List<String> found = new ArrayList<>();
    private int more;

    /** Notes a problem: the key, the mistake, and the remedy. */
    public void add(String key, String wrong, String fix) {
        add("%s: %s; %s.".formatted(key, clause(wrong), clause(fix)));
    }

    /** Notes a problem whose sentence has the remedy, too. */
    public void add(String key, String sentence) {
        add("%s: %s.".formatted(key, clause(sentence)));
    }

    private void add(String line) {
        if (found.size() < MOST_SHOWN) {
            found.add(CONTROLS.matcher(line).replaceAll(" "));
        } else {
            more++;
        }
    }

    /** The text without the punctuation at its end, so that it can be a part of a sentence. */
    private static String clause(String text) {
        return END.matcher(text).replaceFirst("");
    }

    /** How many problems there are so far. */
    public int count() {
        return found.size() + more;
    }

    /** The problems so far, in order; of very many the first. */
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
            throw exception();
        }
    }

    /** The problems, as an exception. */
    ConfigException exception() {
        return new ConfigException(found, more);
    }
}
