package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/** Files that operators leave in the providers directory next to bundles, and under odd names. */
class FileNameTests {
    private Ground ground;

    @BeforeEach
    void prepare(@TempDir Path temp) {
        ground = new Ground(temp);
        TestBundle.of("healthy").writeTo(ground.at("healthy-1.0.0.jar"));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".DS_Store",
                "Thumbs.db",
                "desktop.ini",
                "acme-1.0.0.jar~",
                "._acme-1.0.0.jar",
                "README.md",
                "acme-1.0.0.jar.sha256",
                "acme-1.0.0.jar.part",
                "#acme.jar#"
            })
    void ignoresFilesOfTheSystemAndOfEditors(String name) throws IOException {
        Files.writeString(ground.at(name), "something");

        assertNothingBut();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost+found", "__MACOSX", ".git", "@eaDir", "acme-1.0.0~"})
    void ignoresFoldersOfTheSystemAndOfEditors(String name) throws IOException {
        Files.createDirectory(ground.at(name));
        Files.writeString(ground.at(name).resolve("acme.jar"), "not a jar");

        assertNothingBut();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "names cannot have line breaks there")
    void readsABundleWhoseNameHasALineBreak() {
        TestBundle.of("acme").writeTo(ground.at("acme\n1.jar"));

        assertThat(ground.open().list())
                .extracting(ProviderStatus::bundle)
                .containsExactlyInAnyOrder("acme 1.jar", "healthy-1.0.0.jar");
    }

    @ParameterizedTest
    @CsvSource({
        "acme-1.0.0.JAR, Rename it to acme-1.0.0.jar.",
        "Acme.Jar, Rename it to Acme.jar.",
        "acme-1.0.0.zip, Put the jar itself here",
        "acme-1.0.0.WAR, Put the jar itself here",
        "acme-1.0.0.tar.gz, Put the jar itself here"
    })
    void saysWhatToDoWithAFileThatIsNearlyABundle(String name, String cure) throws IOException {
        Files.writeString(ground.at(name), "something");

        ProviderStatus status = rejected(name);
        assertThat(status.reason().orElseThrow()).startsWith(name + " is not read");
        assertThat(status.fix().orElseThrow()).startsWith(cure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-1.0.0.jar", "acme", "acme-1.0.0.zip"})
    void namesTheTargetOfALinkThatLeadsToNothing(String name) throws IOException {
        Files.createSymbolicLink(ground.at(name), Path.of("../releases/acme"));

        assertThat(rejected(name).reason().orElseThrow())
                .isEqualTo(
                        "%s is a symbolic link to ../releases/acme, which does not exist or cannot be reached."
                                .formatted(name));
    }

    @Test
    void readsALinkThatLeadsToABundle(@TempDir Path releases) throws IOException {
        Path jar = TestBundle.of("linked").writeTo(releases.resolve("some.file"));
        Files.createSymbolicLink(ground.at("linked-1.0.0.jar"), jar);

        assertThat(ground.open().isActive("linked")).isTrue();
    }

    @Test
    void saysThatAnEmptyFileWasNotCopiedWhole() throws IOException {
        Files.createFile(ground.at("acme-1.0.0.jar"));

        assertThat(rejected("acme-1.0.0.jar").code()).contains(ProviderCode.EMPTY_FILE);
    }

    @Test
    void saysThatAFileMayNotBeRead() throws IOException {
        Path jar = TestBundle.of("acme").writeTo(ground.at("acme-1.0.0.jar"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(jar), "who runs the tests may read everything");

        assertThat(rejected("acme-1.0.0.jar").code()).contains(ProviderCode.NO_PERMISSION);
    }

    @Test
    void readsBundlesWhoseNamesAreNotAscii() throws Exception {
        rename(TestBundle.of("bench").writeTo(ground.at("a.jar")), "pr\\303\\274fstand-1.0.0.jar");
        TestBundle.of("latin").writeTo(ground.at("b/latin.jar"));
        rename(ground.at("b"), "b\\374ro-1.0.0");
        rename(
                TestBundle.library("lib.kana", "Kana", "").writeTo(ground.at("kana/library.jar")),
                "kana/\\351\\235\\242.jar");
        TestBundle.of("kana").writeTo(ground.at("kana/kana.jar"));
        Providers providers = ground.open();

        assertThat(Ground.status(providers, "prüfstand-1.0.0.jar").state())
                .isEqualTo(ProviderState.ACTIVE);
        assertThat(providers.isActive("latin")).isTrue();
        assertThat(providers.isActive("kana")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "nowhere.UTF-8"})
    void readsThemInEveryLocale(String locale, @TempDir Path folder) throws Exception {
        rename(TestBundle.of("bench").writeTo(ground.at("a.jar")), "pr\\303\\274fstand-1.0.0.jar");
        rename(TestBundle.of("both").writeTo(ground.at("b.jar")), "\\303\\274-\\377.jar");
        ProcessBuilder command =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--module-path",
                                System.getProperty("jdk.module.path"),
                                "--patch-module",
                                "io.convene.launcher=target/test-classes",
                                "--module",
                                "io.convene.launcher/" + ListedBundles.class.getName(),
                                ground.directory().toString(),
                                folder.toString())
                        .redirectErrorStream(true);
        command.environment().put("LC_ALL", locale);

        assertThat(output(command))
                .contains(
                        "healthy ACTIVE healthy-1.0.0.jar",
                        "bench ACTIVE prüfstand-1.0.0.jar",
                        "both ACTIVE ");
    }

    @Test
    void listsBothOfTwoNamesThatDifferInCaseAlone() throws IOException {
        Path jar = TestBundle.of("acme").writeTo(ground.at("acme-1.0.0.jar"));
        Files.copy(jar, ground.at("Acme-1.0.0.jar"));
        Providers providers = ground.open();

        assertThat(providers.isActive("acme")).isTrue();
        assertThat(Ground.status(providers, "acme-1.0.0.jar").reason().orElseThrow())
                .isEqualTo("acme-1.0.0.jar is acme 1.0.0 like Acme-1.0.0.jar.");
    }

    @Test
    void namesBothJarsOfAFolderThatCarryOneModule() throws IOException {
        Path library = library("lib.twice", "library.jar");
        Files.copy(library, ground.at("acme-1.0.0/Library.jar"));

        assertThat(rejected("acme-1.0.0").reason().orElseThrow())
                .contains("Library.jar and library.jar both carry the module lib.twice");
    }

    @ParameterizedTest
    @CsvSource({
        "scala-lib_2.13-1.0.jar, scala-lib-1.0.jar",
        "2024-report.jar, report.jar",
        "a.switch-3.jar, a-3.jar",
        "42.jar, library.jar"
    })
    void namesTheCureForADependencyWhoseNameMakesNoModule(String name, String better)
            throws IOException {
        TestBundle.library("lib.plain", "Plain", "")
                .withoutModuleInfo()
                .writeTo(ground.at("acme-1.0.0/" + name));
        TestBundle.of("acme").writeTo(ground.at("acme-1.0.0/acme.jar"));

        ProviderStatus status = rejected("acme-1.0.0");
        assertThat(status.code()).contains(ProviderCode.NO_MODULE_NAME);
        assertThat(status.reason().orElseThrow()).startsWith(name + " has no module-info");
        assertThat(status.fix().orElseThrow())
                .contains("for example to %s,".formatted(better), "Automatic-Module-Name");
    }

    @Test
    void acceptsTheNameThatItRecommends() {
        TestBundle.library("lib.plain", "Plain", "")
                .withoutModuleInfo()
                .writeTo(ground.at("acme-1.0.0/scala-lib-1.0.jar"));
        TestBundle.of("acme").writeTo(ground.at("acme-1.0.0/acme.jar"));

        assertThat(ground.open().isActive("acme")).isTrue();
    }

    @Test
    void asksABundleOfAnOddNameForAModuleInfo() {
        TestBundle.of("acme").withoutModuleInfo().writeTo(ground.at("acme_2.13-1.0.0.jar"));

        assertThat(rejected("acme_2.13-1.0.0.jar").code()).contains(ProviderCode.NO_MODULE_INFO);
    }

    @Test
    void namesAJarOfAFolderWhoseNameIsInUpperCase() {
        library("lib.upper", "LIBRARY.JAR");

        assertThat(rejected("acme-1.0.0").reason().orElseThrow())
                .startsWith("LIBRARY.JAR is not read");
    }

    /** To a name in octal escapes, which may be of no encoding that this JVM writes. */
    private void rename(Path file, String name) throws Exception {
        output(
                new ProcessBuilder(
                        "sh",
                        "-c",
                        "mv \"$1\" \"$2/$(printf \"$3\")\"",
                        "sh",
                        file.toString(),
                        ground.directory().toString(),
                        name));
    }

    private static String output(ProcessBuilder command) throws Exception {
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private Path library(String module, String file) {
        TestBundle.of("acme").writeTo(ground.at("acme-1.0.0/acme.jar"));
        return TestBundle.library(module, "Some", "").writeTo(ground.at("acme-1.0.0/" + file));
    }

    private ProviderStatus rejected(String name) {
        Providers providers = ground.open();
        ProviderStatus status = Ground.status(providers, name);
        assertThat(providers.isActive("healthy")).isTrue();
        assertThat(status.state()).isEqualTo(ProviderState.REJECTED);
        return status;
    }

    private void assertNothingBut() {
        assertThat(ground.open().list())
                .singleElement()
                .extracting(ProviderStatus::bundle)
                .isEqualTo("healthy-1.0.0.jar");
    }
}
