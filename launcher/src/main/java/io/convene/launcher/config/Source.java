package io.convene.launcher.config;

import io.convene.launcher.config.yaml.KeyNames;
import io.convene.launcher.config.yaml.Node;

import java.util.Optional;

/**
 * Where the values of one configuration come from.
 *
 * @param root the whole file
 * @param environment the values that override the file
 * @param problems takes the mistakes
 */
record Source(Node root, Environment environment, Problems problems) {
    /** The text of a key, which is in the file as that node; nothing when a variable is not set. */
    Optional<String> text(String key, Node.Scalar written) {
        Optional<Environment.EnvironmentValue> override = environment.override(key);
        if (override.isPresent()) {
            return override.map(value -> Substitution.withoutLineBreaks(value.text()));
        }
        return new Substitution(this::variable).apply(written.text());
    }

    private Optional<String> variable(String name) {
        return environment.variable(name).or(() -> ofFile(name));
    }

    /** The file's text of that key, if it refers to nothing itself. */
    private Optional<String> ofFile(String name) {
        Node found = root;
        for (String part : KeyNames.split(name)) {
            found = found.child(part);
        }
        return found instanceof Node.Scalar(String text, boolean absent)
                        && !absent
                        && !text.contains("${")
                ? Optional.of(text)
                : Optional.empty();
    }
}
