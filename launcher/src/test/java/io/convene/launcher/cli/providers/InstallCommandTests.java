package io.convene.launcher.cli.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.cli.Outcome;
import io.convene.launcher.providers.TestBundle;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class InstallCommandTests {
    private Path folder;
    private Path releases;

    @BeforeEach
    void prepare(@TempDir Path temp) throws IOException {
        folder = Files.createDirectory(temp.resolve("providers"));
        releases = Files.createDirectory(temp.resolve("releases"));
    }

    @Test
    void namesABundleByItsIntegrationAndVersion() {
        Path jar = TestBundle.of("acme").writeTo(releases.resolve("some.jar"));

        Outcome outcome = run("install", jar.toString());
        assertThat(outcome.code()).as(outcome.error()).isZero();
        assertThat(outcome.output())
                .startsWith("Installed acme-1.0.0.jar (acme 1.0.0).\nSHA-256 ")
                .endsWith("\nA running server takes it up with: convene providers reload\n");
        assertThat(files()).containsExactly("acme-1.0.0.jar");
        assertThat(folder.resolve("acme-1.0.0.jar")).hasSameBinaryContentAs(jar);
    }

    @Test
    void removesWhatAKilledInstallationLeft() throws IOException {
        Path old = Files.createDirectories(folder.resolve(".install-1/some")).getParent();
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Files.createDirectory(folder.resolve(".install-2"));

        run("install", version("1.0.0").toString());
        assertThat(files()).containsExactly(".install-2", "acme-1.0.0.jar");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void takesNoPipe() throws Exception {
        Path pipe = releases.resolve("acme-1.0.0.jar");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        Outcome outcome = run("install", pipe.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).contains("is neither a file nor a folder");
        assertThat(files()).isEmpty();
    }

    @Test
    void saysThatAJarIsNamedLikeAnArchive() {
        Path jar = TestBundle.of("acme").writeTo(releases.resolve("acme.zip"));

        assertThat(run("install", jar.toString()).error())
                .isEqualTo(
                        "convene: acme.zip contains no jar; if it is the jar of a bundle itself, rename it to acme.jar\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "no hash"})
    void refusesAHashThatIsNone(String hash) {
        Outcome outcome = run("install", version("1.0.0").toString(), "--sha256", hash);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.error()).contains("'%s' is not a SHA-256".formatted(hash));
    }

    @Test
    void saysThatTheFolderIsNotThere() {
        Path missing = releases.resolve("no");

        Outcome outcome =
                Outcome.of(
                        "providers",
                        "install",
                        version("1.0.0").toString(),
                        "--directory",
                        missing.toString());
        assertThat(outcome.error())
                .isEqualTo(
                        "convene: the folder of bundles %s cannot be written: it does not exist; create it, make it writable, or name another with --directory\n"
                                .formatted(missing));
    }

    @Test
    void leavesTheFolderAsItWasWhenTheBundleWouldBeRefused() {
        TestBundle.of("acme").writeTo(folder.resolve("acme-1.0.0.jar"));
        Path broken =
                TestBundle.of("acme")
                        .version("2.0.0")
                        .provider("public Acme() { throw new IllegalStateException(\"no\"); }")
                        .writeTo(releases.resolve("acme-2.0.0.jar"));

        Outcome outcome = run("install", broken.toString(), "--replace");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error())
                .startsWith(
                        "acme-2.0.0.jar is not installed, because it would be refused, with one problem.\n")
                .contains("PRV-601");
        assertThat(files()).containsExactly("acme-1.0.0.jar");
    }

    @Test
    void refusesAStrangerThatClaimsAnOwnedIntegration() throws IOException {
        TestBundle.of("acme").writeTo(folder.resolve("acme-1.0.0.jar"));
        Files.writeString(folder.resolve("providers.lock"), "owner acme acme.acme\n");
        Path stray =
                TestBundle.of("acme", "stray.module")
                        .version("9.0.0")
                        .writeTo(releases.resolve("stray.jar"));

        assertThat(run("install", stray.toString()).error()).contains("PRV-501");
        assertThat(files()).containsExactly("acme-1.0.0.jar", "providers.lock");
    }

    @Test
    void keepsOlderVersionsUnlessTheyAreToBeReplaced() {
        TestBundle.of("acme").writeTo(folder.resolve("acme-1.0.0.jar"));
        Path next = version("1.1.0");

        assertThat(run("install", next.toString()).output())
                .contains("\nOther versions of acme stay: acme-1.0.0.jar.");
        assertThat(files()).containsExactly("acme-1.0.0.jar", "acme-1.1.0.jar");

        Path last = version("1.2.0");
        assertThat(run("install", last.toString(), "--replace").output())
                .contains("Moved acme-1.0.0.jar to ", "Moved acme-1.1.0.jar to ");
        assertThat(files()).containsExactly(".replaced", "acme-1.2.0.jar");
    }

    @Test
    void goesBackToAReplacedVersion() {
        run("install", version("1.0.0").toString());
        run("install", version("1.1.0").toString(), "--replace");
        String old = folder.resolve(".replaced/acme-1.0.0.jar").toString();

        assertThat(run("install", old, "--replace").code()).isZero();
        assertThat(files()).containsExactly(".replaced", "acme-1.0.0.jar");
        assertThat(folder.resolve(".replaced/acme-1.1.0.jar")).exists();
    }

    @Test
    void doesNothingWhenTheBundleIsThereAlready() {
        Path jar = version("1.0.0");
        run("install", jar.toString());

        Outcome outcome = run("install", jar.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.output()).isEqualTo("acme 1.0.0 is there already, as acme-1.0.0.jar.\n");
    }

    @Test
    void doesNotOverwriteAVersionWithOtherBytes() {
        run("install", version("1.0.0").toString());
        Path other = TestBundle.of("acme").file("other", "text").writeTo(releases.resolve("b.jar"));

        Outcome outcome = run("install", other.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error())
                .startsWith("convene: there is a acme-1.0.0.jar with other bytes;");
    }

    @Test
    void refusesAFileWithAnotherHash() {
        String other = "ab".repeat(32);

        Outcome outcome = run("install", version("1.0.0").toString(), "--sha256", other);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).contains(" has the SHA-256 ", ", not %s;".formatted(other));
        assertThat(files()).isEmpty();
    }

    @Test
    void installsAFolderWithPrivateDependencies() {
        Path bundle = folderBundle();

        assertThat(run("install", bundle.toString()).code()).isZero();
        assertThat(files()).containsExactly("acme-1.0.0");
        assertThat(folder.resolve("acme-1.0.0/library.jar")).exists();
    }

    @Test
    void installsAZipFileOfAFolder() throws IOException {
        Path bundle = folderBundle();
        Path zip = releases.resolve("acme.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (String name : List.of("acme.jar", "library.jar")) {
                packed.putNextEntry(new ZipEntry("acme-1.0.0/" + name));
                Files.copy(bundle.resolve(name), packed);
            }
            packed.putNextEntry(new ZipEntry("../../README"));
        }

        Outcome outcome = run("install", zip.toString());
        assertThat(outcome.code()).as(outcome.error()).isZero();
        assertThat(folder.resolve("acme-1.0.0/library.jar")).exists();
    }

    @Test
    void removesABundle() {
        run("install", version("1.0.0").toString());
        run("install", version("1.1.0").toString());

        assertThat(run("remove", "acme").error())
                .isEqualTo(
                        "convene: there are several bundles 'acme' (acme-1.0.0.jar, acme-1.1.0.jar); name one, or its version with --version\n");
        assertThat(run("remove", "acme", "--version", "1.0.0").output())
                .startsWith("Removed acme-1.0.0.jar.\n");
        assertThat(files()).containsExactly("acme-1.1.0.jar");
        assertThat(run("remove", "other").code()).isEqualTo(1);
    }

    @Test
    void pinsTheBytesOfBundles() throws IOException {
        run("install", version("1.0.0").toString());
        assertThat(run("lock").output())
                .containsPattern("acme +1.0.0 +acme-1.0.0.jar +new +\\S{64}");
        assertThat(run("lock").output()).contains(" unchanged ");

        TestBundle.of("acme").file("other", "text").writeTo(folder.resolve("acme-1.0.0.jar"));
        assertThat(run("list").output()).contains("PRV-504");

        Outcome outcome = run("lock");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains(" differs ");
        assertThat(outcome.error())
                .isEqualTo(
                        "convene: acme-1.0.0.jar has other bytes than those pinned; restore it, or pin it again with --update\n");
        assertThat(run("lock", "--update").output()).contains(" updated ");
        assertThat(run("list").output()).contains("ACTIVE");
    }

    private Path version(String version) {
        return TestBundle.of("acme")
                .version(version)
                .writeTo(releases.resolve("acme-%s.jar".formatted(version)));
    }

    private Path folderBundle() {
        Path bundle = releases.resolve("acme-1.0.0");
        Path library =
                TestBundle.library("lib.some", "Some", "").writeTo(bundle.resolve("library.jar"));
        TestBundle.of("acme")
                .directive("requires lib.some;")
                .with(library)
                .writeTo(bundle.resolve("acme.jar"));
        return bundle;
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome run(String... words) {
        List<String> line = new ArrayList<>(List.of("providers"));
        line.addAll(List.of(words));
        line.addAll(List.of("--directory", folder.toString()));
        return Outcome.of(line.toArray(String[]::new));
    }
}
