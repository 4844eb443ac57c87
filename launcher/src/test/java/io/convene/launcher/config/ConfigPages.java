package io.convene.launcher.config;

import io.convene.launcher.config.yaml.KeyNames;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The delivered configuration file and the table of keys, as the keys themselves state them. */
final class ConfigPages {
    private static final int WIDTH = 120;
    private static final int COMMENT_COLUMN = 34;
    private static final String HEAD =
            """
            # Convene's configuration with every default: bin/convene serve --config conf/convene.yaml
            # Every value is the text as written: 0012345, 1e5 and yes need no quotes. Nothing, ~ and null mean that a key is not set.
            # Every key can be overridden by an environment variable or a -D option; ${NAME} is replaced by the environment's NAME,
            # without the line breaks at its end. docs/operate/configuration.md says more.
            """;

    private final StringBuilder yaml = new StringBuilder(HEAD);
    private final Set<String> sections = new HashSet<>();

    private ConfigPages() {}

    /** The file {@code conf/convene.yaml}. Keys without a default are in comments. */
    static String yaml() {
        ConfigPages pages = new ConfigPages();
        ConfigKeys.all().forEach(pages::key);
        return pages.yaml.toString();
    }

    /** A row for each key. */
    static String table() {
        StringBuilder table =
                new StringBuilder("| key | value | default | meaning |\n|---|---|---|---|\n");
        for (ConfigKey<?> key : ConfigKeys.all()) {
            String defaultText = key.defaultText().isEmpty() ? "–" : code(key.defaultText());
            table.append(
                    "| %s | %s | %s | %s |%n"
                            .formatted(
                                    code(name(key)), key.type().values(), defaultText, key.help()));
        }
        return table.toString();
    }

    private static String name(ConfigKey<?> key) {
        return key.name().replaceFirst("(\\[]|\\.\\*)$", "");
    }

    private static String code(String text) {
        return "`%s`".formatted(text);
    }

    private void key(ConfigKey<?> key) {
        String name = name(key);
        boolean set = !key.defaultText().isEmpty();
        if (name.contains("[].")) {
            entry(key, name.substring(0, name.indexOf('[')));
            return;
        }
        sections(name);
        String indent = "  ".repeat(KeyNames.split(name).size() - 1);
        String leaf = name.substring(name.lastIndexOf('.') + 1);
        String value = set ? key.defaultText() : key.example();
        line(set, indent, "%s: %s".formatted(leaf, value), key.help());
    }

    /** The headings of the sections that a key is in, unless they are there. */
    private void sections(String name) {
        if (name.indexOf('.') < 0) {
            yaml.append('\n');
        }
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            String section = name.substring(0, dot);
            if (!sections.add(section)) {
                continue;
            }
            int depth = KeyNames.split(section).size() - 1;
            if (depth == 0) {
                yaml.append('\n');
            }
            boolean set =
                    ConfigKeys.all().stream()
                            .filter(key -> key.name().startsWith(section + "."))
                            .anyMatch(key -> !key.defaultText().isEmpty());
            line(
                    set,
                    "  ".repeat(depth),
                    section.substring(section.lastIndexOf('.') + 1) + ":",
                    ConfigKeys.SECTIONS.getOrDefault(section, ""));
        }
    }

    /** A key of an entry of a list, which is shown in comments. */
    private void entry(ConfigKey<?> key, String list) {
        String indent = sections.add(list) ? "  - " : "    ";
        line(false, indent, "%s: %s".formatted(key.path(), key.example()), key.help());
    }

    private void line(boolean set, String indent, String text, String help) {
        String line = (set ? "" : "#") + indent + text;
        if (help.isEmpty()) {
            yaml.append(line).append('\n');
            return;
        }
        String padded = line + " ".repeat(Math.max(1, COMMENT_COLUMN - line.length()));
        boolean sentence = Character.isUpperCase(help.charAt(0)) && help.contains(". ");
        if (!sentence && !indent.isEmpty() && padded.length() + help.length() + 2 <= WIDTH
                || text.endsWith(":")) {
            yaml.append(padded).append("# ").append(help).append('\n');
            return;
        }
        for (String part : wrapped(help + ".", WIDTH - indent.length() - 2)) {
            yaml.append(set ? indent : " ".repeat(indent.length())).append("# ").append(part);
            yaml.append('\n');
        }
        yaml.append(line).append('\n');
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + word.length() + 1 > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
