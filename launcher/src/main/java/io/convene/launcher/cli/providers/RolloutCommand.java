package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.ExitCode;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code convene providers promote} and {@code rollback}: end the trial of a new version. */
final class RolloutCommand implements Command {
    private final String name;
    private final String description;
    private final String done;

    private RolloutCommand(String name, String description, String done) {
        this.name = name;
        this.description = description;
        this.done = done;
    }

    /** Gives all accounts the newest version. */
    static RolloutCommand promote() {
        return new RolloutCommand(
                "promote",
                "Gives all accounts of an integration its newest version.",
                "All accounts of %s get its newest version.%n");
    }

    /** Gives all accounts the older version. */
    static RolloutCommand rollback() {
        return new RolloutCommand(
                "rollback",
                "Gives all accounts of an integration its older version.",
                "All accounts of %s get its older version.%n");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name(name)
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("1")
                                        .paramLabel("ID")
                                        .type(String.class)
                                        .description("the integration, such as greenhouse")
                                        .build());
        ServerOptions.addTo(
                spec, "the running server; %s by default".formatted(ServerOptions.DEFAULT));
        Output.addTo(spec);
        spec.usageMessage()
                .description(description)
                .footer("", "Accounts whose own provider-version asks for another keep that.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err)
            throws InterruptedException {
        String id = options.matchedPositionalValue(0, "");
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        JsonObject answer =
                ServerOptions.orDefault(options)
                        .post("/admin/providers/%s/%s".formatted(segment, name));
        if (Output.isJson(options)) {
            out.println(answer);
            return ExitCode.DONE;
        }
        out.printf(done, id);
        for (JsonValue value : answer.getJsonArray("rollouts")) {
            JsonObject rollout = value.asJsonObject();
            out.printf(
                    "%s: %s, %s serves instead of %s.%n",
                    rollout.getString("id"),
                    rollout.getString("phase"),
                    rollout.getJsonObject("stable").getString("version"),
                    rollout.getJsonObject("candidate").getString("version"));
        }
        return ExitCode.DONE;
    }
}
