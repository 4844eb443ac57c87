package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The guide for authors of bundles, which shows the files that the generator writes. */
final class Guide {
    private static final Path FOLDER = Path.of("../../docs/build-a-bundle");
    private static final Pattern FILE =
            Pattern.compile("(`(src/[^`]+\\.java)`:\n\n```java\n)(.*?)```", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("```json\n(\\{\n.*?)…", Pattern.DOTALL);

    /** The pages that show files. */
    static final List<Path> PAGES = List.of(FOLDER.resolve("README.md"), FOLDER.resolve("test.md"));

    private Guide() {}

    /** The project of the guide. */
    static GeneratedProject generate(Distribution convene, Path folder)
            throws IOException, InterruptedException {
        return GeneratedProject.of(convene, folder, "acme", "com.acme.convene");
    }

    /** The files of a project that a page shows. */
    static List<String> files(Path page) throws IOException {
        return FILE.matcher(Files.readString(page)).results().map(file -> file.group(2)).toList();
    }

    /** A page with the files as they are in a project. */
    static String with(GeneratedProject project, Path page) throws IOException {
        Matcher files = FILE.matcher(Files.readString(page));
        StringBuilder text = new StringBuilder();
        while (files.find()) {
            String file = Files.readString(project.folder().resolve(files.group(2)));
            String shown = "%s%s```".formatted(files.group(1), file);
            files.appendReplacement(text, Matcher.quoteReplacement(shown));
        }
        return files.appendTail(text).toString();
    }

    /** The beginning of the answer that the guide shows, without white space. */
    static String answer() throws IOException {
        MatchResult answer =
                ANSWER.matcher(Files.readString(PAGES.getFirst())).results().findFirst().get();
        assertThat(answer.group(1)).contains("result");
        return answer.group(1).replaceAll("\\s", "");
    }
}
