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
 * Where Convene spends its time under load, by the JDK's flight recorder. Not part of the results.
 */
final class ProfileSection implements Section {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public void run(Bench bench) {
        Optional<Wrk> wrk = bench.wrk();
        if (wrk.isEmpty()) {
            bench.report().add("Profile", "Not recorded: " + Tool.WRK.remedy() + ".");
            return;
        }
        for (String integration : List.of("ashby", "greenhouse")) {
            VendorPage page = new VendorPage(integration, 100);
            try (Crew crew = Crew.start(bench.site(), List.of(Contender.CONVENE), Wiring.PLAIN)) {
                profile(bench, wrk.get(), crew.rows().getFirst(), page);
            }
        }
    }

    private static void profile(Bench bench, Wrk wrk, Row row, VendorPage page) {
        Options options = bench.options();
        bench.progress("recording " + page.integration());
        Rounds.warmUp(bench, wrk, new Rounds.Target(row, page));
        String pid = Long.toString(row.serving().getFirst().pid());
        Path recording = bench.site().home().resolve("target/" + page.integration() + ".jfr");
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
        bench.report().add("Profile, " + page.integration(), views.append("```\n").toString());
    }

    private static String jdk(String command, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", command).toString());
        line.addAll(List.of(arguments));
        return Tool.run(line, LIMIT);
    }
}
