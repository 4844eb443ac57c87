package io.convene.launcher.cli.providers;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The option that selects between text for people and JSON for programs. */
final class Output {
    private static final String JSON = "--json";

    private Output() {}

    /** Adds the option to a command. */
    static void addTo(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(JSON).description("prints JSON").build());
    }

    /** Whether JSON is wanted. */
    static boolean isJson(ParseResult options) {
        return options.hasMatchedOption(JSON);
    }
}
