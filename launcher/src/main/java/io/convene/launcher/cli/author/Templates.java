package io.convene.launcher.cli.author;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The templates of projects, which are resources next to this class. */
final class Templates {
    private static final Pattern WORD = Pattern.compile("\\{\\{(\\w+)}}");

    private Templates() {}

    /** The templates for a build tool, each with the path of its file in the project. */
    static Map<String, String> files(BuildTool tool) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String line : read("files.txt").lines().toList()) {
            String[] columns = line.split(" +", -1);
            if (columns[0].equals(tool.folder()) || columns[0].equals("shared")) {
                files.put("%s/%s".formatted(columns[0], columns[1]), columns[2]);
            }
        }
        return files;
    }

    /** The words of a build tool. */
    static Map<String, String> words(BuildTool tool) {
        Properties words = new Properties();
        try {
            words.load(new StringReader(read("%s/words.properties".formatted(tool.folder()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), words::getProperty));
    }

    /** The text of a template. */
    static String read(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            return new String(requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with each {@code {{word}}} replaced. */
    static String fill(String template, Map<String, String> words) {
        return WORD.matcher(template)
                .replaceAll(word -> {
                    String name = word.group(1);
                    return Matcher.quoteReplacement(requireNonNull(words.get(name), name));
                });
    }
}
