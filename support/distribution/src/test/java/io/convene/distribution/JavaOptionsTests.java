package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.distribution.Distribution.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command chooses options for the runtime, and the operator's win. */
class JavaOptionsTests {
    private static final Distribution BUILT = Distribution.built();

    @TempDir private Path folder;

    @Test
    void handsOptionsToTheRuntime() throws Exception {
        Outcome outcome = withOptions("-Dsome.option=1 -version");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("Runtime Environment");
    }

    @Test
    void leavesTheChoiceOfACollectorToTheOperator() throws Exception {
        Outcome outcome = withOptions("-XX:+UseParallelGC -XX:+PrintCommandLineFlags -version");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("UseParallelGC").doesNotContain("UseSerialGC");
    }

    @Test
    void collectsSeriallyInAHeapThatFollowsTheLoadOnTwoCores() throws Exception {
        String follows = "-Dconvene.heap.follows=true";

        assertThat(optionsWithCores(2, ""))
                .contains("-XX:+UseSerialGC -Xms12m -XX:NewSize=4m ", follows)
                .doesNotContain("G1PeriodicGCInterval");
        assertThat(optionsWithCores(4, ""))
                .contains("-XX:G1PeriodicGCInterval=60000")
                .doesNotContain("UseSerialGC", "NewSize", "NewRatio", follows);
        assertThat(optionsWithCores(4, "-XX:+UseSerialGC")).contains("NewSize", follows);
        assertThat(optionsWithCores(2, "-XX:+UseG1GC"))
                .doesNotContain("UseSerialGC", "NewSize", follows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmn64m", "-Xms256m", "-XX:MaxNewSize=32m", "-Xmx48m"})
    void startsWithTheSizesOfTheOperator(String option) throws Exception {
        Outcome outcome = withOptions(option, "--help");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).doesNotContain("[warning]", "[error]");
    }

    @Test
    void boundsTheHeapByCoresAndMemory() throws Exception {
        long half = memory() / 2;

        assertThat(optionsWithCores(1, "")).contains("-Xmx%dm ".formatted(Math.min(480, half)));
        assertThat(optionsWithCores(4, "")).contains("-Xmx%dm ".formatted(Math.min(960, half)));
        assertThat(optionsWithCores(100_000, "")).contains("-Xmx%dm ".formatted(half));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx1g", "-XX:MaxHeapSize=1g", "-XX:MaxRAMPercentage=70"})
    void leavesTheBoundOfTheHeapToTheOperator(String option) throws Exception {
        assertThat(optionsWithCores(2, option).replace(option, ""))
                .doesNotContain("-Xmx", "MaxRAMPercentage");
    }

    /** The options for the runtime on a machine of so many cores. */
    private String optionsWithCores(int cores, String given) throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Path command = commandWithJava("echo $*");
        program(tools.resolve("getconf"), "echo " + cores);
        return Distribution.run(
                        tools,
                        List.of(
                                find("env").toString(),
                                "CONVENE_JAVA_OPTIONS=" + given,
                                command.toString()))
                .output();
    }

    /** The MiB that this process may use, by the JVM's own reading of the machine. */
    private static long memory() {
        return ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getTotalMemorySize()
                >> 20;
    }

    @Test
    void asksForBigPagesWhereTheKernelGivesThem() throws Exception {
        Path setting = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        boolean given = Files.exists(setting) && !Files.readString(setting).contains("[never]");

        String options =
                Distribution.run(folder, List.of(commandWithJava("echo $*").toString())).output();

        assertThat(options.contains("-XX:+UseTransparentHugePages")).as(options).isEqualTo(given);
        assertThat(withOptions("-version").output()).doesNotContain("warning");
    }

    @Test
    void hasTheLibraryOfCGiveMemoryBackUnlessTheOperatorSaysOtherwise() throws Exception {
        Path command = commandWithJava("echo $MALLOC_ARENA_MAX $MALLOC_TRIM_THRESHOLD_");
        String env = find("env").toString();

        assertThat(Distribution.run(folder, List.of(command.toString())).output().strip())
                .isEqualTo("1 131072");
        assertThat(
                        Distribution.run(
                                        folder,
                                        List.of(env, "MALLOC_ARENA_MAX=4", command.toString()))
                                .output()
                                .strip())
                .isEqualTo("4 131072");
    }

    /** The image's command with a runtime that only runs the script. */
    private Path commandWithJava(String script) throws Exception {
        Path command = folder.resolve("home/bin/convene");
        Path java = folder.resolve("home/runtime/bin/java");
        Files.createDirectories(command.getParent());
        Files.createDirectories(java.getParent());
        Files.copy(
                BUILT.command(),
                command,
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING);
        program(java, script);
        return command;
    }

    private static void program(Path file, String script) throws Exception {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Outcome withOptions(String options, String... more) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(find("env").toString());
        command.add("CONVENE_JAVA_OPTIONS=" + options);
        command.add(BUILT.command().toString());
        command.add("serve");
        command.addAll(List.of(more));
        return Distribution.run(folder, command);
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
