package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.distribution.Distribution.Outcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A project outside this repository builds a bundle with nothing but the distribution. */
class ThirdPartyTests {
    private static final Path SDK = Distribution.built().home().resolve("sdk");

    /** Empty when the first test begins. */
    @TempDir private static Path shared;

    @TempDir private Path folder;
    private AcmeProject project;
    private EmptyMaven maven;

    @BeforeEach
    void writeTheProject() throws IOException {
        project = AcmeProject.writtenTo(folder.resolve("acme"));
        maven = EmptyMaven.in(shared, SDK);
    }

    @Test
    void buildsAFolderBundleThatPassesTheKitAndLoads() throws Exception {
        Outcome built = project.maven(maven, "verify");

        assertThat(built.exitCode()).as(built.output()).isZero();
        assertThat(built.output())
                .containsPattern("Tests run: \\d\\d, Failures: 0, Errors: 0, Skipped: 0");
        Path bundle = project.folder().resolve("target/acme-3.2.1");
        assertThat(names(bundle)).containsExactly("acme-3.2.1.jar", "jackson-core-2.22.0.jar");
        assertThat(compiledAgainst(bundle.resolve("acme-3.2.1.jar"))).isEqualTo("1.0.0");

        Path installed = Files.createDirectories(folder.resolve("providers/acme-3.2.1"));
        for (String name : names(bundle)) {
            Files.copy(bundle.resolve(name), installed.resolve(name));
        }
        try (AdminServer server = AdminServer.start(folder)) {
            assertThat(server.providers())
                    .contains("\"id\":\"acme\"", "\"version\":\"3.2.1\"", "\"state\":\"ACTIVE\"");
        }
    }

    @Test
    void leavesNoFolderWithoutPrivateDependencies() throws Exception {
        project.dropThePrivateDependency();
        Path bundle = Files.createDirectories(project.folder().resolve("target/acme-3.2.1"));
        Files.createFile(bundle.resolve("of-an-earlier-build.jar"));

        Outcome built = project.maven(maven, "package");

        assertThat(built.exitCode()).as(built.output()).isZero();
        assertThat(bundle.resolveSibling("acme-3.2.1.jar")).exists();
        assertThat(bundle).doesNotExist();
    }

    @Test
    void buildsWithThePlainPomOfTheGuide() throws Exception {
        project.dropThePrivateDependency();
        project.usePom(plainPom());

        Outcome built = project.maven(maven, "verify", "-Dconvene.kit.rules=LOADING,VERSION");

        assertThat(built.exitCode()).as(built.output()).isZero();
        assertThat(built.output()).contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
        Path jar = project.folder().resolve("target/acme-1.0.0.jar");
        assertThat(compiledAgainst(jar)).isEqualTo("1.0.0");
    }

    @Test
    void saysThatTheIdIsMissing() throws Exception {
        project.edit("pom.xml", "<convene.id>acme</convene.id>", "");

        Outcome built = project.maven(maven, "package");

        assertThat(built.exitCode()).isNotZero();
        assertThat(built.output()).contains("Set the property convene.id in the POM");
    }

    private static String plainPom() throws IOException {
        String guide = Files.readString(Path.of("../../docs/build-a-bundle/packaging.md"));
        Matcher pom = Pattern.compile("(?s)`pom.xml`:\n\n```xml\n(.*?)```").matcher(guide);
        assertThat(pom.find()).isTrue();
        return pom.group(1);
    }

    private static String compiledAgainst(Path jar) {
        return ModuleFinder.of(jar)
                .find("com.acme.convene")
                .orElseThrow()
                .descriptor()
                .requires()
                .stream()
                .filter(requires -> requires.name().equals("io.convene.core"))
                .flatMap(requires -> requires.rawCompiledVersion().stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
