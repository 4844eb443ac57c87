package io.convene.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages in {@code docs/use} and {@code docs/operate}, named by their path below {@code docs}.
 * With {@code -Ddocs.rewrite=true}, generated texts and current answers are written into them
 * instead of being compared.
 */
public final class Docs {
    /** Tests run in their module's folder. */
    private static final Path FOLDER = Path.of("..", "..", "docs");

    private static final List<String> FOLDERS = List.of("use", "operate");

    private Docs() {}

    public static boolean rewriting() {
        return Boolean.getBoolean("docs.rewrite");
    }

    /** The names of all pages. */
    public static List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
                files.map(file -> folder + "/" + file.getFileName())
                        .filter(name -> name.endsWith(".md"))
                        .sorted()
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    /** The file of a page about an integration, in {@code use} or {@code operate}. */
    public static Path integration(String reader, String page) {
        return FOLDER.resolve(reader + "/integrations/" + page + ".md");
    }

    public static String read(String page) throws IOException {
        return Files.readString(FOLDER.resolve(page), UTF_8);
    }

    public static void write(String page, String text) throws IOException {
        Files.writeString(FOLDER.resolve(page), text, UTF_8);
    }

    /** The page is exactly this text, or becomes it. */
    public static void holds(String page, String text) throws IOException {
        if (rewriting()) {
            write(page, text);
        }
        assertThat(read(page))
                .as("docs/%s is what the build generates; see CONTRIBUTING.md", page)
                .isEqualTo(text);
    }
}
