package io.convene.launcher;

import io.convene.launcher.accounts.Tokens;
import io.convene.launcher.config.ConfigException;
import io.convene.launcher.http.ListenException;
import io.convene.launcher.providers.status.ProvidersException;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands of {@code convene}. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3
 * a required provider.
 */
public final class Main {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int PROVIDER_MISSING = 3;
    private static final String USAGE =
            """
            Usage: convene <command> [options]

            Commands:
              serve --config FILE [--port N]   serves the endpoint until it is stopped
              token new                        makes a caller's token, and the hash for the configuration
              demo [--port N]                  starts stand-ins of the ATSs and an endpoint over them
              sandbox [--port N]               starts the stand-ins alone

            Every command has --help. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration,
            3 a required provider is not active.
            """;
    private static final String SERVE_USAGE =
            """
            Usage: convene serve --config FILE [--port N]

              --config FILE   the configuration, YAML; conf/convene.yaml is an example
              --port N        the port to listen on, over server.port of the configuration

            Prints one line with the address once requests are accepted; ends on SIGINT or SIGTERM.
            """;
    private static final String TOKEN_USAGE =
            """
            Usage: convene token new

            Prints a new random token for a caller, and the SHA-256 to put into the configuration under tokens.
            """;

    private Main() {}

    /** Runs the command. */
    public static void main(String[] arguments) {
        // Measured: a vendor's page in two reads instead of seven saves a twentieth of the CPU.
        System.setProperty(
                "jdk.httpclient.bufsize",
                System.getProperty("jdk.httpclient.bufsize", Integer.toString(64 * 1024)));
        int code;
        try {
            code = run(Arrays.asList(arguments), System.out, System.err);
        } catch (RuntimeException | Error e) {
            System.err.println(failure(e));
            code = FAILED;
        }
        System.out.flush();
        // Helidon's shutdown hooks and idle threads must not decide when a command has ended.
        Runtime.getRuntime().exit(code);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest =
                arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        boolean help = rest.contains("--help") || rest.contains("-h");
        return switch (command) {
            case "serve" -> help ? print(out, SERVE_USAGE) : serve(rest, out, err);
            case "token" -> help ? print(out, TOKEN_USAGE) : token(rest, out, err);
            case "--help", "-h", "help" -> print(out, USAGE);
            default ->
                    wrong(
                            err,
                            command.isEmpty()
                                    ? "a command is missing"
                                    : "unknown command '" + command + "'",
                            USAGE);
        };
    }

    private static int serve(List<String> options, PrintStream out, PrintStream err) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < options.size(); i += 2) {
            String option = options.get(i);
            if (!(option.equals("--config") || option.equals("--port"))
                    || i + 1 == options.size()) {
                return wrong(
                        err,
                        "'" + option + "' is no option of serve, or its value is missing",
                        SERVE_USAGE);
            }
            values.put(option, options.get(i + 1));
        }
        String file = values.get("--config");
        if (file == null) {
            return wrong(err, "serve needs --config FILE", SERVE_USAGE);
        }
        Map<String, String> overrides =
                values.containsKey("--port")
                        ? Map.of("server.port", values.get("--port"))
                        : Map.of();
        Path home = Path.of(System.getProperty("convene.home", "."));
        Stop stop = new Stop();
        try (Launcher launcher = Launcher.start(Path.of(file), overrides, home)) {
            out.println(
                    "Convene accepts requests at "
                            + launcher.address()
                            + "/unified/ats/interviews");
            out.flush();
            stop.await();
            return 0;
        } catch (ConfigException e) {
            err.println(e.getMessage());
            return WRONG_USAGE;
        } catch (RequiredProviderException e) {
            err.println(e.getMessage());
            return PROVIDER_MISSING;
        } catch (ListenException | ProvidersException e) {
            err.println(e.getMessage());
            return FAILED;
        } finally {
            stop.done();
        }
    }

    /** What to say about a failure that nobody foresaw; its stack trace only where it is wanted. */
    static String failure(Throwable e) {
        if (Boolean.getBoolean("convene.trace")) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
        String cause =
                e.getMessage() == null ? "" : ": " + e.getMessage().lines().findFirst().orElse("");
        return "Convene failed with an unexpected %s%s; CONVENE_JAVA_OPTIONS=-Dconvene.trace=true shows where, please report it."
                .formatted(e.getClass().getSimpleName(), cause);
    }

    private static int token(List<String> options, PrintStream out, PrintStream err) {
        if (!options.equals(List.of("new"))) {
            return wrong(err, "token knows 'new' only", TOKEN_USAGE);
        }
        String token = Tokens.random();
        out.println("token:  " + token);
        out.println("sha256: " + Tokens.sha256(token));
        return 0;
    }

    private static int print(PrintStream out, String text) {
        out.print(text);
        return 0;
    }

    private static int wrong(PrintStream err, String what, String usage) {
        err.println("convene: " + what + "\n");
        err.print(usage);
        return WRONG_USAGE;
    }
}
