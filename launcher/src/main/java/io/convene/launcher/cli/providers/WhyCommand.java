package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.cli.ExitCode;
import io.convene.launcher.config.NearestName;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** {@code convene providers why}: explains the state of one bundle. */
final class WhyCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name("why")
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("0..1")
                                        .paramLabel("ID-OR-BUNDLE")
                                        .type(String.class)
                                        .description(
                                                "an integration, or the name of a jar or folder; without it, every bundle with a problem")
                                        .build());
        BundleSource.addTo(spec);
        Output.addTo(spec);
        spec.usageMessage()
                .description(
                        "Explains the state of a bundle: each problem with its fix, and its modules.")
                .footer("", "docs/operate/provider-codes.md has an example of each code.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err)
            throws InterruptedException {
        List<JsonObject> all = BundleSource.read(options).getValuesAs(JsonObject.class);
        String wanted = options.matchedPositionalValue(0, "");
        List<JsonObject> bundles = wanted.isEmpty() ? troubled(all) : named(wanted, all);
        if (Output.isJson(options)) {
            JsonArray array = Json.createArrayBuilder(bundles).build();
            out.println(array);
        } else if (bundles.isEmpty()) {
            out.println("No bundle has a problem.");
        } else {
            for (int i = 0; i < bundles.size(); i++) {
                out.print(i == 0 ? "" : System.lineSeparator());
                new Explanation(bundles.get(i)).print(out);
            }
        }
        return ExitCode.DONE;
    }

    private static List<JsonObject> troubled(List<JsonObject> all) {
        return all.stream().filter(bundle -> !bundle.getJsonArray("problems").isEmpty()).toList();
    }

    private static List<JsonObject> named(String wanted, List<JsonObject> all) {
        List<JsonObject> found =
                all.stream().filter(bundle -> names(bundle).anyMatch(wanted::equals)).toList();
        if (found.isEmpty()) {
            List<String> known = all.stream().flatMap(WhyCommand::names).distinct().toList();
            String hint =
                    NearestName.of(wanted, known)
                            .map("did you mean %s?"::formatted)
                            .orElse("convene providers list shows those that are there");
            throw new CommandFailedException(
                    "no bundle is called '%s'; %s".formatted(wanted, hint));
        }
        return found;
    }

    private static Stream<String> names(JsonObject bundle) {
        return Stream.of(bundle.getString("id", ""), bundle.getString("bundle"))
                .filter(name -> !name.isEmpty());
    }
}
