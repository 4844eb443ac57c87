package io.convene.demo;

import io.convene.launcher.cli.Command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** The command {@code convene demo}, which runs a demo until it is interrupted. */
public final class DemoCommand implements Command {
    /** For {@link java.util.ServiceLoader}. */
    public DemoCommand() {}

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("demo");
        DemoOptions.declare(spec);
        spec.usageMessage()
                .description("Starts stand-ins of the ATSs and an endpoint over them.")
                .footer(
                        "",
                        "All is on loopback, with one account for each system. Prints requests to try. Ctrl-C stops all.");
        return spec;
    }

    @Override
    public int run(ParseResult options, PrintStream out, PrintStream err)
            throws InterruptedException {
        try {
            Demo demo = Demo.start(DemoOptions.of(options));
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-stop"));
            out.print(demo.welcome());
            out.flush();
        } catch (IOException | RuntimeException | Error e) {
            String cause = e.getMessage() == null ? e.toString() : e.getMessage();
            err.println("demo: cannot start: " + cause);
            return 1;
        }
        new CountDownLatch(1).await();
        return 0;
    }
}
