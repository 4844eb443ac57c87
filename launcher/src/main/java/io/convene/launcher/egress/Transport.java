package io.convene.launcher.egress;

import io.convene.core.spi.VendorException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way out: every call to a vendor, token requests included, passes through {@link #send}.
 * Whatever paces calls, waits and repeats them or gives a vendor up for a while belongs around it.
 * Thread-safe.
 */
final class Transport implements AutoCloseable {
    private static final int MAX_REDIRECTS = 3;

    private final int maxBody;
    private final Failures failures;
    // A virtual thread per task costs half of what the client's own pool does
    // (docs/ARCHITECTURE.md).
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    Transport(EgressConfig config) {
        maxBody = config.maxBody();
        failures = new Failures(config);
        client =
                HttpClient.newBuilder()
                        // One call per connection: a broken one costs one call, and no tenant waits
                        // for another's.
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(config.connectTimeout())
                        .executor(threads)
                        .build();
    }

    /**
     * Sends a request, follows redirects of a GET within the same host, and returns the answer
     * whole.
     *
     * @throws VendorException when no usable answer came by the deadline
     */
    HttpResponse<byte[]> send(HttpRequest request, Deadline deadline, CallLog log) {
        HttpRequest current = request;
        for (int redirects = 0; ; redirects++) {
            log.admit();
            HttpResponse<byte[]> answer = exchange(current, deadline, log);
            Optional<URI> target = Redirects.target(current, answer);
            if (target.isEmpty()) {
                return answer;
            }
            if (redirects == MAX_REDIRECTS) {
                throw Redirects.refused(
                        current.uri(), "redirects more than " + MAX_REDIRECTS + " times");
            }
            current =
                    HttpRequest.newBuilder(current, (name, value) -> true)
                            .uri(target.get())
                            .build();
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, Deadline deadline, CallLog log) {
        long start = System.nanoTime();
        int status = 0;
        try {
            HttpResponse<byte[]> answer = withFreshConnection(request, deadline);
            status = answer.statusCode();
            return answer;
        } finally {
            log.add(request.method(), request.uri(), status, start);
        }
    }

    /**
     * Repeats a request whose kept connection the vendor had closed meanwhile. The JDK's client
     * does so for GET; a POST of ours only reads, too.
     */
    private HttpResponse<byte[]> withFreshConnection(HttpRequest request, Deadline deadline) {
        String host = request.uri().getHost();
        BoundedBody body = new BoundedBody(maxBody);
        try {
            return attempt(request, body, deadline);
        } catch (IOException first) {
            if (request.method().equals("GET")
                    || body.isBegun()
                    || !Failures.isBrokenConnection(first)) {
                throw failures.of(first, host, body);
            }
        }
        BoundedBody again = new BoundedBody(maxBody);
        try {
            return attempt(request, again, deadline);
        } catch (IOException second) {
            throw failures.of(second, host, again);
        }
    }

    private HttpResponse<byte[]> attempt(HttpRequest request, BoundedBody body, Deadline deadline)
            throws IOException {
        if (deadline.isOver()) {
            throw failures.timedOut(request.uri().getHost(), body);
        }
        // The client's own time-out ends with the answer's head; waiting here covers the body as
        // well.
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, body);
        try {
            return answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failures.timedOut(request.uri().getHost(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.givenUp();
        } catch (ExecutionException e) {
            throw Failures.cause(e);
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
        threads.close();
    }
}
