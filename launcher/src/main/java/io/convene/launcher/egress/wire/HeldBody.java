package io.convene.launcher.egress.wire;

import io.convene.launcher.admission.HeldMemory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * A body that is read when there is memory for it. Until then its bytes stay at the vendor and in
 * the buffers of the connection.
 */
final class HeldBody implements BodySubscriber<byte[]> {
    /** Of a byte that a vendor sends, one is kept and up to two are made. */
    private static final int FACTOR = 3;

    /** What a body of unknown length needs at first, and then each time again. */
    private static final int STEP = 32 * 1024;

    private final BodySubscriber<byte[]> to;
    private final HeldMemory memory;
    private final long expected;

    // Bytes arrive one after the other.
    private @Nullable Subscription subscription;
    private long room;
    private boolean over;

    /**
     * A body of which nothing came yet.
     *
     * @param length the number of its bytes, decoded, if it is known
     */
    HeldBody(BodySubscriber<byte[]> to, HeldMemory memory, OptionalLong length) {
        this.to = to;
        this.memory = memory;
        this.expected = length.orElse(STEP);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return to.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        room = expected;
        if (!memory.whenFree(expected * FACTOR, () -> to.onSubscribe(given))) {
            giveUp();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (over) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            room -= buffer.remaining();
        }
        if (room < 0) {
            long more = Math.max(STEP, -room);
            if (!memory.grow(more * FACTOR)) {
                giveUp();
                return;
            }
            room += more;
        }
        to.onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        if (!over) {
            to.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!over) {
            to.onComplete();
        }
    }

    private void giveUp() {
        over = true;
        if (subscription != null) {
            subscription.cancel();
        }
        to.onError(new IOException("there is no memory for the answer"));
    }
}
