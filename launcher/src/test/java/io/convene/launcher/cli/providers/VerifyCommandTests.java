package io.convene.launcher.cli.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.cli.Outcome;
import io.convene.launcher.providers.TestBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class VerifyCommandTests {
    @TempDir private Path folder;

    @Test
    void tellsAboutABundleThatIsInOrder() {
        Path jar = TestBundle.of("acme").writeTo(folder.resolve("acme-1.0.0.jar"));

        Outcome outcome = verify(jar);
        assertThat(outcome.code()).as(outcome.error()).isZero();
        assertThat(outcome.output())
                .startsWith("acme-1.0.0.jar can be installed: acme 1.0.0 loads and can serve.\n")
                .contains("\nhosts       api.acme.example\n")
                .contains("\nsignature   acme-1.0.0.jar is not signed.\n")
                .contains("\njava        25 or newer\n")
                .contains("\ncredentials key\n")
                .contains("\nmodule acme.acme@1.0.0 (acme-1.0.0.jar)\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsNoPipe() throws Exception {
        Path pipe = folder.resolve("acme-1.0.0.jar");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        Outcome outcome = verify(pipe);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("PRV-101").doesNotContain("signature");
    }

    @Test
    void saysNothingAboutTheSignatureOfAFileThatIsNoJar() throws IOException {
        Path half = Files.writeString(folder.resolve("acme-1.0.0.jar"), "half a jar");

        assertThat(verify(half).output()).contains("PRV-106").doesNotContain("signature");
    }

    @Test
    void refusesABundleWithoutRunningItsCode() {
        Path mark = folder.resolve("mark");
        Path jar =
                TestBundle.of("acme")
                        .version("1")
                        .provider(
                                "public Acme() throws Exception { java.nio.file.Files.createFile(java.nio.file.Path.of(\"%s\")); }"
                                        .formatted(mark))
                        .writeTo(folder.resolve("acme.jar"));

        Outcome outcome = verify(jar);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output())
                .startsWith("acme.jar would be refused, with 2 problems.\n")
                .contains("PRV-208", "PRV-509");
        assertThat(mark).doesNotExist();
    }

    @Test
    void refusesABundleThatCannotBeLoaded() {
        Path jar =
                TestBundle.of("acme")
                        .provider("public Acme() { throw new IllegalStateException(\"no\"); }")
                        .writeTo(folder.resolve("acme-1.0.0.jar"));

        assertThat(verify(jar).output()).contains("PRV-601", "IllegalStateException: no");
    }

    @Test
    void outlivesABundleThatEndsItsProcess() {
        Path jar =
                TestBundle.of("acme")
                        .provider(
                                "public Acme() { System.err.println(\"good bye\"); System.exit(42); }")
                        .writeTo(folder.resolve("acme-1.0.0.jar"));

        Outcome outcome = verify(jar);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error())
                .isEqualTo(
                        "convene: acme-1.0.0.jar ended the process in which it was loaded with exit code 42 (good bye); do not install it\n");
    }

    @Test
    void letsNoXmlDocumentOpenAnAddress() {
        String document = "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>";
        Path jar =
                TestBundle.of("acme")
                        .directive("requires java.xml;")
                        .provider(
                                "public Acme() throws Exception { javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new org.xml.sax.InputSource(new java.io.StringReader(\"%s\"))); }"
                                        .formatted(document))
                        .writeTo(folder.resolve("acme-1.0.0.jar"));

        assertThat(verify(jar).output()).contains("PRV-601", "accessExternalDTD");
    }

    @Test
    void doesNotShowABundleTheEnvironment() {
        Path jar =
                TestBundle.of("acme")
                        .provider(
                                "public Acme() { throw new IllegalStateException(\"sees \" + System.getenv().keySet().stream().filter(name -> name.startsWith(\"MAVEN\") || name.startsWith(\"JAVA\")).toList()); }")
                        .writeTo(folder.resolve("acme-1.0.0.jar"));

        assertThat(verify(jar).output()).contains("sees []");
    }

    @Test
    void doesNotMistakeThePrintsOfABundleForTheResult() {
        Path jar =
                TestBundle.of("acme")
                        .provider("public Acme() { System.out.println(\"[{}]\"); }")
                        .writeTo(folder.resolve("acme-1.0.0.jar"));

        assertThat(verify(jar, "--json").output())
                .startsWith("{\"bundle\":\"acme-1.0.0.jar\"")
                .contains("\"signature\":\"acme-1.0.0.jar is not signed.\"");
    }

    @ParameterizedTest
    @CsvSource({
        "acme.txt, would be ignored in the folder of bundles because of its name",
        "gone.jar, there is no file"
    })
    void saysWhatIsNoBundle(String name, String said) throws IOException {
        if (name.endsWith("txt")) {
            Files.writeString(folder.resolve(name), "text");
        }

        Outcome outcome = verify(folder.resolve(name));
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).contains(said);
    }

    private static Outcome verify(Path file, String... more) {
        String[] words = new String[3 + more.length];
        words[0] = "providers";
        words[1] = "verify";
        words[2] = file.toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return Outcome.of(words);
    }
}
