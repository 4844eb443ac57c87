package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.cli.ExitCode;
import io.convene.launcher.cli.install.Arrival;
import io.convene.launcher.cli.trial.LoadTrial;
import io.convene.launcher.config.ProvidersConfig;

import jakarta.json.JsonObject;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code convene providers install}: checks a bundle and moves it into a folder, or does nothing.
 */
final class InstallCommand implements Command {
    private static final String SHA256 = "--sha256";
    private static final String REPLACE = "--replace";
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{64}");

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name("install")
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("1")
                                        .paramLabel("FILE-OR-URL")
                                        .type(String.class)
                                        .description(
                                                "a jar, a folder, a zip file of a folder, or the URL of a file")
                                        .build())
                        .addOption(
                                OptionSpec.builder(SHA256)
                                        .paramLabel("HEX")
                                        .type(String.class)
                                        .description("the hash that the file must have")
                                        .build())
                        .addOption(
                                OptionSpec.builder(REPLACE)
                                        .description(
                                                "moves the other versions of the integration into .replaced/; without it they stay")
                                        .build());
        FolderOptions.addTo(spec);
        spec.usageMessage()
                .description("Checks a bundle and moves it into the folder, or changes nothing.")
                .footer(
                        "",
                        "The bundle is checked as verify does, together with the bundles that are there. It is",
                        "named by its integration and version.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err)
            throws InterruptedException {
        Optional<String> wanted = wantedHash(options);
        ProvidersConfig config = FolderOptions.of(options);
        String source = options.matchedPositionalValue(0, "");
        try (Arrival arrival = Arrival.fetch(source, config.directory())) {
            JsonObject bundle = BundleCheck.inspect(arrival.file(), config);
            wanted.ifPresent(hash -> checkHash(hash, arrival, bundle));
            if (!BundleCheck.isSound(bundle)) {
                return refuse(bundle, err);
            }
            boolean replace = options.hasMatchedOption(REPLACE);
            return install(arrival, bundle, config, replace, out, err);
        }
    }

    private static Optional<String> wantedHash(ParseResult options) {
        Optional<String> wanted =
                Optional.ofNullable(options.matchedOptionValue(SHA256, (String) null))
                        .map(String::strip);
        if (wanted.isPresent() && !HEX.matcher(wanted.get()).matches()) {
            throw new ParameterException(
                    options.commandSpec().commandLine(),
                    "%s '%s' is not a SHA-256, which has 64 hexadecimal digits"
                            .formatted(SHA256, wanted.get()));
        }
        return wanted;
    }

    private static void checkHash(String wanted, Arrival arrival, JsonObject bundle) {
        String found = arrival.sha256().orElse(bundle.getString("sha256", ""));
        if (!found.equalsIgnoreCase(wanted)) {
            throw new CommandFailedException(
                    "%s has the SHA-256 %s, not %s; get it again from a place that you trust"
                            .formatted(arrival.file().getFileName(), found, wanted));
        }
    }

    private static int install(
            Arrival arrival,
            JsonObject bundle,
            ProvidersConfig config,
            boolean replace,
            PrintStream out,
            PrintStream err)
            throws InterruptedException {
        PresentBundles present = PresentBundles.of(config);
        String id = bundle.getString("id");
        String version = bundle.getString("version");
        Optional<Path> twin = present.twin(bundle);
        if (twin.isPresent() && !replace) {
            out.printf("%s %s is there already, as %s.%n", id, version, twin.get().getFileName());
            return ExitCode.DONE;
        }
        List<Path> replaced = replace ? present.ofId(id) : List.of();
        Path place = config.directory().resolve(name(bundle, arrival));
        if (!replaced.contains(place) && Files.exists(place)) {
            throw new CommandFailedException(
                    "there is a %s with other bytes; give the bundle another version, or install it with %s"
                            .formatted(place.getFileName(), REPLACE));
        }
        JsonObject loaded =
                new LoadTrial(BundleCheck.LIMIT)
                        .together(
                                arrival.file(),
                                String.valueOf(place.getFileName()),
                                config,
                                Set.copyOf(replaced));
        if (!BundleCheck.isSound(loaded)) {
            return refuse(loaded, err);
        }
        warn(bundle, out);
        Path aside = arrival.moveTo(place, replaced);
        out.printf("Installed %s (%s %s).%n", place.getFileName(), id, version);
        out.printf("SHA-256 %s%n", loaded.getString("sha256"));
        for (Path old : replaced) {
            out.printf("Moved %s to %s.%n", old.getFileName(), aside);
        }
        if (!replace && !present.ofId(id).isEmpty()) {
            out.printf(
                    "Other versions of %s stay: %s. Accounts choose by provider-version; without it the newest serves.%n",
                    id, present.names(id));
        }
        out.println("A running server takes it up with: convene providers reload");
        return ExitCode.DONE;
    }

    private static void warn(JsonObject bundle, PrintStream out) {
        for (JsonObject problem : bundle.getJsonArray("problems").getValuesAs(JsonObject.class)) {
            out.printf(
                    "Warning %s: %s %s%n",
                    problem.getString("code"),
                    problem.getString("reason"),
                    problem.getString("fix"));
        }
    }

    private static String name(JsonObject bundle, Arrival arrival) {
        String name = bundle.getString("id") + "-" + bundle.getString("version");
        return Files.isDirectory(arrival.file()) ? name : name + ".jar";
    }

    private static int refuse(JsonObject bundle, PrintStream err) {
        String headline =
                "%s is not installed, because it would be refused%s."
                        .formatted(
                                bundle.getString("bundle"),
                                Explanation.count(bundle.getJsonArray("problems").size()));
        new Explanation(bundle).print(headline, err);
        return ExitCode.FAILED;
    }
}
