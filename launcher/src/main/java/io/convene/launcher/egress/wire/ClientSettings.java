package io.convene.launcher.egress.wire;

/**
 * How many of the JDK's clients there are, and the settings that they all read once from system
 * properties. A property that is set when the process starts wins.
 */
final class ClientSettings {
    /**
     * The read buffer of a connection, which is held while the connection is kept. Measured: with
     * 64 KiB a waiting request holds 47 KB more, and a page does not take less CPU.
     */
    private static final int BUFFER = 8 * 1024;

    /**
     * How many kept connections may be idle, all clients together; the oldest is closed beyond
     * that. Measured, one holds 20 KB of the heap, and 61 KB with TLS. The JDK closes an idle one
     * after 30 s.
     */
    private static final int MOST_IDLE = 1_000;

    private static final int MOST_CLIENTS = 8;

    private ClientSettings() {}

    /**
     * How many clients share the calls. Each reads all its answers on one thread, and that is less
     * than half of the CPU of a page: one client keeps two processors busy.
     */
    static int clients() {
        int processors = Runtime.getRuntime().availableProcessors();
        return Math.clamp((processors + 1) / 2, 1, MOST_CLIENTS);
    }

    /** Sets the properties; to be called before the first client is made. */
    static void apply() {
        // The header Host is for a NamedRequest. RequestWriter lets no bundle set it.
        setUnlessGiven("jdk.httpclient.allowRestrictedHeaders", "host");
        // A proxy's tunnel may have credentials.
        setUnlessGiven("jdk.http.auth.tunneling.disabledSchemes", "");
        setUnlessGiven("jdk.httpclient.bufsize", Integer.toString(BUFFER));
        setUnlessGiven(
                "jdk.httpclient.connectionPoolSize", Integer.toString(MOST_IDLE / clients()));
    }

    private static void setUnlessGiven(String property, String value) {
        System.setProperty(property, System.getProperty(property, value));
    }
}
