package io.convene.launcher.admission;

import io.convene.core.spi.VendorException;

/**
 * The memory of one request's answer. The request waits once, before its first answer from a vendor
 * is read; later ones are read at once, because it holds memory meanwhile. To be closed when the
 * request is over. Thread-safe.
 */
public final class HeldMemory implements AutoCloseable {
    private final AnswerMemory all;
    private final boolean passedOn;

    // Guarded by all of it.
    private Runnable reading = () -> {};
    private long needed;
    private long held;
    private boolean waiting;
    private boolean refused;
    private boolean closed;

    HeldMemory(AnswerMemory all, Rank rank) {
        this.all = all;
        this.passedOn = rank == Rank.STREAM;
    }

    /** For requests whose answers take as much as they need. */
    public static HeldMemory unlimited() {
        return new AnswerMemory(Long.MAX_VALUE / 2).open(Rank.LIST);
    }

    /**
     * Reads an answer: now, on this thread, or as soon as there is memory, on another.
     *
     * @param bytes what the answer and all that is made of it are expected to take
     * @return false when the answer must be given up: the request is over, or there is no memory
     */
    public boolean whenFree(long bytes, Runnable read) {
        synchronized (all) {
            if (closed) {
                return false;
            }
            boolean first = held == 0 && !waiting;
            if (passedOn) {
                needed = 0;
            }
            if (!first && !grow(bytes)) {
                return false;
            }
            if (first) {
                needed = bytes;
                reading = read;
                waiting = !all.takeOrWait(bytes, this);
                if (waiting) {
                    return true;
                }
                held = bytes;
            }
        }
        read.run();
        return true;
    }

    /**
     * Needs that much more.
     *
     * @return false when there is no more; the answer must be given up
     */
    public boolean grow(long bytes) {
        synchronized (all) {
            long more = needed + bytes - held;
            if (closed || (more > 0 && !all.takeMore(more, held))) {
                refused = true;
                return false;
            }
            needed += bytes;
            held = Math.max(held, needed);
            return true;
        }
    }

    /** Whether an answer was not read, or not to its end, because there was no memory for it. */
    public boolean isShort() {
        synchronized (all) {
            return waiting || refused;
        }
    }

    /** The failure of a request that {@link #isShort}; of a stream, which has begun, a vendor's. */
    public RuntimeException failure() {
        OverloadException refusal = Refusals.memory();
        return passedOn
                ? new VendorException(VendorException.Kind.UNAVAILABLE, refusal.sentence())
                : refusal;
    }

    @Override
    public void close() {
        synchronized (all) {
            closed = true;
            all.release(held, this);
            held = 0;
        }
    }

    long needed() {
        return needed;
    }

    /** There is memory now, and it is held for this. */
    void begin() {
        held = needed;
        waiting = false;
        // Reading may deliver bytes on the thread that asks for them, and this one has other work.
        Thread.startVirtualThread(reading);
    }
}
