package io.convene.bench.upstream;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The credentials that the benchmark's vendors accept. */
public final class Credentials {
    /** Ashby's API key. */
    public static final String API_KEY = "bench-ashby-key";

    /** Greenhouse's client. */
    public static final String CLIENT_ID = "bench-client.harvest";

    /** Greenhouse's client secret. */
    public static final String CLIENT_SECRET = "bench-client-secret";

    /** The header that Ashby expects. */
    public static final String ASHBY = basic(API_KEY, "");

    static final String GREENHOUSE_TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJiZW5jaCJ9.bench";
    static final String GREENHOUSE_CLIENT = basic(CLIENT_ID, CLIENT_SECRET);
    static final String GREENHOUSE = "Bearer " + GREENHOUSE_TOKEN;

    private Credentials() {}

    private static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
