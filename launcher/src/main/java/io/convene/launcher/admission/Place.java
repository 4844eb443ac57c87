package io.convene.launcher.admission;

import java.util.List;

/** The place of a request in progress; to be closed once, when the request is over. */
public final class Place implements AutoCloseable {
    private final Admission admission;
    private final List<Use> uses;
    private final HeldMemory memory;
    private final long sinceNanos = System.nanoTime();

    Place(Admission admission, List<Use> uses, HeldMemory memory) {
        this.admission = admission;
        this.uses = uses;
        this.memory = memory;
    }

    List<Use> uses() {
        return uses;
    }

    /** The memory of its answer. */
    public HeldMemory memory() {
        return memory;
    }

    long heldNanos() {
        return System.nanoTime() - sinceNanos;
    }

    @Override
    public void close() {
        memory.close();
        admission.leave(this);
    }
}
