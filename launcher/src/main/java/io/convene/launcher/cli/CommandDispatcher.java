package io.convene.launcher.cli;

import static java.util.Objects.requireNonNull;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<String, Command> commands = new LinkedHashMap<>();
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
        for (Command command : found) {
            CommandSpec described = command.spec();
            described.addOption(help());
            commands.put(described.name(), command);
            root.addSubcommand(described.name(), new CommandLine(described));
        }
        root.addSubcommand(HELP, new CommandLine(helpCommand()));
        root.setUsageHelpWidth(WIDTH);
        root.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
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

    /** The launcher's own commands, and those of other modules. */
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
                return Main.DONE;
            }
            if (!parsed.hasSubcommand()) {
                if (parsed.isUsageHelpRequested()) {
                    root.usage(out);
                    return Main.DONE;
                }
                throw new ParameterException(root, "a command is missing");
            }
            return execute(parsed.subcommand(), out, err);
        } catch (ParameterException e) {
            CommandLine failed = e.getCommandLine();
            err.printf("convene: %s%n%n", message(e));
            failed.usage(err);
            return Main.WRONG_USAGE;
        }
    }

    private int execute(ParseResult command, PrintStream out, PrintStream err)
            throws InterruptedException {
        String name = command.commandSpec().name();
        if (command.isUsageHelpRequested()) {
            command.commandSpec().commandLine().usage(out);
            return Main.DONE;
        }
        if (name.equals(HELP)) {
            usageOf(command.matchedPositionalValue(0, "")).usage(out);
            return Main.DONE;
        }
        return requireNonNull(commands.get(name), name).run(command, out, err);
    }

    private CommandLine usageOf(String name) {
        if (name.isEmpty()) {
            return root;
        }
        CommandLine command = root.getSubcommands().get(name);
        if (command == null) {
            throw new ParameterException(root, unknown(name));
        }
        return command;
    }

    private String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            CommandLine failed = e.getCommandLine();
            if (failed.getParent() == null && !word.startsWith("-")) {
                return unknown(word);
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

    private String unknown(String command) {
        return "unknown command '%s'%s"
                .formatted(
                        command, suggestion(command, List.copyOf(root.getSubcommands().keySet())));
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
                                        .arity("0..1")
                                        .paramLabel("COMMAND")
                                        .type(String.class)
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
