package io.convene.launcher.config;

import io.convene.launcher.config.yaml.KeyNames;
import io.convene.launcher.config.yaml.Node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes maps in maps of keys with dots, such as {@code server.port}. */
final class KeyExpansion {
    private final Problems problems;

    KeyExpansion(Problems problems) {
        this.problems = problems;
    }

    /** The same map where no key has a dot, which is usual. */
    Node.MappingNode mapping(Node.MappingNode mapping, KeyShape shape, String key) {
        return hasDots(mapping, shape) ? expanded(mapping, shape, key) : mapping;
    }

    private static boolean hasDots(Node node, KeyShape shape) {
        return switch (node) {
            case Node.Scalar _ -> false;
            case Node.Sequence(List<Node> entries) -> entryHasDots(entries, shape.child("0"));
            case Node.MappingNode(Map<String, Node> values) ->
                    !shape.isFree() && valueHasDots(values, shape);
        };
    }

    private static boolean entryHasDots(List<Node> entries, KeyShape shape) {
        for (Node entry : entries) {
            if (hasDots(entry, shape)) {
                return true;
            }
        }
        return false;
    }

    private static boolean valueHasDots(Map<String, Node> values, KeyShape shape) {
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            String name = entry.getKey();
            if (name.indexOf('.') >= 0 || hasDots(entry.getValue(), shape.child(name))) {
                return true;
            }
        }
        return false;
    }

    private Node.MappingNode expanded(Node.MappingNode mapping, KeyShape shape, String key) {
        Map<String, Node> expanded = new LinkedHashMap<>();
        mapping.values()
                .forEach((name, value) -> {
                    int dot = name.indexOf('.');
                    String head = dot < 0 ? name : name.substring(0, dot);
                    boolean split = dot >= 0 && shape.names().containsKey(head);
                    Node rest =
                            split
                                    ? new Node.MappingNode(Map.of(name.substring(dot + 1), value))
                                    : value;
                    String first = split ? head : name;
                    String full = KeyNames.join(key, first);
                    Node node = node(rest, shape.child(first), full);
                    expanded.merge(first, node, (one, other) -> both(one, other, full));
                });
        return new Node.MappingNode(expanded);
    }

    private Node node(Node node, KeyShape shape, String key) {
        return switch (node) {
            case Node.Scalar scalar -> scalar;
            case Node.MappingNode mapping -> mapping(mapping, shape, key);
            case Node.Sequence(List<Node> entries) -> {
                List<Node> expanded = new ArrayList<>();
                for (Node entry : entries) {
                    String index = Integer.toString(expanded.size());
                    expanded.add(node(entry, shape.child(index), KeyNames.join(key, index)));
                }
                yield new Node.Sequence(expanded);
            }
        };
    }

    private Node both(Node one, Node other, String key) {
        if (!(one instanceof Node.MappingNode(Map<String, Node> first)
                && other instanceof Node.MappingNode(Map<String, Node> second))) {
            problems.add(key, "it is given twice, with dots and without", "remove one of them");
            return one;
        }
        Map<String, Node> merged = new LinkedHashMap<>(first);
        second.forEach((name, value) ->
                merged.merge(name, value, (a, b) -> both(a, b, KeyNames.join(key, name))));
        return new Node.MappingNode(merged);
    }
}
