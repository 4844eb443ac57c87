package io.convene.launcher.config.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value of the configuration file, as written. Immutable; an alias shares its target. */
public sealed interface Node {
    /**
     * One text.
     *
     * @param text the text as written, by YAML's rules for quotes and line breaks; never converted
     * @param absent whether it is YAML's null: nothing, {@code ~} or {@code null} without quotes
     */
    record Scalar(String text, boolean absent) implements Node {
        /** In place of a value that is not in the file. */
        public static final Scalar ABSENT = new Scalar("", true);

        /** Does not show the text, which may be a secret. */
        @Override
        public String toString() {
            return "Scalar[]";
        }
    }

    /** Entries in order. */
    record Sequence(List<Node> entries) implements Node {
        public Sequence {
            entries = List.copyOf(entries);
        }
    }

    /** Values by key, in the order of the file. */
    record MappingNode(Map<String, Node> values) implements Node {
        public MappingNode {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** The value of that key or index, or {@link Scalar#ABSENT}. */
    default Node child(String name) {
        return switch (this) {
            case Scalar _ -> Scalar.ABSENT;
            case MappingNode mapping -> mapping.values().getOrDefault(name, Scalar.ABSENT);
            case Sequence sequence -> {
                int index = KeyNames.index(name);
                yield index >= 0 && index < sequence.entries().size()
                        ? sequence.entries().get(index)
                        : Scalar.ABSENT;
            }
        };
    }

    /** Whether there is no value. */
    default boolean isAbsent() {
        return this instanceof Scalar(String _, boolean absent) && absent;
    }
}
