/** Loads provider bundles, serves the endpoint, keeps accounts and talks to vendors. */
@SuppressWarnings("module") // the conformance kit is built later
module io.convene.launcher {
    requires static org.jspecify;
    requires io.convene.core;
    requires io.helidon.common.configurable;
    requires io.helidon.common.pki;
    requires io.helidon.common.socket;
    requires io.helidon.common.tls;
    requires io.helidon.common.uri;
    requires io.helidon.common.buffers;
    requires io.helidon.common.concurrency.limits;
    requires io.helidon.http;
    requires io.helidon.webserver;
    requires io.helidon.webserver.http2;
    requires transitive info.picocli;
    requires jakarta.json;
    requires jakarta.json.bind;
    requires java.net.http;
    requires jdk.jfr;
    requires jdk.management;
    requires org.yaml.snakeyaml;
    // Signals, found by name.
    requires jdk.unsupported;
    // The implementation of Jsonb and the logging bridge, found by name at run time.
    requires org.eclipse.yasson;

    exports io.convene.launcher;
    exports io.convene.launcher.cli;
    // The conformance kit loads bundles and reads lists with the code that serves requests.
    exports io.convene.launcher.accounts to
            io.convene.testkit;
    exports io.convene.launcher.config to
            io.convene.testkit;
    exports io.convene.launcher.config.trust to
            io.convene.testkit;
    exports io.convene.launcher.containment to
            io.convene.testkit;
    exports io.convene.launcher.egress to
            io.convene.testkit;
    exports io.convene.launcher.egress.auth to
            io.convene.testkit;
    exports io.convene.launcher.egress.channel to
            io.convene.testkit;
    exports io.convene.launcher.egress.host to
            io.convene.testkit;
    exports io.convene.launcher.egress.wire to
            io.convene.testkit;
    exports io.convene.launcher.metrics to
            io.convene.testkit;
    exports io.convene.launcher.providers to
            io.convene.testkit;
    exports io.convene.launcher.providers.bundle to
            io.convene.testkit;
    exports io.convene.launcher.providers.code to
            io.convene.testkit;
    exports io.convene.launcher.providers.status to
            io.convene.testkit;
    exports io.convene.launcher.query to
            io.convene.testkit;
    exports io.convene.launcher.time to
            io.convene.testkit;

    uses io.convene.core.spi.AtsProvider;
    // Commands, also those of other modules in the image.
    uses io.convene.launcher.cli.Command;

    provides io.convene.launcher.cli.Command with
            io.convene.launcher.cli.providers.ProvidersCommand,
            io.convene.launcher.cli.doctor.DoctorCommand;
}
