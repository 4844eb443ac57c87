package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.cli.ExitCode;
import io.convene.launcher.cli.trial.LoadTrial;
import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.Inspection;
import io.convene.launcher.providers.status.ProviderCode;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code convene providers verify}: examines a bundle before it is installed. */
final class VerifyCommand implements Command {
    private static final String NO_JAR = ProviderCode.NOT_A_JAR.code();

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name("verify")
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("1")
                                        .paramLabel("FILE")
                                        .type(Path.class)
                                        .description("the jar, or the folder of a bundle")
                                        .build());
        FolderOptions.addConfigTo(spec);
        Output.addTo(spec);
        spec.usageMessage()
                .description("Examines a bundle before it is installed.")
                .footer(
                        "",
                        "Reads it without running its code, then loads it in a process of its own that is",
                        "bounded in time and memory. Ends with 1 if the bundle would be refused.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err)
            throws InterruptedException {
        Path file = options.matchedPositionalValue(0, Path.of("")).toAbsolutePath().normalize();
        checkName(file);
        ProvidersConfig config = FolderOptions.of(options);
        JsonObject bundle = BundleCheck.inspect(file, config);
        boolean sound = BundleCheck.isSound(bundle);
        if (sound) {
            JsonObject loaded =
                    new LoadTrial(BundleCheck.LIMIT).alone(file, bundle.getString("bundle"));
            bundle = BundleCheck.withWarnings(loaded, bundle);
            sound = BundleCheck.isSound(bundle);
        }
        JsonObject sheet = withSignature(bundle, file, config);
        if (Output.isJson(options)) {
            out.println(sheet);
        } else {
            new Explanation(sheet).print(headline(sheet, sound), out);
        }
        return sound ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Adds the signature, unless there is nothing to read: a pipe would be read for ever. */
    private static JsonObject withSignature(JsonObject bundle, Path file, ProvidersConfig config) {
        boolean unreadable =
                bundle.isNull("sha256")
                        || bundle.getJsonArray("problems").getValuesAs(JsonObject.class).stream()
                                .anyMatch(problem -> problem.getString("code").equals(NO_JAR));
        JsonObjectBuilder sheet = Json.createObjectBuilder(bundle);
        if (unreadable) {
            return sheet.addNull("signature").build();
        }
        return sheet.add("signature", SignatureFacts.of(file, config.trust())).build();
    }

    private static void checkName(Path file) {
        if (!Files.exists(file)) {
            throw new CommandFailedException(
                    "there is no file %s, or its folder cannot be read".formatted(file));
        }
        if (!Inspection.isConcern(file)) {
            throw new CommandFailedException(
                    "%s would be ignored in the folder of bundles because of its name; a bundle is a folder, or a file whose name ends with .jar"
                            .formatted(file.getFileName()));
        }
    }

    private static String headline(JsonObject bundle, boolean sound) {
        String name = bundle.getString("bundle");
        if (sound) {
            return "%s can be installed: %s %s loads and can serve."
                    .formatted(name, bundle.getString("id"), bundle.getString("version"));
        }
        return "%s would be refused%s."
                .formatted(name, Explanation.count(bundle.getJsonArray("problems").size()));
    }
}
