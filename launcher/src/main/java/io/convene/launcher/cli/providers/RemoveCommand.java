package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.cli.ExitCode;
import io.convene.launcher.cli.install.Removal;
import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.status.ProviderStatus;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code convene providers remove}: removes a bundle from a folder. */
final class RemoveCommand implements Command {
    private static final String VERSION = "--version";

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name("remove")
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("1")
                                        .paramLabel("ID-OR-BUNDLE")
                                        .type(String.class)
                                        .description(
                                                "an integration, or the name of a jar or folder")
                                        .build())
                        .addOption(
                                OptionSpec.builder(VERSION)
                                        .paramLabel("VERSION")
                                        .type(String.class)
                                        .description("the version, where there are several")
                                        .build());
        FolderOptions.addTo(spec);
        spec.usageMessage()
                .description("Removes a bundle from the folder.")
                .footer("", "Its owner and its pins stay in providers.lock.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err) {
        ProvidersConfig config = FolderOptions.of(options);
        String wanted = options.matchedPositionalValue(0, "");
        Optional<String> version =
                Optional.ofNullable(options.matchedOptionValue(VERSION, (String) null));
        List<Map.Entry<Path, ProviderStatus>> found =
                PresentBundles.of(config).bundles().entrySet().stream()
                        .filter(entry -> isMeant(entry.getValue(), wanted, version))
                        .toList();
        if (found.isEmpty()) {
            throw new CommandFailedException(
                    "there is no bundle '%s'%s in %s; convene providers list shows those that are there"
                            .formatted(
                                    wanted,
                                    version.map(" of version %s"::formatted).orElse(""),
                                    config.directory()));
        }
        if (found.size() > 1) {
            throw new CommandFailedException(
                    "there are several bundles '%s' (%s); name one, or its version with %s"
                            .formatted(wanted, names(found), VERSION));
        }
        Removal.of(found.getFirst().getKey());
        out.printf("Removed %s.%n", names(found));
        out.println("A running server lets it go with: convene providers reload");
        return ExitCode.DONE;
    }

    private static boolean isMeant(ProviderStatus bundle, String wanted, Optional<String> version) {
        boolean named = bundle.bundle().equals(wanted) || bundle.id().equals(Optional.of(wanted));
        return named && (version.isEmpty() || bundle.version().equals(version));
    }

    private static String names(List<Map.Entry<Path, ProviderStatus>> bundles) {
        return bundles.stream()
                .map(entry -> entry.getValue().bundle())
                .collect(Collectors.joining(", "));
    }
}
