package io.convene.demo;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** An option of the command line whose value is a whole number in a range. */
record NumberOption(String name, long min, long max) {
    private static final long HIGHEST_PORT = 65_535;

    /** An option for a port, of which 0 means any free one. */
    static NumberOption port(String name) {
        return new NumberOption(name, 0, HIGHEST_PORT);
    }

    /** The option with that help. */
    OptionSpec spec(String help) {
        return OptionSpec.builder(name)
                .paramLabel("N")
                .type(Long.class)
                .converters(this::convert)
                .description(help)
                .build();
    }

    private Long convert(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, like a number out of range.
        }
        throw new TypeConversionException(
                "'%s' is not a number from %d to %d".formatted(text, min, max));
    }
}
