package io.convene.launcher.cli;

import io.convene.launcher.accounts.Tokens;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;

/** Makes callers' tokens. */
final class TokenCommand implements Command {
    private static final String NEW = "new";

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name("token")
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("0..1")
                                        .paramLabel(NEW)
                                        .type(String.class)
                                        .hidden(true)
                                        .build());
        spec.usageMessage()
                .customSynopsis("convene token new")
                .description("Makes a caller's token, and the hash for the configuration.")
                .footer(
                        "",
                        "Prints a new random token for a caller, and the SHA-256 to put into the configuration",
                        "under tokens.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err) {
        if (!options.matchedPositionalValue(0, "").equals(NEW)) {
            throw new ParameterException(
                    options.commandSpec().commandLine(), "token knows 'new' only");
        }
        String token = Tokens.random();
        out.println("token:  " + token);
        out.println("sha256: " + Tokens.sha256(token));
        return ExitCode.DONE;
    }
}
