package io.convene.bench;

import io.convene.bench.process.Contender;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of the command line.
 *
 * @param quick whether the numbers only have to show that everything works
 * @param sections names of the sections to measure
 * @param contenders the rows to measure
 * @param rounds how often each row is measured
 * @param run how long each time
 * @param warmUp how long each row runs before it counts
 * @param heaps options for Convene's Java runtime to compare with each other
 * @param callers how many requests wait at once
 * @param overload how long an overload lasts
 * @param distribution the image with Convene in it
 * @param results the file to write, if any
 */
record BenchOptions(
        boolean quick,
        List<String> sections,
        List<Contender> contenders,
        int rounds,
        Duration run,
        Duration warmUp,
        List<String> heaps,
        int callers,
        Duration overload,
        Path distribution,
        Optional<Path> results) {
    static final String USAGE =
            """
            usage: support/bench/bench [options]      measures and writes support/bench/RESULTS.md
                   support/bench/bench jmh [options]  hands the options to JMH

              --quick              short runs, two rounds, nothing is written: shows that everything works
              --sections A,B       of %s
                                   (heap and profile only when asked for)
              --rows A,B           of %s
              --rounds N           how often each row is measured (5)
              --seconds N          how long each time (6)
              --warm-up N          seconds before a row counts, up to six times as many until it is steady (18)
              --heaps A,B          options of Convene's Java runtime that the section heap compares ("-XX:+UseG1GC -Xmx1g,...")
              --callers N          requests at once in the section waiting (5000)
              --overload N         seconds of the section overload (60)
              --distribution DIR   the image with Convene (support/distribution/target/convene)
              --results FILE       where the results go; "none" for nowhere
            """;

    private static final List<String> NAMES =
            List.of(
                    "sections",
                    "rows",
                    "rounds",
                    "seconds",
                    "warm-up",
                    "heaps",
                    "callers",
                    "overload",
                    "distribution",
                    "results");

    /**
     * Reads the command line.
     *
     * @param home the folder of the benchmark
     * @throws BenchException when it cannot be understood
     */
    static BenchOptions parse(List<String> arguments, Path home) {
        boolean quick = arguments.contains("--quick");
        Map<String, String> values =
                values(arguments.stream().filter(a -> !a.equals("--quick")).toList());
        return new BenchOptions(
                quick,
                list(values, "sections", String.join(",", Sections.USUAL)),
                list(values, "rows", Contender.ids()).stream()
                        .map(BenchOptions::contender)
                        .toList(),
                number(values, "rounds", quick ? 2 : 5),
                Duration.ofSeconds(number(values, "seconds", quick ? 2 : 6)),
                Duration.ofSeconds(number(values, "warm-up", quick ? 2 : 18)),
                list(values, "heaps", HeapSection.CHOICES),
                number(values, "callers", quick ? 300 : 5_000),
                Duration.ofSeconds(number(values, "overload", quick ? 4 : 60)),
                Path.of(
                                values.getOrDefault(
                                        "distribution",
                                        home.resolve("../distribution/target/convene").toString()))
                        .toAbsolutePath()
                        .normalize(),
                results(values, quick, home));
    }

    private static Map<String, String> values(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (!arguments.get(i).startsWith("--")
                    || !NAMES.contains(name)
                    || i + 1 == arguments.size()) {
                throw new BenchException(
                        "'" + arguments.get(i) + "' is no option, or its value is missing");
            }
            values.put(name, arguments.get(i + 1));
        }
        return values;
    }

    private static List<String> list(Map<String, String> values, String name, String byDefault) {
        return Arrays.asList(values.getOrDefault(name, byDefault).split(",", -1));
    }

    private static int number(Map<String, String> values, String name, int byDefault) {
        String text = values.getOrDefault(name, Integer.toString(byDefault));
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new BenchException(
                    "--" + name + " is a number from 1 to 9999, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static Contender contender(String id) {
        return Contender.find(id)
                .orElseThrow(() ->
                        new BenchException(
                                "there is no row '" + id + "', only " + Contender.ids()));
    }

    private static Optional<Path> results(Map<String, String> values, boolean quick, Path home) {
        String file =
                values.getOrDefault(
                        "results", quick ? "none" : home.resolve("RESULTS.md").toString());
        return file.equals("none") ? Optional.empty() : Optional.of(Path.of(file));
    }

    /** Those of the contenders that were asked for. */
    List<Contender> of(Contender... usual) {
        return Arrays.stream(usual).filter(contenders::contains).toList();
    }
}
