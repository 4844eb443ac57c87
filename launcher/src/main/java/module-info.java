/** Loads provider bundles, serves the endpoint, keeps accounts and talks to vendors. */
module io.convene.launcher {
    requires static org.jspecify;
    requires io.convene.core;
    requires io.helidon.config;
    requires io.helidon.common.configurable;
    requires io.helidon.common.pki;
    requires io.helidon.common.tls;
    requires io.helidon.common.uri;
    requires io.helidon.http;
    requires io.helidon.webserver;
    requires io.helidon.webserver.http2;
    requires jakarta.json.bind;
    requires java.net.http;
    // The implementation behind Jsonb and the logging bridge, found by name at run time.
    requires org.eclipse.yasson;

    exports io.convene.launcher;

    uses io.convene.core.spi.AtsProvider;
}
