package io.convene.launcher.config;

import io.convene.launcher.config.yaml.KeyNames;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sources that override the configuration file: options of the command line, then system
 * properties of a key's name, then environment variables of it, such as {@code API_MAX_LIMIT} for
 * {@code api.max-limit} ({@code API_MAX_DASH_LIMIT} is the same).
 */
final class Environment {
    private final Map<String, String> options;
    private final Map<String, String> properties;
    private final Map<String, String> variables;

    /** Variables that may override a key, by that key with an underscore for all but letters. */
    private final Map<String, EnvironmentValue> overriding = new HashMap<>();

    /**
     * A value that wins over the file's.
     *
     * @param source where it comes from, for messages
     * @param text the value as given
     */
    record EnvironmentValue(String source, String text) {
        /** Does not show the text, which may be a secret. */
        @Override
        public String toString() {
            return "Value[" + source + "]";
        }
    }

    Environment(
            Map<String, String> options,
            Map<String, String> properties,
            Map<String, String> variables) {
        this.options = options;
        this.properties = properties;
        this.variables = variables;
        new TreeMap<>(variables)
                .forEach((name, text) -> {
                    String upper = name.toUpperCase(Locale.ROOT);
                    if (KeyCheck.isRoot(upper.split("[._]", 2)[0].toLowerCase(Locale.ROOT))) {
                        overriding.putIfAbsent(
                                underscored(upper.replace("_DASH_", "_")),
                                new EnvironmentValue("the environment variable " + name, text));
                    }
                });
    }

    /** The process's own, with these options. */
    static Environment of(Map<String, String> options) {
        Map<String, String> properties = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            String value = System.getProperty(name);
            if (value != null) {
                properties.put(name, value);
            }
        }
        return new Environment(options, properties, System.getenv());
    }

    /** The value that overrides the file's value of that key. */
    Optional<EnvironmentValue> override(String key) {
        String option = options.get(key);
        if (option != null) {
            return Optional.of(new EnvironmentValue("the command line", option));
        }
        String property = properties.get(key);
        if (property != null) {
            return Optional.of(new EnvironmentValue("the system property " + key, property));
        }
        return overriding.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(overriding.get(underscored(key)));
    }

    /** The value of {@code ${name}}: a system property or an environment variable. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(properties.get(name))
                .or(() -> Optional.ofNullable(variables.get(name)));
    }

    /** The options and system properties whose keys begin as the configuration's do. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        new TreeMap<>(properties)
                .forEach((key, value) -> {
                    if (KeyCheck.isRoot(KeyNames.split(key).getFirst())) {
                        named.put(key, value);
                    }
                });
        named.putAll(options);
        return named;
    }

    private static String underscored(String key) {
        StringBuilder name = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean kept = c < 128 && Character.isLetterOrDigit(c);
            name.append(kept ? Character.toUpperCase(c) : '_');
        }
        return name.toString();
    }
}
