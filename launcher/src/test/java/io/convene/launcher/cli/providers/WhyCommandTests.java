package io.convene.launcher.cli.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.cli.Outcome;
import io.convene.launcher.providers.TestBundle;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class WhyCommandTests {
    private Path folder;
    private Path libraries;

    @BeforeEach
    void prepare(@TempDir Path temp) throws IOException {
        folder = Files.createDirectory(temp.resolve("providers"));
        libraries = temp.resolve("libraries");
    }

    @Test
    void saysThatAHealthyBundleServes() {
        TestBundle.of("acme").writeTo(folder.resolve("acme-1.0.0.jar"));

        assertThat(why("acme").output())
                .startsWith("acme 1.0.0 is ACTIVE: it serves requests.\n")
                .contains("\nhosts       api.acme.example\n")
                .containsPattern("\nsha256      [0-9a-f]{64}\n")
                .contains("\nmodule acme.acme@1.0.0 (acme-1.0.0.jar)\n  requires io.convene.core@");
    }

    @Test
    void namesEveryProblemOfABundleAtOnce() {
        Path one = library("lib.one", "");
        Path two = library("lib.two", "");
        TestBundle.of("acme")
                .file("META-INF/convene/provider.json", "{\"id\":\"ACME\"}")
                .version("7")
                .directive("requires lib.one; requires lib.two; requires java.net.http;")
                .with(one)
                .with(two)
                .writeTo(folder.resolve("acme-1.0.0.jar"));

        Outcome outcome = why("acme-1.0.0.jar");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.output())
                .startsWith("acme-1.0.0.jar is REJECTED, with 5 problems: ")
                .contains("\nPRV-204  ", "\nPRV-208  ", "\nPRV-401  ", "\nPRV-402  ")
                .contains("requires lib.one,", "requires lib.two,", "requires java.net.http,")
                .contains("\n  requires lib.one@1.0.0: MISSING\n")
                .contains("\n  requires java.net.http: NOT ALLOWED to bundles\n");
    }

    @Test
    void showsTheWayToAMissingModuleOfADependency() throws IOException {
        Path deep = library("lib.deep", "");
        Path middle =
                TestBundle.library("lib.middle", "Some", "")
                        .directive("requires lib.deep;")
                        .with(deep)
                        .writeTo(libraries.resolve("middle.jar"));
        TestBundle.of("acme")
                .directive("requires lib.middle;")
                .with(middle)
                .writeTo(folder.resolve("acme-1.0.0/acme.jar"));
        Files.copy(middle, folder.resolve("acme-1.0.0/middle.jar"));

        assertThat(why("acme").output())
                .contains(
                        "\n  requires lib.middle@1.0.0 (middle.jar)\n    requires lib.deep@1.0.0: MISSING\n");
    }

    @Test
    void showsModulesThatRequireEachOtherAsACircle() {
        Path plain = library("lib.two", "");
        Path one =
                TestBundle.library("lib.one", "Some", "")
                        .directive("requires lib.two;")
                        .with(plain)
                        .writeTo(folder.resolve("acme-1.0.0/one.jar"));
        TestBundle.library("lib.two", "Some", "")
                .directive("requires lib.one;")
                .with(library("lib.one", ""))
                .writeTo(folder.resolve("acme-1.0.0/two.jar"));
        TestBundle.of("acme")
                .directive("requires lib.one;")
                .with(one)
                .with(plain)
                .writeTo(folder.resolve("acme-1.0.0/acme.jar"));

        assertThat(why("acme").output())
                .contains("\nPRV-404  ")
                .contains(
                        """

                          requires lib.one@1.0.0 (one.jar)
                            requires lib.two@1.0.0 (two.jar)
                              requires lib.one@1.0.0 (one.jar): a circle
                        """);
    }

    @Test
    void explainsEveryBundleWithAProblemWhenNoneIsNamed() {
        TestBundle.of("acme").writeTo(folder.resolve("acme-1.0.0.jar"));
        assertThat(why().output()).isEqualTo("No bundle has a problem.\n");

        TestBundle.of("other").version("1").writeTo(folder.resolve("other.jar"));
        assertThat(why().output()).contains("PRV-208").doesNotContain("acme-1.0.0.jar");
    }

    @Test
    void asksForAnotherNameWhereThereIsNoSuchBundle() {
        TestBundle.of("acme").writeTo(folder.resolve("acme-1.0.0.jar"));

        Outcome outcome = why("acmee");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error())
                .isEqualTo("convene: no bundle is called 'acmee'; did you mean acme?\n");
    }

    @Test
    void printsTheSameAsJson() {
        TestBundle.of("acme").version("1").writeTo(folder.resolve("acme.jar"));

        assertThat(why("acme", "--json").output())
                .contains("\"problems\":[{\"code\":\"PRV-208\",\"meaning\":\"")
                .contains("\"modules\":[{\"module\":\"acme.acme\",\"jar\":\"acme.jar\"");
    }

    @Test
    void saysThatTheFolderIsNotThere() {
        Outcome outcome =
                Outcome.of("providers", "why", "--directory", folder.resolve("no").toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error())
                .isEqualTo(
                        "convene: The folder of bundles %s cannot be read: it does not exist; nothing was changed. Create it, make it readable, or name another.\n"
                                .formatted(folder.resolve("no")));
    }

    @Test
    void listsTheProblemsBelowTheTable() {
        TestBundle.of("acme").version("1").writeTo(folder.resolve("acme.jar"));

        Outcome outcome = Outcome.of("providers", "list", "--directory", folder.toString());
        assertThat(outcome.output())
                .startsWith("ID    VERSION  STATE     BUNDLE    CODE     TIER\n")
                .contains("\nacme.jar: PRV-208 acme.jar has the version '1'");
    }

    private Path library(String module, String body) {
        return TestBundle.library(module, "Some", body).writeTo(libraries.resolve(module + ".jar"));
    }

    private Outcome why(String... words) {
        String[] line = new String[words.length + 4];
        line[0] = "providers";
        line[1] = "why";
        System.arraycopy(words, 0, line, 2, words.length);
        line[words.length + 2] = "--directory";
        line[words.length + 3] = folder.toString();
        return Outcome.of(line);
    }
}
