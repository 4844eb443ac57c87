package io.convene.launcher.admission;

import java.util.List;

/** The place of a request in progress; to be closed once, when the request is over. */
public final class Place implements AutoCloseable {
    private final Admission admission;
    private final List<Use> uses;
    private final long sinceNanos = System.nanoTime();

    Place(Admission admission, List<Use> uses) {
        this.admission = admission;
        this.uses = uses;
    }

    List<Use> uses() {
        return uses;
    }

    long heldNanos() {
        return System.nanoTime() - sinceNanos;
    }

    @Override
    public void close() {
        admission.leave(this);
    }
}
