package io.convene.launcher.cli;

import static java.util.Objects.requireNonNull;

import io.convene.launcher.config.ConfigException;
import io.convene.launcher.config.NearestName;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Runs the command that the words of a command line ask for. The commands describe themselves
 * without annotations, so nothing is looked up by reflection.
 */
final class CommandDispatcher {
    private static final String HELP = "help";
    private static final String HELP_OPTION = "--help";
    private static final String VERSION_OPTION = "--version";
    private static final int WIDTH = 100;

    private final IdentityHashMap<CommandSpec, Command> commands = new IdentityHashMap<>();
    private final CommandLine root;

    private CommandDispatcher(List<Command> found) {
        CommandSpec spec =
                CommandSpec.create()
                        .name("convene")
                        .addOption(help())
                        .addOption(
                                OptionSpec.builder(VERSION_OPTION)
                                        .versionHelp(true)
                                        .description("prints the version")
                                        .build());
        spec.usageMessage()
                .customSynopsis("convene <command> [options]")
                .footer(
                        "",
                        "Every command has --help. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration,",
                        "3 a required provider is not active.");
        root = new CommandLine(spec);
        found.forEach(command -> add(root, command));
        root.addSubcommand(HELP, new CommandLine(helpCommand()));
        root.setUsageHelpWidth(WIDTH);
        root.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    }

    private void add(CommandLine parent, Command command) {
        CommandSpec described = command.spec();
        described.addOption(help());
        CommandLine line = new CommandLine(described);
        commands.put(described, command);
        command.subcommands().forEach(one -> add(line, one));
        parent.addSubcommand(described.name(), line);
    }

    /**
     * Runs a command.
     *
     * @param words the words of the command line
     * @return the exit code
     */
    static int run(List<String> words, PrintStream out, PrintStream err)
            throws InterruptedException {
        Optional<PlainServe> plain = PlainServe.of(words);
        if (plain.isPresent()) {
            return ServeCommand.serve(plain.get(), out, err);
        }
        return new CommandDispatcher(commands()).execute(words, out, err);
    }

    /** The commands about the server, then those of other subjects and other modules. */
    private static List<Command> commands() {
        List<Command> all = new ArrayList<>(List.of(new ServeCommand(), new TokenCommand()));
        ServiceLoader.load(Command.class).forEach(all::add);
        return all;
    }

    private int execute(List<String> words, PrintStream out, PrintStream err)
            throws InterruptedException {
        try {
            ParseResult parsed = root.parseArgs(words.toArray(String[]::new));
            if (parsed.isVersionHelpRequested()) {
                out.printf("convene %s%n", version());
                return ExitCode.DONE;
            }
            if (!parsed.hasSubcommand()) {
                if (parsed.isUsageHelpRequested()) {
                    root.usage(out);
                    return ExitCode.DONE;
                }
                throw new ParameterException(root, "a command is missing");
            }
            return execute(parsed.subcommand(), out, err);
        } catch (ParameterException e) {
            CommandLine failed = e.getCommandLine();
            err.printf("convene: %s%n%n", message(e));
            failed.usage(err);
            return ExitCode.WRONG_USAGE;
        } catch (ConfigException e) {
            err.println(e.getMessage());
            return ExitCode.WRONG_USAGE;
        } catch (CommandFailedException e) {
            err.println("convene: " + e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private int execute(ParseResult command, PrintStream out, PrintStream err)
            throws InterruptedException {
        CommandSpec spec = command.commandSpec();
        if (command.hasSubcommand()) {
            return execute(command.subcommand(), out, err);
        }
        if (command.isUsageHelpRequested()) {
            spec.commandLine().usage(out);
            return ExitCode.DONE;
        }
        if (spec.name().equals(HELP)) {
            usageOf(command.matchedPositionalValue(0, List.of())).usage(out);
            return ExitCode.DONE;
        }
        if (!spec.subcommands().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "a command is missing");
        }
        checkNotEmpty(command);
        return requireNonNull(commands.get(spec), spec.name()).run(command, out, err);
    }

    /** An empty word is usually a variable of the shell that is not set. */
    private static void checkNotEmpty(ParseResult command) {
        CommandLine line = command.commandSpec().commandLine();
        for (OptionSpec option : command.matchedOptions()) {
            if (option.arity().max() > 0 && option.originalStringValues().contains("")) {
                throw new ParameterException(
                        line, "the value of %s is empty".formatted(option.longestName()));
            }
        }
        for (PositionalParamSpec word : command.matchedPositionals()) {
            if (word.originalStringValues().contains("")) {
                throw new ParameterException(line, "%s is empty".formatted(word.paramLabel()));
            }
        }
    }

    private CommandLine usageOf(List<String> words) {
        CommandLine command = root;
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new ParameterException(command, unknown(word, command));
            }
            command = next;
        }
        return command;
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            CommandLine failed = e.getCommandLine();
            if (!failed.getSubcommands().isEmpty() && !word.startsWith("-")) {
                return unknown(word, failed);
            }
            if (!word.startsWith("-")) {
                return "unknown argument '%s'".formatted(word);
            }
            List<String> options =
                    failed.getCommandSpec().options().stream()
                            .map(OptionSpec::longestName)
                            .toList();
            return "unknown option '%s'%s".formatted(word, suggestion(word, options));
        }
        return String.valueOf(e.getMessage());
    }

    private static String unknown(String word, CommandLine parent) {
        return "unknown command '%s'%s"
                .formatted(word, suggestion(word, List.copyOf(parent.getSubcommands().keySet())));
    }

    private static String suggestion(String word, List<String> known) {
        return NearestName.of(word, known).map("; did you mean %s?"::formatted).orElse("");
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", HELP_OPTION)
                .usageHelp(true)
                .description("prints this")
                .build();
    }

    private static CommandSpec helpCommand() {
        CommandSpec spec =
                CommandSpec.create()
                        .name(HELP)
                        .addOption(help())
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("0..*")
                                        .paramLabel("COMMAND")
                                        .type(List.class)
                                        .auxiliaryTypes(String.class)
                                        .description("the command to explain")
                                        .build());
        spec.usageMessage().description("Explains a command.");
        return spec;
    }

    private static String version() {
        Module module = CommandDispatcher.class.getModule();
        return module.isNamed() ? module.getDescriptor().rawVersion().orElse("unknown") : "unknown";
    }
}
