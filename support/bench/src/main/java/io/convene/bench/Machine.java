package io.convene.bench;

import io.convene.bench.process.Tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The machine and the versions that the numbers depend on. */
final class Machine {
    private static final Pattern LIBRARY =
            Pattern.compile(
                    "(javalin|jackson-databind|helidon-webserver|jmh-core)-(\\d[\\w.]*)\\.jar");

    private Machine() {}

    /** The head of the results. */
    static String describe(BenchOptions options) {
        ReportTable table = new ReportTable("", "");
        table.add("date", LocalDate.now(ZoneOffset.UTC).toString());
        table.add("processor", property("/proc/cpuinfo", "model name") + ", " + cores() + " cores");
        table.add("memory", property("/proc/meminfo", "MemTotal"));
        table.add("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        table.add("JDK of peers and upstream", System.getProperty("java.vm.version"));
        table.add("runtime of Convene", runtime(options.distribution()));
        Optional.ofNullable(System.getenv("CONVENE_JAVA_OPTIONS"))
                .ifPresent(set -> table.add("CONVENE_JAVA_OPTIONS", set));
        table.add("libraries", libraries());
        for (Tool tool : Tool.values()) {
            table.add(tool.name().toLowerCase(Locale.ROOT), tool.version());
        }
        table.add(
                "rounds",
                "%d of %d s each, after %d s to warm up"
                        .formatted(
                                options.rounds(),
                                options.run().toSeconds(),
                                options.warmUp().toSeconds()));
        return """
        # Results of the benchmark

        Written by `./build bench`; [README.md](README.md) explains the measurements. Load generator, upstream and
        servers share one machine: compare the rows of one table, not the numbers of two machines. Every number is the
        median of all rounds, with the lowest and the highest in parentheses; ratios are taken round by round.

        """
                + table;
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String property(String file, String name) {
        return lines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String runtime(Path distribution) {
        Optional<String> version =
                lines(distribution.resolve("runtime/release")).stream()
                        .filter(line -> line.startsWith("JAVA_VERSION="))
                        .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                        .findFirst();
        return version.orElse("unknown");
    }

    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                .flatMap(entry -> LIBRARY.matcher(entry).results())
                .map(Machine::library)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String library(MatchResult jar) {
        return jar.group(1) + " " + jar.group(2);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }
}
