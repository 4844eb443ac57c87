package io.convene.launcher.cli.providers;

import io.convene.launcher.config.ConfigReader;
import io.convene.launcher.config.ProvidersConfig;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.nio.file.Path;
import java.util.Map;

/** The options that name a folder of bundles. */
final class FolderOptions {
    private static final String CONFIG = "--config";
    private static final String DIRECTORY = "--directory";

    private FolderOptions() {}

    /** Adds the options to a command. */
    static void addTo(CommandSpec spec) {
        addConfigTo(spec);
        spec.addOption(
                OptionSpec.builder(DIRECTORY)
                        .paramLabel("DIR")
                        .type(String.class)
                        .description("the folder of bundles; without it, providers/ next to bin/")
                        .build());
    }

    /** Adds the option to a command that is about no folder. */
    static void addConfigTo(CommandSpec spec) {
        spec.addOption(
                OptionSpec.builder(CONFIG)
                        .paramLabel("FILE")
                        .type(String.class)
                        .description("the configuration that names the folder and its rules")
                        .build());
    }

    /**
     * The folder and its rules.
     *
     * @throws io.convene.launcher.config.ConfigException when the configuration cannot be used
     */
    static ProvidersConfig of(ParseResult options) {
        Path home = Path.of(System.getProperty("convene.home", "."));
        String directory =
                options.commandSpec().findOption(DIRECTORY) == null
                        ? null
                        : options.matchedOptionValue(DIRECTORY, (String) null);
        String file = options.matchedOptionValue(CONFIG, (String) null);
        if (file != null) {
            Map<String, String> overrides =
                    directory == null ? Map.of() : Map.of("providers.directory", directory);
            return ConfigReader.read(Path.of(file), overrides, home).providers();
        }
        Path folder = directory == null ? home.resolve("providers") : Path.of(directory);
        return ProvidersConfig.of(folder, home.resolve("work"));
    }
}
