package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.distribution.Distribution.Outcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One bundle is released from a clone of this repository, and a running server takes it up. */
class ReleaseTests {
    private static final String VERSION = "71.0.0";

    @TempDir private Path folder;
    private Checkout checkout;

    @BeforeEach
    void cloneTheRepository() throws Exception {
        checkout = Checkout.clonedTo(folder.resolve("clone"));
    }

    @Test
    void releasesOneBundleWhichARunningServerTakesUp() throws Exception {
        addToTheChangelog();
        String before = checkout.git("rev-parse", "HEAD");
        Path providers = Files.createDirectory(folder.resolve("providers"));
        for (Path bundle : Distribution.built().bundles()) {
            Files.copy(bundle, providers.resolve(bundle.getFileName()));
        }
        try (AdminServer server = AdminServer.start(folder)) {
            assertThat(server.providers()).doesNotContain(VERSION);

            Outcome outcome = release("-Drepository=" + folder.resolve("repository"));

            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            assertThat(checkout.git("diff", "--name-only", before, "HEAD").lines())
                    .containsExactly("provider-ashby/CHANGELOG.md", "provider-ashby/pom.xml");
            assertThat(checkout.git("diff", "-U0", before, "HEAD"))
                    .containsPattern("\\+## 71\\.0\\.0 – \\d{4}-\\d\\d-\\d\\d\n")
                    .contains("+  <version>71.0.0</version>");
            assertThat(checkout.git("rev-list", "--count", before + "..HEAD")).isEqualTo("1");
            assertThat(checkout.git("rev-parse", "provider-ashby/v71.0.0^{commit}"))
                    .isEqualTo(checkout.git("rev-parse", "HEAD"));
            assertThat(checkout.git("status", "--porcelain")).isEmpty();
            Path jar = releasedFiles();

            Files.copy(jar, providers.resolve(jar.getFileName()));
            assertThat(server.reload())
                    .contains("\"bundle\":\"ashby-71.0.0.jar\"")
                    .containsPattern("\"to\":\"ACTIVE\"");
        }
    }

    @Test
    void changesNothingWhenTheBuildFails() throws Exception {
        addToTheChangelog();
        Path pom = checkout.folder().resolve("provider-ashby/pom.xml");
        Files.writeString(pom, Files.readString(pom).replace("</project>", "</projct>"));
        checkout.commit("Break the bundle");
        String before = checkout.state();

        Outcome outcome = release();

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("was not released: its build failed");
        assertThat(checkout.state()).isEqualTo(before);
        assertThat(checkout.folder().resolve("target/release")).doesNotExist();
    }

    @Test
    void refusesWhatIsNotReady() throws Exception {
        releaseTheChangelog();
        assertRefused("does not begin with an unreleased section");
        addToTheChangelog();
        checkout.git("tag", "provider-ashby/v71.0.0");
        assertRefused("the tag provider-ashby/v71.0.0 exists");
        Files.writeString(checkout.folder().resolve("README.md"), "changed");
        assertRefused("the work tree has changes");
    }

    private void assertRefused(String reason) throws Exception {
        String before = checkout.state();
        Outcome outcome = release();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains(reason);
        assertThat(checkout.state()).isEqualTo(before);
    }

    private Outcome release(String... more) throws Exception {
        Path sdk = Distribution.built().home().resolve("sdk");
        // The same build runs the kit on this bundle, in support/conformance.
        List<String> command = new ArrayList<>(List.of("./build", "release"));
        command.addAll(List.of("provider-ashby", VERSION, "--without-kit"));
        command.addAll(EmptyMaven.in(folder, sdk).options());
        command.addAll(List.of(more));
        return checkout.shell().run(command);
    }

    /** Checks the files of the release and of the repository, and gives the jar. */
    private Path releasedFiles() throws Exception {
        Path released = checkout.folder().resolve("target/release/provider-ashby-71.0.0");
        String sums =
                new Shell(released, Map.of()).output(List.of("sha256sum", "-c", "SHA256SUMS"));
        assertThat(sums.lines())
                .containsExactly(
                        "ashby-71.0.0-cyclonedx.json: OK",
                        "ashby-71.0.0-sources.jar: OK",
                        "ashby-71.0.0.jar: OK",
                        "convene-provider-ashby-71.0.0.pom: OK");
        assertThat(released.resolve("ashby-71.0.0-cyclonedx.json"))
                .content()
                .contains("\"bomFormat\" : \"CycloneDX\"", "convene-provider-ashby");

        Path jar = released.resolve("ashby-71.0.0.jar");
        Path published =
                folder.resolve("repository/io/convene/convene-provider-ashby/71.0.0")
                        .resolve("convene-provider-ashby-71.0.0.jar");
        assertThat(published).hasSameBinaryContentAs(jar);
        assertThat(Path.of(published + ".sha256")).exists();
        return jar;
    }

    /** Leaves no section that is unreleased. */
    private void releaseTheChangelog() throws Exception {
        Path changelog = checkout.folder().resolve("provider-ashby/CHANGELOG.md");
        String text = Files.readString(changelog);
        String released = text.replace(" – unreleased", "");
        if (!released.equals(text)) {
            Files.writeString(changelog, released);
            checkout.commit("Release what there is");
        }
    }

    private void addToTheChangelog() throws Exception {
        Path changelog = checkout.folder().resolve("provider-ashby/CHANGELOG.md");
        String text = Files.readString(changelog);
        Files.writeString(
                changelog, text.replaceFirst("\n## ", "\n## Unreleased\n\n- A change.\n\n## "));
        checkout.commit("Note a change");
    }
}
