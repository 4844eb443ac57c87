package io.convene.core.spi;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Refuses values that a builder must not take. */
final class Checks {
    private Checks() {}

    /** The name, once it is neither null nor blank. */
    static String named(String name, String what) {
        if (Objects.requireNonNull(name, what).isBlank()) {
            throw new IllegalArgumentException("%s must not be blank.".formatted(what));
        }
        return name;
    }

    /** Adds a name that must not be there yet. */
    static void addTo(Collection<String> names, String name, String what) {
        if (names.contains(named(name, what))) {
            throw new IllegalArgumentException("%s '%s' is added twice.".formatted(what, name));
        }
        names.add(name);
    }

    /** Fails with that sentence when there is anything in the set. */
    static <E extends Enum<E>> void none(Set<E> wrong, String sentence) {
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(sentence.formatted(new TreeSet<>(wrong)));
        }
    }
}
