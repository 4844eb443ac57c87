package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.ExitCode;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.util.List;

/** {@code convene providers list}: every bundle and its state. */
final class ListCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("list");
        BundleSource.addTo(spec);
        Output.addTo(spec);
        spec.usageMessage()
                .description(
                        "Lists the bundles of a folder or a running server, with their states.")
                .footer("", "convene providers why explains the problems.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err)
            throws InterruptedException {
        JsonArray bundles = BundleSource.read(options);
        if (Output.isJson(options)) {
            out.println(bundles);
        } else if (bundles.isEmpty()) {
            out.println("There are no bundles.");
        } else {
            print(bundles.getValuesAs(JsonObject.class), out);
        }
        return ExitCode.DONE;
    }

    /** The bundle with its tier in words: nobody but its author has checked that. */
    private static JsonObject row(JsonObject bundle) {
        JsonValue tier = bundle.getOrDefault("tier", JsonValue.NULL);
        return tier instanceof JsonObject claim
                ? Json.createObjectBuilder(bundle)
                        .add("tier", "%s (claimed)".formatted(claim.getString("claimed")))
                        .build()
                : bundle;
    }

    private static void print(List<JsonObject> bundles, PrintStream out) {
        Table table = new Table("id", "version", "state", "bundle", "code", "tier");
        bundles.forEach(bundle -> table.add(row(bundle)));
        table.print(out);
        for (JsonObject bundle : bundles) {
            for (JsonObject problem :
                    bundle.getJsonArray("problems").getValuesAs(JsonObject.class)) {
                out.printf(
                        "%n%s: %s %s%n  %s%n",
                        bundle.getString("bundle"),
                        problem.getString("code"),
                        problem.getString("reason"),
                        problem.getString("fix"));
            }
        }
    }
}
