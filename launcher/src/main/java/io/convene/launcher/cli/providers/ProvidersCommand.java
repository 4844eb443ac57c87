package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.util.List;

/** The group of the commands about bundles. */
public final class ProvidersCommand implements Command {
    /** Called by the service loader. */
    public ProvidersCommand() {}

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("providers");
        spec.usageMessage()
                .customSynopsis("convene providers <command> [options]")
                .description("Manages the bundles of a folder or of a running server.");
        return spec;
    }

    @Override
    public List<Command> subcommands() {
        return List.of(
                new ListCommand(),
                new WhyCommand(),
                new VerifyCommand(),
                new InstallCommand(),
                new RemoveCommand(),
                new LockCommand(),
                new ReloadCommand(),
                RolloutCommand.promote(),
                RolloutCommand.rollback(),
                new NewCommand());
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err) {
        return ExitCode.WRONG_USAGE;
    }
}
