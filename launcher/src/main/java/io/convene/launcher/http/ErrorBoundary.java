package io.convene.launcher.http;

import io.convene.launcher.containment.AbandonedCall;
import io.convene.launcher.http.connection.Caller;
import io.convene.launcher.http.connection.HttpDate;
import io.convene.launcher.http.connection.LiveRequest;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Gives every request its id and its answer the requested form, and turns a handler's exception
 * into the documented error body.
 */
public final class ErrorBoundary implements Handler {
    private static final Logger LOG = System.getLogger(ErrorBoundary.class.getName());

    private final RequestMetrics metrics;
    private final FailureTranslation failures;
    private final String route;
    private final Handler handler;

    /** A handler whose requests are counted under that route. */
    ErrorBoundary(
            RequestMetrics metrics, FailureTranslation failures, String route, Handler handler) {
        this.metrics = metrics;
        this.failures = failures;
        this.route = route;
        this.handler = handler;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        long start = metrics.begin();
        LiveRequest live = Caller.begin(request);
        String id = RequestId.of(request.headers());
        response.header(RequestId.HEADER, id);
        response.header(HttpDate.now());
        EncodedResponse answer = new EncodedResponse(request, response, live);
        OverrunAnswer rescue =
                new OverrunAnswer(
                        answer,
                        fault -> send(answer, live, translated(fault, id)),
                        whole -> end(answer, live, whole, start));
        answer.rescuedBy(rescue);
        boolean whole = false;
        boolean abandoned = false;
        try {
            answer(request, answer, live, id);
            whole = true;
        } catch (AbandonedCall e) {
            abandoned = true;
            if (rescue.await()) {
                throw new CloseConnectionException("another thread has answered");
            }
        } finally {
            if (!abandoned) {
                answer.release();
                end(answer, live, whole, start);
            }
        }
    }

    private void end(EncodedResponse answer, LiveRequest live, boolean whole, long start) {
        live.close();
        metrics.end(route, answer, whole, live.isLeft(), start);
    }

    private void answer(
            ServerRequest request, EncodedResponse answer, LiveRequest live, String id) {
        try {
            handler.handle(request, answer);
        } catch (EncodedResponse.HeadSent e) {
            LOG.log(Level.TRACE, "only the head was asked for");
        } catch (CloseConnectionException e) {
            // The caller has gone; nobody can receive an error.
            throw e;
        } catch (UncheckedIOException e) {
            if (answer.begun()) {
                throw new CloseConnectionException("the caller has gone", e);
            }
            fail(answer, live, id, e);
        } catch (ApiException e) {
            LOG.log(Level.DEBUG, () -> id + " " + e.status() + " " + e.sentence());
            send(answer, live, e);
        } catch (AbandonedCall e) {
            throw e;
        } catch (Exception | Error e) {
            // Whatever it is, the caller gets an answer that says whose fault it is.
            Optional<ApiException> known = failures.translate(e, id);
            if (known.isPresent()) {
                LOG.log(Level.DEBUG, () -> id + " " + known.get().sentence());
                send(answer, live, known.get());
            } else {
                fail(answer, live, id, e);
            }
        }
    }

    private ApiException translated(Throwable failure, String id) {
        return failures.translate(failure, id).orElseGet(() -> internal(id));
    }

    private static void fail(EncodedResponse answer, LiveRequest live, String id, Throwable cause) {
        if (live.ending().isEmpty()) {
            LOG.log(Level.ERROR, () -> "request " + id + " failed", cause);
        }
        send(answer, live, internal(id));
    }

    private static void send(EncodedResponse answer, LiveRequest live, ApiException error) {
        if (live.isLeft()) {
            LOG.log(Level.DEBUG, "the caller left before it was answered");
            throw new CloseConnectionException("the caller has left", error);
        }
        if (answer.begun()) {
            // A connection that breaks is the one sign left that the answer is not whole.
            throw new CloseConnectionException("the answer broke off", error);
        }
        ErrorBody.send(answer, live.ending().isPresent() ? stopped() : error);
    }

    private static ApiException stopped() {
        return new ApiException(
                        503, "The server stopped before the request was answered; send it again.")
                .header("Retry-After", "1");
    }

    private static ApiException internal(String id) {
        return new ApiException(
                500,
                "Something failed on our side; if it happens again, report it with the request id "
                        + id
                        + ".");
    }

    /** The token in {@code Authorization: Bearer}, if there is one. */
    public static Optional<String> bearer(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }
}
