package io.convene.launcher.cli.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.cli.Outcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class NewCommandTests {
    private static final String HOME = "convene.home";

    @TempDir private Path temp;
    private Path project;

    @BeforeEach
    void prepareADistribution() throws IOException {
        project = temp.resolve("project");
        for (String version : List.of("0.9.0", "0.10.0")) {
            Files.createDirectories(
                    temp.resolve("sdk/io/convene/convene-provider-parent").resolve(version));
        }
        System.setProperty(HOME, temp.toString());
    }

    @AfterEach
    void forgetTheDistribution() {
        System.clearProperty(HOME);
    }

    @Test
    void writesAProjectWithTheNamesOfTheIntegration() throws IOException {
        Outcome outcome = write("smart-recruiters", "com.acme.smart");

        assertThat(outcome.code()).as(outcome.error()).isZero();
        assertThat(outcome.output())
                .startsWith("Wrote the project of a bundle for Smart Recruiters");
        assertThat(files())
                .contains("README.md", "CHANGELOG.md", ".gitignore", "convene.yaml")
                .contains(".github/workflows/build.yml", "pom.xml")
                .contains("src/main/java/com/acme/smart/SmartRecruitersProvider.java")
                .contains("src/test/java/com/acme/smart/SmartRecruitersVendor.java");
        assertThat(project.resolve("src/main/resources/META-INF/convene/provider.json"))
                .hasContent("{\"id\": \"smart-recruiters\"}");
        assertThat(project.resolve("pom.xml"))
                .content()
                .contains("<version>0.10.0</version>")
                .contains("<url>%s</url>".formatted(url()));
    }

    @Test
    void writesAProjectForGradle() throws IOException {
        Outcome outcome = write("lever", "com.acme.lever", "--gradle");

        assertThat(outcome.code()).as(outcome.error()).isZero();
        assertThat(outcome.output()).contains("gradle -p %s build".formatted(project));
        assertThat(files())
                .contains("build.gradle.kts", "settings.gradle.kts", "gradle.properties")
                .doesNotContain("pom.xml", ".github/maven-settings.xml");
        assertThat(project.resolve("gradle.properties"))
                .content()
                .contains("convene.sdk=%s".formatted(url()));
    }

    @ParameterizedTest
    @CsvSource({"ats, AtsBundleProvider", "test, TestBundleProvider", "vendor, VendorProvider"})
    void namesNoClassLikeOneThatTheProjectImports(String id, String name) throws IOException {
        write(id, "com.acme.some");

        assertThat(files()).contains("src/main/java/com/acme/some/%s.java".formatted(name));
    }

    @Test
    void quotesAPathForTheShell() {
        project = temp.resolve("my ats's");

        assertThat(write("lever", "com.acme.lever").output())
                .contains("mvn -f '%s' verify".formatted(temp.resolve("my ats'\\''s")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--gradle"})
    void leavesNoWordOfATemplate(String tool) throws IOException {
        write(
                "lever",
                "com.acme.lever",
                Stream.of(tool).filter(word -> !word.isEmpty()).toArray(String[]::new));

        assertThat(files()).hasSizeGreaterThan(10);
        for (String file : files()) {
            assertThat(project.resolve(file)).content().doesNotContainPattern("\\{\\{\\w");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Lever | com.acme.lever  | 'Lever' cannot be the id of an integration
                    a--b  | com.acme.lever  | 'a--b' cannot be the id of an integration
                    lever | lever           | 'lever' cannot be the package of a bundle; write it like com.acme.lever
                    lever | com.Acme        | 'com.Acme' cannot be the package of a bundle
                    lever | com.acme.lever2 | 'com.acme.lever2' cannot be the package of a bundle
                    lever | com.acme.new    | 'com.acme.new' cannot be the package of a bundle
                    lever | java.lever      | the package 'java.lever' belongs to Java or Convene
                    lever | io.convene.core | the package 'io.convene.core' belongs to Java or Convene
                    """)
    void refusesNamesThatCannotBeUsed(String id, String packageName, String message) {
        Outcome outcome = write(id, packageName);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.error()).startsWith("convene: " + message);
        assertThat(project).doesNotExist();
    }

    @Test
    void leavesAnExistingFolderAlone() throws IOException {
        Files.createDirectory(project);

        Outcome outcome = write("lever", "com.acme.lever");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.error())
                .startsWith(
                        "convene: %s already exists; name a new folder with --directory"
                                .formatted(project));
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void needsTheRepositoryForAuthors() {
        System.setProperty(HOME, temp.resolve("elsewhere").toString());

        Outcome outcome = write("lever", "com.acme.lever");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).contains("elsewhere/sdk has no convene-provider-parent");
    }

    private Outcome write(String id, String packageName, String... more) {
        Stream<String> words =
                Stream.of(
                        "providers",
                        "new",
                        id,
                        "--package",
                        packageName,
                        "--directory",
                        project.toString());
        return Outcome.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    private String url() {
        String url = temp.resolve("sdk").toUri().toString();
        return url.substring(0, url.length() - 1);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> project.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
