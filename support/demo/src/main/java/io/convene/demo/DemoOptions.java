package io.convene.demo;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The options of the demo.
 *
 * @param port where the endpoint listens, 0 for any free port
 * @param sandboxPort where the sandbox listens, 0 for any free port
 * @param date the day around which the data is arranged; today if absent
 */
record DemoOptions(int port, int sandboxPort, Optional<LocalDate> date) {
    private static final NumberOption PORT = NumberOption.port("--port");
    private static final NumberOption SANDBOX_PORT = NumberOption.port("--sandbox-port");
    private static final String DATE = "--date";
    private static final long DEFAULT_PORT = 8080;

    /** Adds the options to a command. */
    static void declare(CommandSpec command) {
        command.addOption(
                        PORT.spec(
                                "where the endpoint listens, %d by default; 0 takes any free port"
                                        .formatted(DEFAULT_PORT)))
                .addOption(
                        SANDBOX_PORT.spec("where the stand-ins listen, any free port by default"))
                .addOption(
                        OptionSpec.builder(DATE)
                                .paramLabel("YYYY-MM-DD")
                                .type(LocalDate.class)
                                .converters(DemoOptions::date)
                                .description(
                                        "the day around which the interviews are, in UTC, today by default; the same day gives the same data")
                                .build());
    }

    /** The options that were given, and the defaults of the others. */
    static DemoOptions of(ParseResult given) {
        return new DemoOptions(
                given.matchedOptionValue(PORT.name(), DEFAULT_PORT).intValue(),
                given.matchedOptionValue(SANDBOX_PORT.name(), 0L).intValue(),
                given.hasMatchedOption(DATE)
                        ? Optional.of(given.<LocalDate>matchedOptionValue(DATE, LocalDate.MIN))
                        : Optional.empty());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'%s' is not a day like 2026-06-15".formatted(text));
        }
    }
}
