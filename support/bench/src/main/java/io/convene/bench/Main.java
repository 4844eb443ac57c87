package io.convene.bench;

import io.convene.bench.process.Contender;
import io.convene.bench.process.Site;
import io.convene.bench.process.Tool;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The benchmark. Exit codes: 0 done, 1 failed, 2 wrong usage. The folder it belongs to is in the
 * property {@code bench.home}.
 */
public final class Main {
    private Main() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments)));
    }

    private static int run(List<String> arguments) {
        Path home = Path.of(System.getProperty("bench.home", ".")).toAbsolutePath().normalize();
        if (arguments.contains("--help") || arguments.contains("-h")) {
            System.out.print(BenchOptions.USAGE.formatted(Sections.names(), Contender.ids()));
            return 0;
        }
        BenchOptions options;
        List<Section> sections;
        try {
            options = BenchOptions.parse(arguments, home);
            sections = options.sections().stream().map(Sections::named).toList();
        } catch (BenchException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.print(BenchOptions.USAGE.formatted(Sections.names(), Contender.ids()));
            return 2;
        }
        for (Tool tool : Tool.values()) {
            if (tool.find().isEmpty()) {
                System.err.println(
                        "bench: going on without the parts that need it: " + tool.remedy());
            }
        }
        Report report = new Report(System.out);
        String head = Machine.describe(options);
        System.out.print(head);
        try (Site site = Site.open(home, options.distribution())) {
            Bench bench = new Bench(options, site, report, System.err);
            sections.forEach(section -> section.run(bench));
            options.results().ifPresent(file -> report.write(file, head));
            return 0;
        } catch (BenchException e) {
            System.err.println("bench: " + e.getMessage());
            return 1;
        }
    }
}
