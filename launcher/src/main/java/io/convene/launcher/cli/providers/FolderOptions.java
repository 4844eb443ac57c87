package io.convene.launcher.cli.providers;

import io.convene.launcher.config.ConfigReader;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.config.ProvidersConfig;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
        Optional<LauncherConfig> config = config(options);
        if (config.isPresent()) {
            return config.get().providers();
        }
        Path folder = directory(options).map(Path::of).orElse(home().resolve("providers"));
        return ProvidersConfig.of(folder, home().resolve("work"));
    }

    /**
     * The configuration that the command line names.
     *
     * @throws io.convene.launcher.config.ConfigException when it cannot be used
     */
    static Optional<LauncherConfig> config(ParseResult options) {
        Map<String, String> overrides =
                directory(options)
                        .map(folder -> Map.of("providers.directory", folder))
                        .orElse(Map.of());
        return Optional.ofNullable(options.matchedOptionValue(CONFIG, (String) null))
                .map(file -> ConfigReader.read(Path.of(file), overrides, home()));
    }

    private static Optional<String> directory(ParseResult options) {
        return options.commandSpec().findOption(DIRECTORY) == null
                ? Optional.empty()
                : Optional.ofNullable(options.matchedOptionValue(DIRECTORY, (String) null));
    }

    private static Path home() {
        return Path.of(System.getProperty("convene.home", "."));
    }
}
