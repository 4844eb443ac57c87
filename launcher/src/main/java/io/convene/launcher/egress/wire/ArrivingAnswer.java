package io.convene.launcher.egress.wire;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.time.Deadline;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * A vendor's answer that may still be arriving. Its beginning is there, and so is the whole when it
 * is short or not a success. Must be closed, which gives up the part that did not arrive. Not
 * thread-safe.
 */
public final class ArrivingAnswer implements AutoCloseable {
    private final VendorResponse beginning;
    private final Optional<ArrivingBody> body;
    private final FailureText failures;
    private final String host;

    public ArrivingAnswer(
            VendorResponse beginning,
            Optional<ArrivingBody> body,
            FailureText failures,
            String host) {
        this.beginning = beginning;
        this.body = body.filter(arriving -> !arriving.isEnded() && beginning.isSuccess());
        this.failures = failures;
        this.host = host;
    }

    /** The answer with as much of its body as was there when it was passed on. */
    public VendorResponse beginning() {
        return beginning;
    }

    /** Whether the beginning is all there is. */
    public boolean isWhole() {
        return body.isEmpty();
    }

    /**
     * Writes the body, as it arrives and no faster than it is taken, and leaves {@code out} open.
     *
     * @param maxWait how long to wait for the vendor, all waits together
     * @return the whole answer
     * @throws VendorException when the vendor broke off, took too long or sends too much; {@code
     *     out} has a part then
     * @throws IOException when {@code out} fails
     */
    public VendorResponse transferTo(OutputStream out, Duration maxWait) throws IOException {
        if (body.isEmpty()) {
            out.write(beginning.bytes());
            return beginning;
        }
        ArrivingBody arriving = body.get();
        Duration left = maxWait;
        int done = 0;
        while (true) {
            long before = System.nanoTime();
            int end = awaitMoreThan(done, arriving, Deadline.in(left));
            left = left.minusNanos(System.nanoTime() - before);
            if (end == done) {
                return VendorResponse.of(beginning.status(), beginning.headers(), arriving.whole());
            }
            out.write(arriving.bytes(), done, end - done);
            done = end;
        }
    }

    @Override
    public void close() {
        body.ifPresent(ArrivingBody::close);
    }

    private int awaitMoreThan(int done, ArrivingBody arriving, Deadline deadline) {
        try {
            return arriving.awaitMoreThan(done, deadline);
        } catch (ArrivingBody.ArrivalTimeoutException e) {
            throw failures.timedOut(host, arriving);
        } catch (IOException e) {
            throw failures.unanswered(e, host, arriving, 1).failure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FailureText.givenUp();
        }
    }
}
