package io.convene.testkit;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A fake vendor with an HTTP server on loopback. The author says how each request is answered, by
 * many threads at once.
 *
 * @since 0.1.0
 */
public abstract class VendorFake implements TestVendor {
    private @Nullable VendorServer server;

    /** A fake that is not started yet. */
    protected VendorFake() {}

    /**
     * Answers a request, as strictly as the vendor: a fake that overlooks a wrong parameter proves
     * nothing about it. An exception becomes an HTTP 500 with its message.
     */
    protected abstract VendorReply answer(VendorCall call);

    @Override
    public void start() {
        start(0);
    }

    /**
     * Starts at a port of one's own choice, so that a Convene on this machine can be configured to
     * call it. The process does not end before {@link #close()}.
     *
     * @param port the port of the loopback address; 0 takes any that is free
     */
    public final void start(int port) {
        VendorServer started = new VendorServer(this::answered);
        started.start(port);
        server = started;
    }

    /** Where the fake is reached, such as {@code http://127.0.0.1:40123}. */
    public final String address() {
        VendorServer started = server;
        if (started == null) {
            throw new IllegalStateException("the fake is not started: call start() first");
        }
        return started.address();
    }

    /** The address as the setting {@code base_url}, which suits most. */
    @Override
    public Map<String, String> settings() {
        return Map.of("base_url", address());
    }

    @Override
    public void close() {
        VendorServer started = server;
        if (started != null) {
            started.close();
        }
    }

    private VendorReply answered(VendorCall call) {
        try {
            return answer(call);
        } catch (RuntimeException e) {
            return VendorReply.text(500, "The fake could not answer: " + e);
        }
    }
}
