package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.ExitCode;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;

/** {@code convene providers reload}: lets a running server read its folder again. */
final class ReloadCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("reload");
        ServerOptions.addTo(
                spec, "the running server; %s by default".formatted(ServerOptions.DEFAULT));
        Output.addTo(spec);
        spec.usageMessage()
                .description("Lets a running server read its folder of bundles again.")
                .footer(
                        "",
                        "Prints what changed. Ends with 1 if a bundle was refused that is new or changed.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err)
            throws InterruptedException {
        JsonObject answer = ServerOptions.orDefault(options).post("/admin/providers/reload");
        if (Output.isJson(options)) {
            out.println(answer);
        } else {
            print(answer, out);
        }
        boolean refused =
                answer.getJsonArray("changed").stream().anyMatch(ReloadCommand::isRefused);
        return refused ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static void print(JsonObject answer, PrintStream out) {
        if (answer.getJsonArray("changed").isEmpty()) {
            out.println("Nothing changed.");
            return;
        }
        Table table = new Table("id", "version", "from", "to", "bundle", "code");
        answer.getJsonArray("changed").forEach(one -> table.add(one.asJsonObject()));
        table.print(out);
        for (JsonValue value : answer.getJsonArray("changed")) {
            JsonObject change = value.asJsonObject();
            if (!change.isNull("reason")) {
                out.printf(
                        "%n%s: %s %s%n",
                        change.getString("code"),
                        change.getString("reason"),
                        change.getString("fix"));
            }
            if (!change.isNull("still_serving")) {
                out.printf("Version %s keeps serving.%n", change.getString("still_serving"));
            }
        }
    }

    private static boolean isRefused(JsonValue change) {
        String state = change.asJsonObject().getString("to", "");
        return state.equals("REJECTED") || state.equals("FAILED");
    }
}
