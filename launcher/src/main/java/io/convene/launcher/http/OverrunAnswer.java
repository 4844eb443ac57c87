package io.convene.launcher.http;

import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.http.connection.ConnectionSocket;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.http.HeaderValues;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Answers in the place of a request's thread that does not come back from a bundle. That thread
 * leaves everything of the request alone from then on, so a thread of the rescue's own may use it:
 * it tells the caller and, over HTTP/1.1, closes the connection, as nobody would read its next
 * request. One per request.
 */
public final class OverrunAnswer implements Consumer<BundleFault> {
    private static final Logger LOG = System.getLogger(OverrunAnswer.class.getName());

    private final EncodedResponse answer;
    private final Optional<HelidonSocket> socket = ConnectionSocket.current();
    private final Consumer<Boolean> ended;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Consumer<BundleFault> teller;

    /**
     * A rescue that is not needed yet; made by the request's thread.
     *
     * @param teller tells the caller of the fault, unless the answer has begun
     * @param ended receives at the end whether the caller was informed
     */
    OverrunAnswer(EncodedResponse answer, Consumer<BundleFault> teller, Consumer<Boolean> ended) {
        this.answer = answer;
        this.teller = teller;
        this.ended = ended;
    }

    /** Tells the caller in that way from now on: the answer may begin. */
    public void tellBy(Consumer<BundleFault> other) {
        teller = other;
    }

    /** Begins to answer. Called at most once, when the request's thread was given up. */
    @Override
    public void accept(BundleFault fault) {
        // Not a virtual thread: bundles that spin may occupy all carriers.
        Thread.ofPlatform().daemon().name("rescue").start(() -> run(fault));
    }

    /** Waits until the response is no longer in use; whether its connection was closed then. */
    boolean await() {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return socket.isPresent();
    }

    private void run(BundleFault fault) {
        boolean told = false;
        try {
            if (socket.isPresent() && !answer.begun()) {
                answer.header(HeaderValues.CONNECTION_CLOSE);
            }
            teller.accept(fault);
            told = true;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.DEBUG, () -> "the caller could not be told: " + fault.sentence(), e);
        } finally {
            answer.release();
            ended.accept(told);
            socket.ifPresent(HelidonSocket::close);
            done.countDown();
        }
    }
}
