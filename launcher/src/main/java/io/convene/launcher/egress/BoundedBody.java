package io.convene.launcher.egress;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads a body whole, up to a limit, and knows whether an answer began. Belongs to one attempt. */
final class BoundedBody implements AnswerBody {
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
        return new Limited(BodySubscribers.ofByteArray());
    }

    /** As BodyHandlers.limiting, whose failure cannot be told from a broken connection. */
    private final class Limited implements BodySubscriber<byte[]> {
        private final BodySubscriber<byte[]> whole;
        private long left = limit;
        private Subscription subscription = NONE;

        Limited(BodySubscriber<byte[]> whole) {
            this.whole = whole;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole.getBody();
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            whole.onSubscribe(given);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            if (tooLarge) {
                return;
            }
            left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (left < 0) {
                tooLarge = true;
                whole.onError(new IOException("the body is too large"));
                subscription.cancel();
            } else {
                whole.onNext(buffers);
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.onError(failure);
        }

        @Override
        public void onComplete() {
            if (!tooLarge) {
                whole.onComplete();
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
