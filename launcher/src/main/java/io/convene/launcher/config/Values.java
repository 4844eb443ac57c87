package io.convene.launcher.config;

import io.convene.launcher.config.yaml.KeyNames;
import io.convene.launcher.config.yaml.Node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads values below one key, and notes mistakes in them instead of throwing. */
final class Values {
    private final Source source;
    private final String key;
    private final Node node;

    private Values(Source source, String key, Node node) {
        this.source = source;
        this.key = key;
        this.node = node;
    }

    /** The values of a whole file. */
    static Values of(Node root, Environment environment, Problems problems) {
        return new Values(new Source(root, environment, problems), "", root);
    }

    /** The values below a key of names, joined by dots. */
    private Values at(String names) {
        Values found = this;
        for (String name : KeyNames.split(names)) {
            found = found.child(name);
        }
        return found;
    }

    private Values child(String name) {
        return new Values(source, KeyNames.join(key, name), node.child(name));
    }

    String key() {
        return key;
    }

    Problems problems() {
        return source.problems();
    }

    /** The value of that key here. */
    Values at(ConfigKey<?> key) {
        return at(key.path());
    }

    /** The text of a key, if it has one that is not blank. */
    Optional<String> find(ConfigKey<?> key) {
        return at(key).text();
    }

    /** The text here, if there is one that is not blank. */
    private Optional<String> text() {
        boolean overridden = source.environment().override(key).isPresent();
        if (!(node instanceof Node.Scalar) && !overridden) {
            problem("it is not a single value", "write one text or number");
            return Optional.empty();
        }
        Node.Scalar written = node instanceof Node.Scalar scalar ? scalar : Node.Scalar.ABSENT;
        if (written.absent() && !overridden) {
            return Optional.empty();
        }
        Optional<String> text = source.text(key, written);
        if (text.isEmpty()) {
            problem(
                    "it refers to an environment variable that is not set",
                    "set the variable named in the braces, or write \\${ for the characters themselves");
        }
        return text.filter(found -> !found.isBlank());
    }

    /** Notes a mistake in the value here, and where it comes from if not from the file. */
    void problem(String wrong, String fix) {
        String origin =
                source.environment()
                        .override(key)
                        .map(value -> " (from %s)".formatted(value.source()))
                        .orElse("");
        problems().add(key + origin, wrong, fix);
    }

    /** The value of a key that is one text; its default in the place of one that is wrong. */
    <T> T get(ConfigKey<T> key) {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            return key.defaultValue();
        }
        ValueType<T> type = key.type();
        Optional<T> value = type.parser().apply(text.get());
        if (value.isEmpty()) {
            at(key).problem(
                            "'%s' %s".formatted(text.get(), type.wrong()),
                            type.fix().formatted(key.defaultText()));
        }
        return value.orElseGet(key::defaultValue);
    }

    /** A text without which the entry makes no sense. */
    String required(ConfigKey<String> key, String fix) {
        int before = problems().count();
        Optional<String> text = find(key);
        if (text.isEmpty() && problems().count() == before) {
            problems().add(at(key).key(), "it is missing", fix);
        }
        return text.orElse("");
    }

    /** The texts of a list, or of one text with commas. */
    List<String> texts(ConfigKey<List<String>> key) {
        Values list = at(key);
        if (list.isList() && source.environment().override(list.key()).isEmpty()) {
            return list.each().stream().flatMap(entry -> entry.text().stream()).toList();
        }
        return list.text().flatMap(ValueType.LIST.parser()).orElse(List.of());
    }

    /** The texts of a map. One that cannot be used is noted and stays in the map, empty. */
    Map<String, String> map(ConfigKey<Map<String, String>> key) {
        Map<String, String> map = new LinkedHashMap<>();
        Values found = at(key);
        if (found.node instanceof Node.MappingNode(Map<String, Node> values)) {
            for (String name : values.keySet()) {
                int before = problems().count();
                Optional<String> text = found.child(name).text();
                if (text.isPresent() || problems().count() > before) {
                    map.put(name, text.orElse(""));
                }
            }
        } else if (!found.node.isAbsent()) {
            found.problem("it is not a map", "write name: value below it");
        }
        return map;
    }

    /** The entries of a list. */
    List<Values> each(ConfigKey<?> key) {
        Values list = at(key);
        if (!list.isList()) {
            if (!list.node.isAbsent()) {
                list.problem("it is not a list", "write each entry with a dash");
            }
            return List.of();
        }
        return list.each();
    }

    private List<Values> each() {
        List<Values> entries = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            entries.add(child(Integer.toString(i)));
        }
        return entries;
    }

    private boolean isList() {
        return node instanceof Node.Sequence || node instanceof Node.MappingNode;
    }

    /**
     * How many entries there are; where keys have indices, as in properties, the highest counts.
     */
    private int size() {
        return switch (node) {
            case Node.Scalar _ -> 0;
            case Node.Sequence(List<Node> entries) -> entries.size();
            case Node.MappingNode(Map<String, Node> values) ->
                    values.keySet().stream().mapToInt(KeyNames::index).max().orElse(-1) + 1;
        };
    }
}
