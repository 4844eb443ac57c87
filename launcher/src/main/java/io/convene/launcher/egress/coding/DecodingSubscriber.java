package io.convene.launcher.egress.coding;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Decodes a body for another subscriber, one part for each part that arrives. */
final class DecodingSubscriber<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> to;
    private final Decoding decoding;
    private @Nullable Subscription subscription;
    private boolean over;

    DecodingSubscriber(BodySubscriber<T> to, Decoding decoding) {
        this.to = to;
        this.decoding = decoding;
    }

    @Override
    public CompletionStage<T> getBody() {
        return to.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        to.onSubscribe(
                new Subscription() {
                    @Override
                    public void request(long n) {
                        given.request(n);
                    }

                    @Override
                    public void cancel() {
                        given.cancel();
                        decoding.close();
                    }
                });
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (over) {
            return;
        }
        List<ByteBuffer> decoded;
        try {
            decoded = decoding.decode(buffers);
        } catch (IOException e) {
            if (subscription != null) {
                subscription.cancel();
            }
            fail(e);
            return;
        }
        // Also when there is nothing yet: whoever asked for a part learns that one came.
        to.onNext(decoded);
    }

    @Override
    public void onError(Throwable failure) {
        if (!over) {
            fail(failure);
        }
    }

    @Override
    public void onComplete() {
        if (over) {
            return;
        }
        if (!decoding.isComplete()) {
            fail(new TruncatedBodyException());
            return;
        }
        over = true;
        decoding.close();
        to.onComplete();
    }

    private void fail(Throwable failure) {
        over = true;
        decoding.close();
        to.onError(failure);
    }
}
