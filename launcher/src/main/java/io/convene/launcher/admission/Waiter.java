package io.convene.launcher.admission;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;

/** A request that waits for its place. Guarded by the lock of its admission. */
final class Waiter {
    /** Lists before streams, and of each those first that came first. */
    static final Comparator<Waiter> ORDER =
            Comparator.comparing(Waiter::rank).thenComparingLong(Waiter::number);

    private final List<Use> uses;
    private final Rank rank;
    private final long number;
    private final Condition admission;
    private @Nullable Use blocking;

    /**
     * A request that does not wait yet.
     *
     * @param uses those that it needs a place of
     * @param number how many requests began to wait before it
     * @param admission is signalled when it was admitted
     */
    Waiter(List<Use> uses, Rank rank, long number, Condition admission) {
        this.uses = uses;
        this.rank = rank;
        this.number = number;
        this.admission = admission;
    }

    List<Use> uses() {
        return uses;
    }

    Condition admission() {
        return admission;
    }

    /** The one whose line it is in; none once it was admitted. */
    Optional<Use> blocking() {
        return Optional.ofNullable(blocking);
    }

    /** Enters that line. */
    void waitFor(Use full) {
        blocking = full;
        full.line().add(this);
    }

    /** Leaves the line that it is in. */
    void stopWaiting() {
        blocking().ifPresent(full -> full.line().remove(this));
        blocking = null;
    }

    private Rank rank() {
        return rank;
    }

    private long number() {
        return number;
    }
}
