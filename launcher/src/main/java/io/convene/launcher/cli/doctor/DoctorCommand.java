package io.convene.launcher.cli.doctor;

import io.convene.launcher.check.StartReport;
import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.ExitCode;
import io.convene.launcher.config.ConfigException;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.providers.status.ProvidersException;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code convene doctor}: checks an installation and the machine that it is on. */
public final class DoctorCommand implements Command {
    private static final String CONFIG = "--config";
    private static final String JSON = "--json";
    private static final String DEFAULT = "conf/convene.yaml";

    /** Called by the service loader. */
    public DoctorCommand() {}

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name("doctor")
                        .addOption(
                                OptionSpec.builder(CONFIG)
                                        .paramLabel("FILE")
                                        .type(String.class)
                                        .description(
                                                "the configuration; without it, %s next to bin/"
                                                        .formatted(DEFAULT))
                                        .build())
                        .addOption(OptionSpec.builder(JSON).description("prints JSON").build());
        spec.usageMessage()
                .description("Checks the installation, its configuration and this machine.")
                .footer("", "Calls no vendor. Ends with 1 if something failed.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err)
            throws InterruptedException {
        Path home = Path.of(System.getProperty("convene.home", "."));
        String named = options.matchedOptionValue(CONFIG, (String) null);
        Path file = named == null ? home.resolve(DEFAULT) : Path.of(named);
        List<Diagnosis> found = new ArrayList<>(MachineChecks.ofRuntime());
        try {
            found.addAll(ofInstallation(StartReport.of(file, Map.of(), home)));
        } catch (ConfigException e) {
            found.add(
                    Diagnosis.failed(
                            "configuration",
                            String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ")));
        } catch (ProvidersException e) {
            found.add(Diagnosis.failed("providers", String.valueOf(e.getMessage())));
        }
        if (options.hasMatchedOption(JSON)) {
            out.println(json(found));
        } else {
            found.forEach(one -> print(one, out));
        }
        boolean failed = found.stream().anyMatch(one -> one.level() == Diagnosis.Level.FAILED);
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static List<Diagnosis> ofInstallation(StartReport report) throws InterruptedException {
        LauncherConfig config = report.config();
        List<Diagnosis> found = new ArrayList<>(ReportChecks.of(report));
        found.addAll(
                MachineChecks.ofFolders(config.providers().directory(), config.providers().work()));
        found.add(NetworkChecks.port(config.server()));
        NetworkChecks.certificate(config.server(), Instant.now()).ifPresent(found::add);
        found.add(
                NetworkChecks.hosts(
                        report.bundles().stream()
                                .flatMap(bundle -> bundle.hosts().stream())
                                .toList()));
        return found;
    }

    private static void print(Diagnosis one, PrintStream out) {
        out.printf("%-7s  %-13s  %s%n", name(one.level()), one.check(), one.text());
    }

    private static String json(List<Diagnosis> found) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        for (Diagnosis one : found) {
            out.add(
                    Json.createObjectBuilder()
                            .add("check", one.check())
                            .add("level", name(one.level()))
                            .add("text", one.text()));
        }
        return out.build().toString();
    }

    private static String name(Diagnosis.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
