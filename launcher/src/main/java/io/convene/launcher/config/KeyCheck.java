package io.convene.launcher.config;

import io.convene.launcher.config.yaml.KeyNames;
import io.convene.launcher.config.yaml.Node;

import java.util.List;
import java.util.Map;

/**
 * Finds keys of a file that are not known: a misspelt key must not be a setting that silently does
 * nothing.
 */
final class KeyCheck {
    private static final KeyShape ROOT =
            KeyShape.of(ConfigKeys.all().stream().map(ConfigKey::name).toList());

    private KeyCheck() {}

    static KeyShape shape() {
        return ROOT;
    }

    /** Whether keys begin with that name. */
    static boolean isRoot(String name) {
        return ROOT.names().containsKey(name);
    }

    /**
     * The file with its keys that have dots, such as {@code server.port}, as maps in maps. Names
     * that are free, such as those of credentials, stay as they are.
     */
    static Node.MappingNode expand(Node.MappingNode file, Problems problems) {
        return new KeyExpansion(problems).mapping(file, ROOT, "");
    }

    /** Notes every key of the file that is not known, and every text where keys are expected. */
    static void check(Node.MappingNode file, Problems problems) {
        check(file, ROOT, "", problems);
    }

    private static void check(Node node, KeyShape shape, String key, Problems problems) {
        switch (node) {
            case Node.Scalar scalar -> {
                if (!scalar.absent() && !shape.isLeaf()) {
                    problems.add(key, "it is not a map", "write its keys below it, indented");
                }
            }
            case Node.Sequence(List<Node> entries) -> {
                if (!shape.names().isEmpty()) {
                    problems.add(key, "it is not a map", "write its keys below it, without dashes");
                    return;
                }
                for (int i = 0; i < entries.size(); i++) {
                    String name = Integer.toString(i);
                    check(entries.get(i), shape.child(name), KeyNames.join(key, name), problems);
                }
            }
            case Node.MappingNode(Map<String, Node> values) ->
                    values.forEach((name, value) -> {
                        String full = KeyNames.join(key, name);
                        if (shape.knows(name)) {
                            check(value, shape.child(name), full, problems);
                        } else {
                            problems.add(full, "this key is unknown", fix(name, shape, key));
                        }
                    });
        }
    }

    private static String fix(String name, KeyShape shape, String key) {
        return NearestName.of(name, shape.names().keySet())
                .map(near -> KeyNames.join(key, near))
                .map("correct its name, perhaps to %s, or remove it"::formatted)
                .orElse("correct its name or remove it");
    }
}
