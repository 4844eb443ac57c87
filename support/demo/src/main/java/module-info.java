/**
 * The launcher with an account for each stand-in of the sandbox, all in one process on loopback;
 * and the commands of both.
 */
module io.convene.demo {
    requires static org.jspecify;
    requires io.convene.launcher;
    requires io.convene.sandbox;
    requires info.picocli;
    requires java.net.http;

    provides io.convene.launcher.cli.Command with
            io.convene.demo.DemoCommand,
            io.convene.demo.SandboxCommand;
}
