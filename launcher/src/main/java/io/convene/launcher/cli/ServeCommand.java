package io.convene.launcher.cli;

import io.convene.launcher.Launcher;
import io.convene.launcher.RequiredProviderException;
import io.convene.launcher.config.ConfigException;
import io.convene.launcher.http.ListenException;
import io.convene.launcher.providers.status.ProvidersException;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Serves the endpoint until it is stopped. */
final class ServeCommand implements Command {
    static final String NAME = "serve";
    static final String CONFIG = "--config";
    static final String PORT = "--port";
    private static final String WATCH = "--watch";
    private static final String CHECK = "--check";

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.create()
                        .name(NAME)
                        .addOption(
                                OptionSpec.builder(CONFIG)
                                        .paramLabel("FILE")
                                        .type(String.class)
                                        .required(true)
                                        .description(
                                                "the configuration, YAML; conf/convene.yaml is an example")
                                        .build())
                        .addOption(
                                OptionSpec.builder(PORT)
                                        .paramLabel("N")
                                        .type(String.class)
                                        .description(
                                                "the port to listen on, over server.port of the configuration")
                                        .build());
        spec.addOption(
                OptionSpec.builder(WATCH)
                        .description(
                                "reloads bundles when their files have changed; for development")
                        .build());
        spec.addOption(
                OptionSpec.builder(CHECK)
                        .description(
                                "reports every problem of configuration, bundles and accounts, and ends")
                        .build());
        spec.usageMessage()
                .description("Serves the endpoint until it is stopped.")
                .footer(
                        "",
                        "Prints one line with the address once requests are accepted; ends on SIGINT or SIGTERM.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err) {
        String file = options.matchedOptionValue(CONFIG, "");
        Optional<String> port = Optional.ofNullable(options.matchedOptionValue(PORT, null));
        if (options.hasMatchedOption(CHECK)) {
            return StartCheck.run(Path.of(file), overrides(port), home(), out, err);
        }
        return serve(new PlainServe(file, port), options.hasMatchedOption(WATCH), out, err);
    }

    static int serve(PlainServe asked, PrintStream out, PrintStream err) {
        return serve(asked, false, out, err);
    }

    private static int serve(PlainServe asked, boolean watching, PrintStream out, PrintStream err) {
        Path file = Path.of(asked.file());
        Stop stop = new Stop();
        try (Launcher launcher = Launcher.start(file, overrides(asked.port()), home())) {
            // One write: the pieces that printf writes mix with lines of the log.
            out.println(
                    "Convene accepts requests at %s/unified/ats/interviews"
                            .formatted(launcher.address()));
            out.flush();
            if (watching) {
                out.printf("Convene reloads bundles that change in %s%n", launcher.watchBundles());
                out.flush();
            }
            stop.await();
            return ExitCode.DONE;
        } catch (ConfigException e) {
            err.println(e.getMessage());
            return ExitCode.WRONG_USAGE;
        } catch (RequiredProviderException e) {
            err.println(e.getMessage());
            return ExitCode.PROVIDER_MISSING;
        } catch (ListenException | ProvidersException e) {
            err.println(e.getMessage());
            return ExitCode.FAILED;
        } finally {
            stop.done();
        }
    }

    private static Map<String, String> overrides(Optional<String> port) {
        return port.map(number -> Map.of("server.port", number)).orElse(Map.of());
    }

    private static Path home() {
        return Path.of(System.getProperty("convene.home", "."));
    }
}
