package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.distribution.Distribution.Outcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The commands about bundles, of the packaged product and on its own bundles. */
@Timeout(300)
class BundleCommandTests {
    @TempDir private Path folder;

    private Path providers;
    private Path greenhouse;

    @BeforeEach
    void prepare() throws IOException {
        providers = Files.createDirectory(folder.resolve("providers"));
        greenhouse =
                Distribution.built().bundles().stream()
                        .filter(jar -> jar.getFileName().toString().startsWith("greenhouse-"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void verifiesInstallsPinsExplainsAndRemovesABundle() throws Exception {
        String name = greenhouse.getFileName().toString();

        assertThat(convene("verify", greenhouse.toString()).output())
                .startsWith(name + " can be installed: greenhouse ")
                .contains("\nhosts ", "\nmodule io.convene.provider.greenhouse@");
        assertThat(inFolder("install", greenhouse.toString()).output())
                .startsWith("Installed " + name);
        assertThat(providers.resolve(name)).hasSameBinaryContentAs(greenhouse);
        assertThat(inFolder("list").output()).contains("ACTIVE");
        assertThat(inFolder("why", "greenhouse").output())
                .contains(" is ACTIVE: it serves requests.");
        assertThat(inFolder("lock").output()).contains(" new ");
        assertThat(providers.resolve("providers.lock")).content().contains("pin greenhouse ");
        assertThat(inFolder("remove", "greenhouse").output()).startsWith("Removed " + name);
        assertThat(providers.resolve(name)).doesNotExist();
    }

    @Test
    void doesNotInstallADamagedBundle() throws Exception {
        byte[] bytes = Files.readAllBytes(greenhouse);
        Path half = folder.resolve("half.jar");
        Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));

        Outcome outcome = inFolder("install", half.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("PRV-106");
        assertThat(providers).isEmptyDirectory();
        assertThat(convene("verify", half.toString()).exitCode()).isEqualTo(1);
    }

    @Test
    void listsAndExplainsTheBundlesOfARunningServer() throws Exception {
        inFolder("install", greenhouse.toString());
        try (AdminServer server = AdminServer.start(folder)) {
            Map<String, String> token = Map.of("CONVENE_TOKEN", AdminServer.token());
            Shell shell = new Shell(folder, token);
            List<String> words = List.of("--server", server.address());

            assertThat(shell.output(command(List.of("list"), words)))
                    .contains("greenhouse", "ACTIVE");
            assertThat(shell.output(command(List.of("why", "greenhouse"), words)))
                    .startsWith("greenhouse ")
                    .contains(" is ACTIVE: it serves requests.", "requires io.convene.core@");

            Files.writeString(providers.resolve("odd.jar"), "no jar");
            assertThat(shell.run(command(List.of("reload"), words)).exitCode()).isEqualTo(1);
            assertThat(shell.output(command(List.of("why"), words)))
                    .startsWith("odd.jar is REJECTED, with one problem: ")
                    .contains("PRV-106");
        }
    }

    @Test
    void checksAnInstallationWithoutStartingIt() throws Exception {
        Distribution copy = Distribution.built().copiedTo(folder.resolve("convene"));
        String config = copy.home().resolve("conf/convene.yaml").toString();
        Shell shell = new Shell(folder, Map.of());
        String convene = copy.command().toString();

        assertThat(shell.output(List.of(convene, "serve", "--config", config, "--check")))
                .startsWith("Everything is in order: ");
        assertThat(shell.output(List.of(convene, "doctor")))
                .contains("ok       java ", "ok       configuration ", ", all active");
    }

    private Outcome inFolder(String... words) throws Exception {
        return new Shell(folder, Map.of())
                .run(command(List.of(words), List.of("--directory", providers.toString())));
    }

    private Outcome convene(String... words) throws Exception {
        return new Shell(folder, Map.of()).run(command(List.of(words), List.of()));
    }

    private static List<String> command(List<String> words, List<String> more) {
        List<String> start = List.of(Distribution.built().command().toString(), "providers");
        return Shell.words(Shell.words(start, words), more);
    }
}
