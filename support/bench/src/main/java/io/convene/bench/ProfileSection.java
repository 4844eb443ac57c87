package io.convene.bench;

import io.convene.bench.load.Wrk;
import io.convene.bench.process.Contender;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Row;
import io.convene.bench.process.Tool;
import io.convene.bench.process.VendorPage;
import io.convene.bench.process.Wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where Convene and the byte proxy spend their time under load, by the JDK's flight recorder. Not
 * part of the results.
 */
final class ProfileSection implements Section {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    // The smallest page shows the fixed cost of a request.
    private static final List<VendorPage> PAGES =
            List.of(
                    new VendorPage("ashby", 10),
                    new VendorPage("ashby", 100),
                    new VendorPage("greenhouse", 100));

    @Override
    public void run(Bench bench) {
        Optional<Wrk> wrk = bench.wrk();
        if (wrk.isEmpty()) {
            bench.report().add("Profile", "Not recorded: " + Tool.WRK.remedy() + ".");
            return;
        }
        List<Contender> able = bench.options().of(Contender.PROXY, Contender.CONVENE);
        for (VendorPage page : PAGES) {
            try (Crew crew = Crew.start(bench.site(), able, Wiring.PLAIN)) {
                crew.rows().forEach(row -> profile(bench, wrk.get(), row, page));
            }
        }
    }

    private static void profile(Bench bench, Wrk wrk, Row row, VendorPage page) {
        BenchOptions options = bench.options();
        String name = row.contender().id() + "-" + page.integration() + "-" + page.size();
        bench.progress("recording " + name);
        Rounds.warmUp(bench, wrk, new Rounds.Target(row, page));
        String pid = Long.toString(row.serving().getFirst().pid());
        Path recording = bench.site().home().resolve("target/" + name + ".jfr");
        jdk(
                "jcmd",
                pid,
                "JFR.start",
                "name=bench",
                "settings=profile",
                "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=10ms");
        wrk.run(row.url(page), options.run().multipliedBy(3));
        jdk("jcmd", pid, "JFR.stop", "name=bench", "filename=" + recording);
        StringBuilder views = new StringBuilder("```\n");
        for (String view :
                List.of(
                        "cpu-time-hot-methods",
                        "hot-methods",
                        "allocation-by-site",
                        "allocation-by-class",
                        "gc-pauses")) {
            views.append(
                            jdk(
                                            "jfr",
                                            "view",
                                            "--width",
                                            "140",
                                            "--truncate",
                                            "beginning",
                                            view,
                                            recording.toString())
                                    .strip())
                    .append("\n\n");
        }
        bench.report().add("Profile, " + name, views.append("```\n").toString());
    }

    private static String jdk(String command, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", command).toString());
        line.addAll(List.of(arguments));
        return Tool.run(line, LIMIT);
    }
}
