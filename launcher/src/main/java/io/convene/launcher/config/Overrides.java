package io.convene.launcher.config;

import io.convene.launcher.config.yaml.KeyNames;
import io.convene.launcher.config.yaml.Node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds keys that options and system properties name and the file lacks, such as {@code
 * accounts.0.credentials.api_key}. Values of the file's own keys are looked up when they are read.
 */
final class Overrides {
    private Overrides() {}

    static Node apply(Node file, Environment environment) {
        Node result = file;
        for (Map.Entry<String, String> entry : environment.named().entrySet()) {
            Node.Scalar value = new Node.Scalar(entry.getValue(), false);
            result = with(result, KeyCheck.shape(), KeyNames.split(entry.getKey()), value);
        }
        return result;
    }

    private static Node with(Node node, KeyShape shape, List<String> names, Node.Scalar value) {
        if (names.isEmpty()) {
            return shape.isLeaf() && node instanceof Node.Scalar ? value : node;
        }
        String name = shape.isFree() ? String.join(".", names) : names.getFirst();
        if (!shape.knows(name) || shape.isText()) {
            return node;
        }
        List<String> rest = shape.isFree() ? List.of() : names.subList(1, names.size());
        Node child = with(node.child(name), shape.child(name), rest, value);
        if (child.isAbsent()) {
            return node;
        }
        if (node instanceof Node.Sequence(List<Node> entries)) {
            return withEntry(entries, KeyNames.index(name), child);
        }
        Map<String, Node> values =
                node instanceof Node.MappingNode(Map<String, Node> old)
                        ? new LinkedHashMap<>(old)
                        : new LinkedHashMap<>();
        values.put(name, child);
        return new Node.MappingNode(values);
    }

    private static Node withEntry(List<Node> entries, int index, Node child) {
        List<Node> more = new ArrayList<>(entries);
        if (index < more.size()) {
            more.set(index, child);
        } else if (index == more.size()) {
            more.add(child);
        }
        return new Node.Sequence(more);
    }
}
