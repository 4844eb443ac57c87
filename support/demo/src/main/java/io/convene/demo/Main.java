package io.convene.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a demo until it is interrupted. */
public final class Main {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Main() {}

    /** Starts the demo that the options describe. */
    public static void main(String[] args) throws InterruptedException {
        int exitCode = run(List.of(args));
        if (exitCode != DONE) {
            System.exit(exitCode);
        }
    }

    private static int run(List<String> words) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(words);
        } catch (IllegalArgumentException e) {
            System.err.println("demo: " + e.getMessage());
            System.err.print(Options.USAGE);
            return WRONG_USAGE;
        }
        if (options.help()) {
            System.out.print(Options.USAGE);
            return DONE;
        }
        try {
            Demo demo = Demo.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-stop"));
            System.out.print(demo.welcome());
        } catch (IOException | RuntimeException | Error e) {
            String cause = e.getMessage() == null ? e.toString() : e.getMessage();
            System.err.println("demo: cannot start: " + cause);
            return FAILED;
        }
        new CountDownLatch(1).await();
        return DONE;
    }
}
