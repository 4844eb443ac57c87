package io.convene.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages in {@code docs/api}. With {@code -Ddocs.rewrite=true} what was generated or answered is
 * written into them instead of being compared.
 */
final class Docs {
    /** Tests run in their module's folder. */
    private static final Path FOLDER = Path.of("..", "..", "docs", "api");

    private static final Path PROVIDERS = Path.of("..", "..", "docs", "providers");

    private Docs() {}

    static boolean rewriting() {
        return Boolean.getBoolean("docs.rewrite");
    }

    /** The names of all pages. */
    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The file of the page about an integration. */
    static Path provider(String integration) {
        return PROVIDERS.resolve(integration + ".md");
    }

    static String read(String page) throws IOException {
        return Files.readString(FOLDER.resolve(page), UTF_8);
    }

    static void write(String page, String text) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(page), text, UTF_8);
    }

    /** The page is exactly this text, or becomes it. */
    static void holds(String page, String text) throws IOException {
        if (rewriting()) {
            write(page, text);
        }
        assertThat(read(page))
                .as("docs/api/%s is what the build generates; see docs/api/README.md", page)
                .isEqualTo(text);
    }
}
