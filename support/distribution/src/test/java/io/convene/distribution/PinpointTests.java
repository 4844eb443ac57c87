package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.distribution.Distribution.Outcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The example of a third party's bundle, built as a third party builds it. */
class PinpointTests {
    private static final Path SOURCES = Path.of("../examples/provider-pinpoint");
    private static final int MOST_LINES = 150;

    /** Has the local repository, which is empty when the first test begins. */
    @TempDir private static Path shared;

    @TempDir private Path folder;
    private GeneratedProject project;

    @BeforeEach
    void copyTheExample() throws IOException {
        project = new GeneratedProject(folder.resolve("provider-pinpoint"));
        for (Path file : files(SOURCES)) {
            Path copy = project.folder().resolve(SOURCES.relativize(file));
            if (!copy.startsWith(project.folder().resolve("target"))) {
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void earnsGoldWithNothingButTheRepositoryForAuthors() throws Exception {
        Outcome built = maven("verify");

        assertThat(built.exitCode()).as(built.output()).isZero();
        assertThat(built.output())
                .contains("Tier of pinpoint-0.1.0.jar: gold")
                .doesNotContain("[WARNING]");
        built.output()
                .lines()
                .filter(line -> line.startsWith("Tier of"))
                .forEach(System.out::println);
    }

    @Test
    void isFormattedLikeOurOwnCodeAndHasNoWarnings() throws Exception {
        OwnChecks.addTo(project);

        Outcome checked = maven(OwnChecks.GOALS);

        assertThat(checked.exitCode()).as(checked.output()).isZero();
        assertThat(checked.output()).doesNotContain("[WARNING]");
    }

    @Test
    void isShort() throws Exception {
        long lines = 0;
        for (Path file : files(SOURCES.resolve("src/main/java"))) {
            lines += Files.readAllLines(file).size();
        }

        assertThat(lines).isPositive().isLessThanOrEqualTo(MOST_LINES);
    }

    private Outcome maven(String... goals) throws Exception {
        String sdk = Distribution.built().home().resolve("sdk").toUri().toString();
        Path settings = project.folder().resolve(".github/maven-settings.xml");
        return project.maven(
                EmptyMaven.in(shared),
                Map.of("CONVENE_SDK", sdk),
                Stream.concat(Stream.of("--settings", settings.toString()), Stream.of(goals))
                        .toArray(String[]::new));
    }

    private static Iterable<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
