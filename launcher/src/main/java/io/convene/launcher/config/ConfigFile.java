package io.convene.launcher.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.config.yaml.KeyNames;
import io.convene.launcher.config.yaml.Node;
import io.convene.launcher.config.yaml.SyntaxException;
import io.convene.launcher.config.yaml.YamlReader;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads the configuration file: YAML, of which JSON is a part, or {@code .properties}. */
final class ConfigFile {
    private static final String FIX = "write it as conf/convene.yaml shows";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ConfigFile() {}

    /**
     * The file's content.
     *
     * @param problems takes the mistakes in a file that can be read
     * @throws ConfigException when the file cannot be read at all
     */
    static Node.MappingNode read(Path file, Problems problems) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unusable(
                    file,
                    "there is no such file, or it cannot be read",
                    "name a YAML file",
                    problems);
        }
        try {
            Node root = parse(file, text(file), problems);
            if (root instanceof Node.MappingNode mapping) {
                return mapping;
            }
            if (root.isAbsent()) {
                return new Node.MappingNode(Map.of());
            }
            throw new SyntaxException(1, 1, "the file must begin with a key, such as server:");
        } catch (SyntaxException e) {
            throw unusable(file, e.wrong(), FIX, problems);
        } catch (CharacterCodingException e) {
            throw unusable(file, "it is not text in UTF-8", "save it in UTF-8", problems);
        } catch (IOException e) {
            throw unusable(file, "it cannot be read", "check the disk and try again", problems);
        }
    }

    private static String text(Path file) throws IOException {
        String text = Files.readString(file, UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Node parse(Path file, String text, Problems problems)
            throws SyntaxException, IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".properties")) {
            return properties(text);
        }
        List<String> duplicates = new ArrayList<>();
        Node root = YamlReader.read(text, duplicates);
        duplicates.forEach(wrong -> problems.add(file.toString(), wrong, "remove one of them"));
        return root;
    }

    private static Node properties(String text) throws SyntaxException, IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new SyntaxException("it has a \\u that four hexadecimal digits do not follow");
        }
        Map<String, Object> root = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            put(root, KeyNames.split(key), new Node.Scalar(properties.getProperty(key), false));
        }
        return mapping(root);
    }

    /** A key that is also the beginning of longer keys gives way to these. */
    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> parent, List<String> names, Node.Scalar value) {
        if (names.size() == 1) {
            parent.putIfAbsent(names.getFirst(), value);
            return;
        }
        Object child =
                parent.compute(
                        names.getFirst(),
                        (name, old) -> old instanceof Map ? old : new TreeMap<String, Object>());
        put((Map<String, Object>) child, names.subList(1, names.size()), value);
    }

    @SuppressWarnings("unchecked")
    private static Node mapping(Map<String, Object> values) {
        Map<String, Node> nodes = new TreeMap<>();
        values.forEach((name, value) ->
                nodes.put(
                        name,
                        value instanceof Node node ? node : mapping((Map<String, Object>) value)));
        return new Node.MappingNode(nodes);
    }

    private static ConfigException unusable(
            Path file, String wrong, String fix, Problems problems) {
        problems.add(file.toString(), wrong, fix);
        return problems.exception();
    }
}
