package io.convene.bench.load;

import io.convene.bench.BenchException;

import java.io.IOException;
import java.net.URI;

/** How many calls the upstream has had. */
public final class VendorCalls implements AutoCloseable {
    private static final int DIGITS = 20;

    private final KeptConnection connection;
    private final byte[] request;

    /** Connects to the upstream. */
    public VendorCalls(URI upstream) {
        try {
            connection = new KeptConnection(upstream);
        } catch (IOException e) {
            throw new BenchException("the upstream cannot be reached: " + e);
        }
        request = KeptConnection.request("GET", URI.create(upstream + "/calls"), "", "");
    }

    /** Calls so far, token requests not counted. */
    public long count() {
        try {
            return Long.parseLong(connection.exchange(request, DIGITS));
        } catch (IOException e) {
            throw new BenchException("the upstream does not count: " + e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new BenchException("the upstream cannot be left: " + e);
        }
    }
}
