package io.convene.launcher.egress.wire;

import io.convene.launcher.egress.coding.BodyTooLargeException;
import io.convene.launcher.time.Deadline;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * A body that is passed on before it is complete: the answer counts as come when so many bytes are
 * there, and more are asked for one read at a time, when somebody wants them. The bytes are kept,
 * up to a limit. An answer of failure is read whole. Thread-safe.
 */
final class ArrivingBody implements AnswerBody, AutoCloseable {
    private static final int INITIAL = 16 * 1024;

    /** A vendor that announces much gets no more memory than this before it sends. */
    private static final int MOST_AT_FIRST = 1024 * 1024;

    /** More than any body has: the answer counts as come when its body ends. */
    private static final int ALL = Integer.MAX_VALUE;

    private final int ahead;
    private final int limit;
    private final CompletableFuture<byte[]> beginning = new CompletableFuture<>();
    private volatile boolean begun;
    private volatile boolean tooLarge;

    // Guarded by this.
    private @Nullable Subscription subscription;
    private @Nullable IOException failure;
    private byte[] bytes = new byte[0];
    private int size;
    private int enough;
    private long announced;
    private boolean ended;
    private boolean asked;

    /**
     * A body of which nothing came yet.
     *
     * @param ahead how many bytes are read before the answer counts as come
     * @param limit how many bytes are taken at most
     */
    ArrivingBody(int ahead, int limit) {
        this.ahead = ahead;
        this.limit = limit;
    }

    /** A body that is read whole before its answer counts as come. */
    static ArrivingBody whole(int limit) {
        return new ArrivingBody(ALL, limit);
    }

    @Override
    public boolean isBegun() {
        return begun;
    }

    @Override
    public boolean isTooLarge() {
        return tooLarge;
    }

    @Override
    public synchronized BodySubscriber<byte[]> apply(ResponseInfo head) {
        begun = true;
        boolean success = head.statusCode() >= 200 && head.statusCode() < 300;
        enough = success ? ahead : ALL;
        announced = Framing.length(head.headers()).orElse(-1);
        return new Subscriber();
    }

    /** Whether nothing more will come. */
    synchronized boolean isEnded() {
        return ended;
    }

    /**
     * Waits until more than that many bytes came, or the body ended.
     *
     * @return how many there are
     * @throws IOException when the body broke off, or nothing came in time
     */
    synchronized int awaitMoreThan(int done, Deadline deadline)
            throws IOException, InterruptedException {
        while (size == done && !ended) {
            if (failure != null) {
                throw failure;
            }
            long wait = deadline.remaining().toMillis();
            if (wait == 0) {
                throw new ArrivalTimeoutException();
            }
            if (asked) {
                wait(wait);
            } else {
                // The bytes may come at once, on this very thread.
                ask();
            }
        }
        return size;
    }

    /** The bytes so far, of which a part that was waited for stays as it is. Not a copy. */
    synchronized byte[] bytes() {
        return bytes;
    }

    /** All that came. */
    synchronized byte[] whole() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** Rejects further bytes; the connection ends unless the body did. */
    @Override
    public synchronized void close() {
        fail(new IOException("the body was given up"));
    }

    private void ask() {
        asked = true;
        if (subscription != null) {
            subscription.request(enough == ALL ? Long.MAX_VALUE : 1);
        }
    }

    private void take(List<ByteBuffer> buffers) {
        asked = false;
        if (failure != null) {
            return;
        }
        int more = buffers.stream().mapToInt(ByteBuffer::remaining).sum();
        if (more > limit - size) {
            overflow();
            return;
        }
        reserve(size + more);
        for (ByteBuffer buffer : buffers) {
            int length = buffer.remaining();
            buffer.get(bytes, size, length);
            size += length;
        }
        if (beginning.isDone()) {
            notifyAll();
        } else if (size < enough) {
            if (enough != ALL) {
                ask();
            }
        } else {
            beginning.complete(whole());
        }
    }

    private void reserve(int needed) {
        if (needed > bytes.length) {
            long doubled = Math.max(INITIAL, Math.min(limit, bytes.length * 2L));
            long expected = Math.max(doubled, Math.min(announced, MOST_AT_FIRST));
            long most = announced >= needed ? Math.min(expected, announced) : doubled;
            bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(needed, most)));
        }
    }

    private void overflow() {
        fail(new BodyTooLargeException());
    }

    private void fail(IOException why) {
        if (ended || failure != null) {
            return;
        }
        failure = why;
        tooLarge = why instanceof BodyTooLargeException;
        beginning.completeExceptionally(why);
        notifyAll();
        if (subscription != null) {
            subscription.cancel();
        }
    }

    /** Nothing came in time. */
    static final class ArrivalTimeoutException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final class Subscriber implements BodySubscriber<byte[]> {
        @Override
        public CompletionStage<byte[]> getBody() {
            return beginning;
        }

        @Override
        public void onSubscribe(Subscription given) {
            synchronized (ArrivingBody.this) {
                subscription = given;
                if (failure != null) {
                    given.cancel();
                } else if (announced > limit) {
                    overflow();
                } else {
                    ask();
                }
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            synchronized (ArrivingBody.this) {
                take(buffers);
            }
        }

        @Override
        public void onError(Throwable thrown) {
            synchronized (ArrivingBody.this) {
                fail(thrown instanceof IOException io ? io : new IOException(thrown.toString()));
            }
        }

        @Override
        public void onComplete() {
            synchronized (ArrivingBody.this) {
                if (failure == null) {
                    ended = true;
                    beginning.complete(whole());
                    ArrivingBody.this.notifyAll();
                }
            }
        }
    }
}
