package io.convene.sandbox;

import java.util.Arrays;
import java.util.Iterator;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the sandbox until it is stopped: {@code --port N --seed N --interviews N --host NAME
 * --rate-limits}.
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

            Prints the base URLs and credentials of all stand-ins; ends on SIGINT or SIGTERM.
            """;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        if (Arrays.asList(args).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        Sandbox.Builder builder = Sandbox.builder();
        try {
            Iterator<String> words = Arrays.asList(args).iterator();
            while (words.hasNext()) {
                apply(builder, words.next(), words);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
        Sandbox sandbox = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
        System.out.print(describe(sandbox));
        new CountDownLatch(1).await();
    }

    private static void apply(Sandbox.Builder builder, String option, Iterator<String> words) {
        switch (option) {
            case "--port" -> builder.port((int) number(option, words));
            case "--seed" -> builder.seed(number(option, words));
            case "--interviews" -> builder.interviews((int) number(option, words));
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

    private static long number(String option, Iterator<String> words) {
        String word = word(option, words);
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not " + word, e);
        }
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
