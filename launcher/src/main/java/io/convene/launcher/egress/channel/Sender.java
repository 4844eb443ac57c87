package io.convene.launcher.egress.channel;

import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.wire.CallLog;
import io.convene.launcher.egress.wire.Exchange;
import io.convene.launcher.egress.wire.NamedRequest;
import io.convene.launcher.egress.wire.Redirects;
import io.convene.launcher.egress.wire.Transport;
import io.convene.launcher.egress.wire.WireConfig;
import io.convene.launcher.time.Deadline;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * The one way out: every call to a vendor, token requests included, passes through {@link #send}.
 * Thread-safe.
 */
public final class Sender implements AutoCloseable {
    private static final int MAX_REDIRECTS = 3;

    private final Transport transport;
    private final RetryPolicy retryPolicy;
    private final InterruptibleSleep sleep = new InterruptibleSleep();
    private final HostChannels channels;

    public Sender(Resilience resilience, WireConfig wire, EgressMetrics metrics) {
        transport = new Transport(wire);
        retryPolicy = new RetryPolicy(resilience, sleep);
        channels = new HostChannels(resilience, sleep, metrics);
    }

    public HostChannels channels() {
        return channels;
    }

    public Transport transport() {
        return transport;
    }

    /**
     * Sends a request when its turn has come, repeats it as far as that is worth it, follows
     * redirects of a GET within the same host, and returns the answer whole.
     *
     * @throws VendorException when no usable answer came by the deadline
     */
    public HttpResponse<byte[]> send(
            HttpRequest request, AccountChannels account, Deadline deadline, CallLog log) {
        return send(request, account, deadline, log, transport);
    }

    /**
     * The same over another exchange; no more of the answer is read than that one reads.
     *
     * @throws VendorException when no usable answer came by the deadline
     */
    public HttpResponse<byte[]> send(
            HttpRequest request,
            AccountChannels account,
            Deadline deadline,
            CallLog log,
            Exchange exchange) {
        HttpRequest current = request;
        for (int redirects = 0; ; redirects++) {
            HostChannel channel = account.to(current.uri());
            HttpResponse<byte[]> answer =
                    new Call(current, channel, deadline, log, exchange, retryPolicy).answer();
            Optional<URI> target = Redirects.target(current, answer);
            if (target.isEmpty()) {
                return answer;
            }
            if (redirects == MAX_REDIRECTS) {
                throw Redirects.refused(
                        current.uri(), "redirects more than " + MAX_REDIRECTS + " times");
            }
            current = NamedRequest.moved(current, target.get());
        }
    }

    /** Ends the calls under way and those that wait. */
    @Override
    public void close() {
        sleep.end();
        transport.close();
    }
}
