/**
 * Stand-ins of the four ATSs on loopback. Shares no code with core, providers or launcher: it is
 * their counterpart.
 */
module io.convene.sandbox {
    requires static org.jspecify;
    requires io.helidon.webserver;
    // Only for requests: responses are written byte by byte.
    requires jakarta.json;

    exports io.convene.sandbox;
}
