package io.convene.launcher.admission;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The memory for answers under construction: what vendors have sent, and what is made of it. While
 * it is used up, no further vendor's answer is read. Thread-safe; its monitor guards the requests'
 * parts of it too.
 */
public final class AnswerMemory {
    private final long most;

    // Guarded by this.
    private final Deque<HeldMemory> waiting = new ArrayDeque<>();
    private long held;

    /**
     * Nothing is held yet.
     *
     * @param most the bytes that all requests together hold
     */
    public AnswerMemory(long most) {
        this.most = most;
    }

    /** What one request holds: nothing yet. */
    public HeldMemory open(Rank rank) {
        return new HeldMemory(this, rank);
    }

    synchronized long held() {
        return held;
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /** Holds so much for a request, or has it wait. An answer larger than all may go alone. */
    boolean takeOrWait(long bytes, HeldMemory request) {
        if (waiting.isEmpty() && fits(bytes)) {
            held += bytes;
            return true;
        }
        waiting.add(request);
        return false;
    }

    /**
     * Holds more for a request whose answer is being read already. Those may use half as much
     * again: to stop them all would free nothing.
     */
    boolean takeMore(long bytes, long before) {
        if (held > before && held + bytes > most + most / 2) {
            return false;
        }
        held += bytes;
        return true;
    }

    /** A request ends; those that can be read now begin. */
    void release(long bytes, HeldMemory request) {
        held -= bytes;
        waiting.remove(request);
        while (!waiting.isEmpty() && fits(waiting.element().needed())) {
            HeldMemory next = waiting.remove();
            held += next.needed();
            next.begin();
        }
    }

    private boolean fits(long bytes) {
        return held == 0 || held + bytes <= most;
    }
}
