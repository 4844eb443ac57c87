package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.Command;
import io.convene.launcher.cli.ExitCode;
import io.convene.launcher.cli.author.BuildTool;
import io.convene.launcher.cli.author.BundleNames;
import io.convene.launcher.cli.author.BundleProject;
import io.convene.launcher.cli.author.Sdk;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** {@code convene providers new}: writes the project of a new bundle. */
final class NewCommand implements Command {
    private static final String PACKAGE = "--package";
    private static final String DIRECTORY = "--directory";
    private static final String GRADLE = "--gradle";

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name("new")
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .index("0")
                                        .arity("1")
                                        .paramLabel("ID")
                                        .type(String.class)
                                        .description("the id of the integration, such as lever")
                                        .build())
                        .addOption(
                                OptionSpec.builder(PACKAGE)
                                        .paramLabel("NAME")
                                        .required(true)
                                        .type(String.class)
                                        .description(
                                                "the Java package of the bundle, such as com.acme.lever")
                                        .build())
                        .addOption(
                                OptionSpec.builder(DIRECTORY)
                                        .paramLabel("DIR")
                                        .type(String.class)
                                        .description(
                                                "the folder to create for the project; without it, ID")
                                        .build())
                        .addOption(
                                OptionSpec.builder(GRADLE)
                                        .description("builds with Gradle, not with Maven")
                                        .build());
        spec.usageMessage()
                .description("Writes the project of a new bundle.")
                .footer(
                        "",
                        "It compiles and passes the conformance kit with a fake vendor; its README.md says what",
                        "to replace. Convene's artifacts come from sdk/ of this distribution.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err) {
        BundleNames names = names(options);
        Path folder = Path.of(options.matchedOptionValue(DIRECTORY, names.id()));
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw wrong(
                    options,
                    "%s already exists; name a new folder with %s".formatted(folder, DIRECTORY));
        }
        boolean gradle = options.hasMatchedOption(GRADLE);
        Sdk sdk = Sdk.of(Path.of(System.getProperty("convene.home", ".")));
        BundleProject.of(names, gradle ? BuildTool.GRADLE : BuildTool.MAVEN, sdk).writeTo(folder);
        out.printf("Wrote the project of a bundle for %s to %s.%n", names.title(), folder);
        out.printf(
                "Build and test it: %s, with JDK 25 in JAVA_HOME. Then read %s.%n",
                (gradle ? "gradle -p %s build" : "mvn -f %s verify")
                        .formatted(quoted(folder.toString())),
                folder.resolve("README.md"));
        return ExitCode.DONE;
    }

    /** The text as one word for a shell. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:\\\\-]+")
                ? text
                : "'%s'".formatted(text.replace("'", "'\\''"));
    }

    private static BundleNames names(ParseResult options) {
        String packageName = options.matchedOptionValue(PACKAGE, "");
        try {
            return new BundleNames(options.matchedPositionalValue(0, ""), packageName);
        } catch (IllegalArgumentException e) {
            throw wrong(options, String.valueOf(e.getMessage()));
        }
    }

    private static ParameterException wrong(ParseResult options, String message) {
        return new ParameterException(options.commandSpec().commandLine(), message);
    }
}
