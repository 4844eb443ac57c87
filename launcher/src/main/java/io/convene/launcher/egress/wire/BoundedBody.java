package io.convene.launcher.egress.wire;

import io.convene.launcher.egress.coding.BodyTooLargeException;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads a body whole, up to a limit, and knows whether an answer began. Belongs to one attempt. */
final class BoundedBody implements AnswerBody {
    private static final long INITIAL = 16 * 1024;
    private static final int MOST_AT_FIRST = 1024 * 1024;

    private final int limit;
    private volatile boolean begun;
    private volatile boolean tooLarge;

    BoundedBody(int limit) {
        this.limit = limit;
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
    public BodySubscriber<byte[]> apply(ResponseInfo head) {
        begun = true;
        long told = Framing.length(head.headers()).orElse(INITIAL);
        // A vendor that promises much gets no memory before it sends.
        return new Whole(Math.clamp(told, 0, Math.min(MOST_AT_FIRST, limit)));
    }

    /** Copies what comes into one array. A body over the limit is no broken connection. */
    private final class Whole implements BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private byte[] bytes;
        private int size;
        private Subscription subscription = NONE;

        Whole(int expected) {
            bytes = new byte[expected];
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                int length = buffer.remaining();
                if (tooLarge || length > limit - size) {
                    subscription.cancel();
                    onError(new BodyTooLargeException());
                    return;
                }
                if (length > bytes.length - size) {
                    long larger =
                            Math.min(limit, Math.max(2L * bytes.length, (long) size + length));
                    bytes = Arrays.copyOf(bytes, (int) larger);
                }
                buffer.get(bytes, size, length);
                size += length;
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (failure instanceof BodyTooLargeException) {
                tooLarge = true;
                bytes = new byte[0];
            }
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            if (!tooLarge) {
                body.complete(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
            }
        }
    }

    private static final Subscription NONE =
            new Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {}
            };
}
