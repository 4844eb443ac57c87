package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.distribution.Distribution.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The image starts from any folder, and has named modules only. */
class ImageTests {
    private static final Distribution BUILT = Distribution.built();

    @TempDir private Path folder;

    @Test
    void answersHelp() throws Exception {
        for (String command : List.of("serve", "token", "demo", "sandbox")) {
            Outcome outcome =
                    Distribution.run(
                            folder, List.of(BUILT.command().toString(), command, "--help"));

            assertThat(outcome.exitCode()).as(outcome.output()).isZero();
            assertThat(outcome.output()).contains("Usage: convene " + command);
        }
    }

    @Test
    void listsAllCommandsAndSuggestsTheNearest() throws Exception {
        String convene = BUILT.command().toString();

        assertThat(Distribution.run(folder, List.of(convene, "help")).output())
                .contains("\n  serve ", "\n  token ", "\n  demo ", "\n  sandbox ", "\n  help ");
        Outcome misspelt = Distribution.run(folder, List.of(convene, "sandbx"));
        assertThat(misspelt.exitCode()).isEqualTo(2);
        assertThat(misspelt.output()).contains("did you mean sandbox?");
        Outcome unknown = Distribution.run(folder, List.of(convene, "demo", "--prot", "1"));
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.output()).contains("unknown option '--prot'; did you mean --port?");
    }

    @Test
    void startsTheSandboxAlone() throws Exception {
        List<String> command = List.of(BUILT.command().toString(), "sandbox");
        try (RunningCommand sandbox = RunningCommand.start(command)) {
            assertThat(sandbox.awaitOutput("Ctrl-C")).contains("base_url");
        }
    }

    @Test
    void startsWhenCopiedElsewhereWithoutJavaOnThePath() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Distribution copy = BUILT.copiedTo(folder.resolve("a copy"));

        Outcome outcome =
                Distribution.run(empty, List.of(copy.command().toString(), "serve", "--help"));

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    @Test
    void startsThroughSymbolicLinks() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Files.createSymbolicLink(tools.resolve("readlink"), find("readlink"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), BUILT.command());
        Files.createSymbolicLink(folder.resolve("second"), first.getFileName());

        Outcome outcome =
                Distribution.run(
                        tools, List.of(folder.resolve("second").toString(), "serve", "--help"));

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        Files.delete(first);
        Files.delete(tools.resolve("readlink"));
    }

    @Test
    void holdsNamedModulesOnly() throws Exception {
        Outcome outcome =
                Distribution.run(folder, List.of(BUILT.java().toString(), "--list-modules"));

        List<String> lines = outcome.output().lines().toList();
        assertThat(lines)
                .allMatch(line -> Pattern.matches("[a-z][\\w.]*@[^ ]+", line))
                .anyMatch(line -> line.startsWith("io.convene.core@"))
                .anyMatch(line -> line.startsWith("io.convene.launcher@"))
                .anyMatch(line -> line.startsWith("io.convene.demo@"))
                .anyMatch(line -> line.startsWith("io.convene.sandbox@"))
                .noneMatch(line -> line.startsWith("io.convene.provider."));
        assertThat(moduleDescriptors()).hasSameSizeAs(lines);
    }

    @Test
    void resolvesEveryJdkModuleThatABundleMayRequire() throws Exception {
        Outcome outcome =
                Distribution.run(
                        folder,
                        List.of(
                                BUILT.java().toString(),
                                "--show-module-resolution",
                                "--dry-run",
                                "--module",
                                "io.convene.launcher/io.convene.launcher.cli.Main"));

        List<String> roots = new ArrayList<>();
        outcome.output()
                .lines()
                .filter(line -> line.startsWith("root "))
                .forEach(line -> roots.add(line.split(" ")[1]));
        assertThat(roots)
                .contains(System.getProperty("bundles.jdk.modules").split(","))
                .contains("io.convene.launcher")
                .doesNotContain("io.convene.demo", "io.convene.sandbox");
    }

    @Test
    void hasTheModulesForBundlesThatAreDocumented() throws Exception {
        String documented = Files.readString(Path.of("../../docs/build-a-bundle/spi.md"));

        assertThat(System.getProperty("bundles.jdk.modules").split(","))
                .allSatisfy(module -> assertThat(documented).contains("`" + module + "`"));
    }

    private static List<String> moduleDescriptors() throws Exception {
        Map<String, String> home = Map.of("java.home", BUILT.runtime().toString());
        try (FileSystem image = FileSystems.newFileSystem(URI.create("jrt:/"), home);
                Stream<Path> modules = Files.list(image.getPath("/modules"))) {
            return modules.filter(module -> Files.exists(module.resolve("module-info.class")))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
