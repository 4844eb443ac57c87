package io.convene.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the sandbox until it is stopped: {@code --port N --seed N --interviews N --host NAME
 * --rate-limits --config}.
 */
public final class Main {

    private static final String USAGE =
            """
            Usage: convene sandbox [options]

              --port N         the port to listen on, any free one by default
              --host NAME      the address to bind, 127.0.0.1 by default
              --seed N         another set of interviews
              --interviews N   how many of each system, 300 by default
              --rate-limits    enforces the documented limits
              --config         prints a configuration for convene serve instead of the list

            Prints the base URLs and credentials of all stand-ins; ends on SIGINT or SIGTERM.
            Exit codes: 0 done, 1 failed, 2 wrong usage.
            """;

    private static final String CONFIG = "--config";
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_INTERVIEWS = 1_000_000;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        if (Arrays.asList(args).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        Sandbox.Builder builder = Sandbox.builder();
        List<String> options = new ArrayList<>(List.of(args));
        boolean config = options.remove(CONFIG);
        try {
            Iterator<String> words = options.iterator();
            while (words.hasNext()) {
                apply(builder, words.next(), words);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
        try {
            Sandbox sandbox = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
            System.out.print(config ? AccountsYaml.of(sandbox) : describe(sandbox));
            System.out.flush();
        } catch (RuntimeException | Error e) {
            String cause = e.getMessage() == null ? e.toString() : e.getMessage();
            System.err.println(
                    "sandbox: %s; choose another address with --port or --host.".formatted(cause));
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void apply(Sandbox.Builder builder, String option, Iterator<String> words) {
        switch (option) {
            case "--port" -> builder.port((int) number(option, words, 0, HIGHEST_PORT));
            case "--seed" -> builder.seed(number(option, words, Long.MIN_VALUE, Long.MAX_VALUE));
            case "--interviews" ->
                    builder.interviews((int) number(option, words, 0, MOST_INTERVIEWS));
            case "--host" -> builder.host(word(option, words));
            case "--rate-limits" -> builder.rateLimits(true);
            default -> throw new IllegalArgumentException("Unknown option " + option);
        }
    }

    private static String word(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    private static long number(String option, Iterator<String> words, long min, long max) {
        String word = word(option, words);
        try {
            long number = Long.parseLong(word);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with a number out of range.
        }
        throw new IllegalArgumentException(
                "%s needs a number from %d to %d, not %s".formatted(option, min, max, word));
    }

    static String describe(Sandbox sandbox) {
        StringBuilder text = new StringBuilder();
        for (String integration : sandbox.integrations()) {
            text.append(integration).append('\n');
            new TreeMap<>(sandbox.settings(integration))
                    .forEach((name, value) -> line(text, name, value));
            new TreeMap<>(sandbox.credentials(integration))
                    .forEach((name, value) -> line(text, name, value));
        }
        return text.append("Ctrl-C stops the sandbox.\n").toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ").append(name).append(" = ").append(value).append('\n');
    }
}
