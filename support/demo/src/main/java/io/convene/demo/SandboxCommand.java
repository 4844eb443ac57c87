package io.convene.demo;

import io.convene.launcher.cli.Command;
import io.convene.sandbox.AccountsText;
import io.convene.sandbox.AccountsYaml;
import io.convene.sandbox.Sandbox;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** The command {@code convene sandbox}, which runs the stand-ins alone until it is interrupted. */
public final class SandboxCommand implements Command {
    private static final NumberOption PORT = NumberOption.port("--port");
    private static final NumberOption SEED =
            new NumberOption("--seed", Long.MIN_VALUE, Long.MAX_VALUE);
    private static final NumberOption INTERVIEWS = new NumberOption("--interviews", 0, 1_000_000);
    private static final String HOST = "--host";
    private static final String RATE_LIMITS = "--rate-limits";
    private static final String CONFIG = "--config";

    /** For {@link java.util.ServiceLoader}. */
    public SandboxCommand() {}

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name("sandbox")
                        .addOption(PORT.spec("the port to listen on, any free one by default"))
                        .addOption(
                                OptionSpec.builder(HOST)
                                        .paramLabel("NAME")
                                        .type(String.class)
                                        .description("the address to bind, 127.0.0.1 by default")
                                        .build())
                        .addOption(SEED.spec("another set of interviews"))
                        .addOption(INTERVIEWS.spec("how many of each system, 300 by default"))
                        .addOption(flag(RATE_LIMITS, "enforces the documented limits"))
                        .addOption(
                                flag(
                                        CONFIG,
                                        "prints a configuration for convene serve instead of the list"));
        spec.usageMessage()
                .description("Starts the stand-ins alone.")
                .footer(
                        "",
                        "Prints the base URLs and credentials of all stand-ins; ends on SIGINT or SIGTERM.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err)
            throws InterruptedException {
        try {
            Sandbox sandbox = builder(options).start();
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
            boolean config = options.hasMatchedOption(CONFIG);
            out.print(config ? AccountsYaml.of(sandbox) : AccountsText.of(sandbox));
            out.flush();
        } catch (RuntimeException | Error e) {
            String cause = e.getMessage() == null ? e.toString() : e.getMessage();
            err.println(
                    "sandbox: %s; choose another address with --port or --host.".formatted(cause));
            return 1;
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private static Sandbox.Builder builder(ParseResult options) {
        Sandbox.Builder builder = Sandbox.builder();
        if (options.hasMatchedOption(PORT.name())) {
            builder.port(options.matchedOptionValue(PORT.name(), 0L).intValue());
        }
        if (options.hasMatchedOption(SEED.name())) {
            builder.seed(options.matchedOptionValue(SEED.name(), 0L));
        }
        if (options.hasMatchedOption(INTERVIEWS.name())) {
            builder.interviews(options.matchedOptionValue(INTERVIEWS.name(), 0L).intValue());
        }
        if (options.hasMatchedOption(HOST)) {
            builder.host(options.matchedOptionValue(HOST, ""));
        }
        return builder.rateLimits(options.hasMatchedOption(RATE_LIMITS));
    }

    private static OptionSpec flag(String name, String help) {
        return OptionSpec.builder(name).type(boolean.class).arity("0").description(help).build();
    }
}
