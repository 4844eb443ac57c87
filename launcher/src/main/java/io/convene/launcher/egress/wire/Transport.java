package io.convene.launcher.egress.wire;

import io.convene.launcher.admission.HeldMemory;
import io.convene.launcher.egress.coding.ContentCodings;
import io.convene.launcher.egress.coding.UnusableAnswerException;
import io.convene.launcher.egress.host.HostAddresses;
import io.convene.launcher.egress.wire.CallResult.Answered;
import io.convene.launcher.egress.wire.CallResult.Unanswered;
import io.convene.launcher.time.Deadline;
import io.convene.launcher.time.Timeouts;
import io.convene.launcher.time.Timeouts.Watch;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The connections to vendors: sends a request once, to be paced and repeated by others.
 * Thread-safe.
 */
public final class Transport implements Exchange, AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);

    // Two seconds: the thread that looks for time-outs need not be woken for each call then.
    private static final int QUIET_TICKS = 200;

    private static final int PROXY_REFUSED = 407;

    private final int maxBody;
    private final Duration slow;
    private final Duration connectTimeout;
    private final FailureText failures;
    private final Timeouts timeouts = new Timeouts("egress-timeouts", TICK, QUIET_TICKS);
    private final VendorClients connections;

    public Transport(WireConfig config) {
        maxBody = config.maxBody();
        slow = config.slow();
        connectTimeout = config.connectTimeout();
        failures = new FailureText(config);
        connections = new VendorClients(config);
    }

    /** The texts of its failures. */
    public FailureText failures() {
        return failures;
    }

    /** Sends a request and reads the answer whole, by the deadline. */
    @Override
    public CallResult exchange(HttpRequest request, Deadline deadline, CallLog log) {
        return exchange(request, deadline, log, ArrivingBody::whole);
    }

    /**
     * Sends a request and reads the answer as far as its body says, by the deadline.
     *
     * @param bodies makes the body of one attempt, which takes so many bytes at most
     */
    CallResult exchange(
            HttpRequest request,
            Deadline deadline,
            CallLog log,
            IntFunction<? extends AnswerBody> bodies) {
        long start = System.nanoTime();
        int status = 0;
        try {
            CallResult outcome = withFreshConnection(request, deadline, log.memory(), bodies);
            if (outcome instanceof Unanswered && log.memory().isShort()) {
                throw log.memory().failure();
            }
            status = outcome instanceof Answered it ? it.answer().statusCode() : 0;
            return outcome;
        } finally {
            log.add(request.method(), request.uri(), status, start);
        }
    }

    /**
     * Repeats a request whose kept connection the vendor had closed meanwhile, or on which it still
     * sent the rest of an earlier answer. For GET the JDK's client does the former; a POST of ours
     * only reads, too.
     */
    private CallResult withFreshConnection(
            HttpRequest request,
            Deadline deadline,
            HeldMemory memory,
            IntFunction<? extends AnswerBody> bodies) {
        String host = connections.name(request.uri());
        AnswerBody body = bodies.apply(maxBody);
        try {
            return attempt(request, body, deadline, memory);
        } catch (IOException first) {
            boolean leftover = FailureText.isLeftover(first);
            if (body.isBegun() || !(leftover || FailureText.isBrokenConnection(first))) {
                return failures.unanswered(first, host, body, 1);
            }
            if (request.method().equals("GET") && !leftover) {
                return failures.unanswered(first, host, body, 2);
            }
        }
        AnswerBody again = bodies.apply(maxBody);
        try {
            return attempt(request, again, deadline, memory);
        } catch (IOException second) {
            return failures.unanswered(second, host, again, 2);
        }
    }

    private CallResult attempt(
            HttpRequest request, AnswerBody body, Deadline deadline, HeldMemory memory)
            throws IOException {
        Duration given = deadline.remaining();
        if (given.isZero()) {
            return timedOut(request, body, given);
        }
        Optional<RequestBody> sent = RequestBody.of(request);
        // The client's own time-out ends with the answer's head; this one covers the body as well.
        try (Watch watch = watch(deadline, sent)) {
            try {
                // Not sendAsync: measured, its way over other threads costs a tenth of a request.
                HttpRequest sendable = connections.sendable(request, deadline);
                sent.ifPresent(it -> it.begin(connectTimeout));
                HttpResponse<byte[]> answer =
                        connections
                                .client(request)
                                .send(sendable, head -> reading(head, body, memory));
                return answered(answer, request.uri());
            } catch (InterruptedException e) {
                if (watch.isOverdue() && deadline.isOver()) {
                    return timedOut(request, body, given);
                }
                if (watch.isOverdue()) {
                    throw new HttpConnectTimeoutException("no connection in time");
                }
                Thread.currentThread().interrupt();
                throw FailureText.givenUp();
            }
        } catch (HostAddresses.UnresolvedInTimeException e) {
            return new Unanswered(
                    FailureText.notResolved(connections.name(request.uri())), false, false, 1);
        } catch (IOException e) {
            throw FailureText.unwrapped(e);
        } catch (IllegalArgumentException e) {
            // So the client says that a header's number is none.
            throw new ProtocolException("the answer's head is not proper HTTP");
        }
    }

    private Watch watch(Deadline deadline, Optional<RequestBody> sent) {
        return sent.isEmpty()
                ? timeouts.watch(deadline)
                : timeouts.watch(deadline, sent.get()::isUnconnected);
    }

    /** The proxy's answer about its own credentials must not be taken for the vendor's. */
    private CallResult answered(HttpResponse<byte[]> answer, URI url) {
        if (answer.statusCode() == PROXY_REFUSED && connections.proxy(url).isPresent()) {
            return new Unanswered(FailureText.proxyRefused(connections.name(url)), false, false, 1);
        }
        return new Answered(answer);
    }

    private BodySubscriber<byte[]> reading(ResponseInfo head, AnswerBody body, HeldMemory memory) {
        Optional<String> problem = Framing.problem(head.headers());
        if (problem.isPresent()) {
            return new RefusedBody(new UnusableAnswerException(problem.get()));
        }
        return ContentCodings.of(head.headers())
                .decoding(
                        new HeldBody(body.apply(head), memory, Framing.length(head.headers())),
                        maxBody);
    }

    /** A host that was given next to no time did not fail. */
    private Unanswered timedOut(HttpRequest request, AnswerBody body, Duration given) {
        return new Unanswered(
                failures.timedOut(connections.name(request.uri()), body),
                false,
                given.compareTo(slow) >= 0,
                1);
    }

    @Override
    public void close() {
        connections.close();
        timeouts.close();
    }
}
