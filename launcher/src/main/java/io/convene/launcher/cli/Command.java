package io.convene.launcher.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.util.List;

/** A command of {@code convene}. Modules other than the launcher provide theirs as a service. */
public interface Command {
    /**
     * Describes the command. Called at most once for each run.
     *
     * @return its name, options and help, without {@code --help}, which every command gets
     */
    CommandSpec spec();

    /**
     * The commands below this one, such as {@code list} below {@code providers}. A command that has
     * some is never run itself. Called at most once for each run.
     *
     * @return the commands in the order of the help; none by default
     */
    default List<Command> subcommands() {
        return List.of();
    }

    /**
     * Runs the command until it has ended.
     *
     * @param options the options of the command line
     * @param out takes the result
     * @param err takes the errors
     * @return the exit code of the process: 0 done, 1 failed, 2 wrong usage or configuration
     * @throws picocli.CommandLine.ParameterException when the options contradict each other; it is
     *     printed with the command's usage, and the exit code is 2
     * @throws InterruptedException when the thread is interrupted
     */
    int run(ParseResult options, PrintStream out, PrintStream err) throws InterruptedException;
}
