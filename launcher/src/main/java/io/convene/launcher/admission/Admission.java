package io.convene.launcher.admission;

import io.convene.launcher.metrics.Metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives each request a place, so that no more are in progress than the memory holds, and that no
 * account, token or vendor uses all of them. A request for which there is none waits for a while.
 * Of those that wait, each is in the line of one {@link Use} that is full; when that one gets room,
 * its first is offered a place, and if something else is full for it, it changes to that line.
 * Thread-safe.
 */
public final class Admission {
    private final AdmissionConfig config;
    private final AdmissionMetrics metrics;
    private final Refusals refusals;
    private final AnswerMemory memory;
    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock.
    private final Use all;
    private final Map<Limited, Map<String, Use>> uses =
            Map.of(
                    Limited.ACCOUNT, new HashMap<>(),
                    Limited.TOKEN, new HashMap<>(),
                    Limited.VENDOR, new HashMap<>());
    private final HoldingTime holding = new HoldingTime();
    private long arrivals;
    private int waiting;

    /** No request is in progress. */
    public Admission(AdmissionConfig config, Metrics metrics) {
        this.config = config;
        this.all = new Use(Limited.ALL, "", config.maxRequests());
        this.memory = new AnswerMemory(config.answerBytes());
        this.refusals = new Refusals(config);
        this.metrics = new AdmissionMetrics(metrics, this);
    }

    /**
     * A place for a request. Waits for it if need be.
     *
     * @throws OverloadException when there is none in time, when too many wait already, or when the
     *     thread is interrupted; it stays interrupted then
     */
    public Place enter(Requester who, Rank rank) {
        lock.lock();
        try {
            List<Use> needed =
                    List.of(
                            all,
                            use(Limited.ACCOUNT, who.account(), config.shares().account()),
                            use(Limited.TOKEN, who.token(), config.shares().token()),
                            use(Limited.VENDOR, who.vendor(), config.shares().vendor()));
            needed.forEach(Use::need);
            Optional<Use> full = full(needed);
            if (full.isEmpty()) {
                needed.forEach(Use::take);
            } else {
                waitFor(full.get(), needed, rank);
            }
            return new Place(this, needed, memory.open(rank));
        } finally {
            lock.unlock();
        }
    }

    /** The request is over; another may begin. */
    void leave(Place place) {
        lock.lock();
        try {
            holding.add(place.heldNanos());
            place.uses().forEach(Use::release);
            offer(place.uses());
            fill();
            forget(place.uses());
        } finally {
            lock.unlock();
        }
    }

    int inProgress() {
        lock.lock();
        try {
            return all.taken();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    AnswerMemory memory() {
        return memory;
    }

    int limit() {
        return config.maxRequests();
    }

    private void waitFor(Use full, List<Use> needed, Rank rank) {
        if (waiting >= config.maxWaiting() || config.queue().isZero()) {
            forget(needed);
            throw refused(full);
        }
        Waiter waiter = new Waiter(needed, rank, arrivals++, lock.newCondition());
        waiter.waitFor(full);
        waiting++;
        try {
            long left = config.queue().toNanos();
            while (waiter.blocking().isPresent() && left > 0) {
                left = waiter.admission().awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting--;
        }
        Optional<Use> blocking = waiter.blocking();
        if (blocking.isPresent()) {
            waiter.stopWaiting();
            offer(needed);
            fill();
            forget(needed);
            if (Thread.currentThread().isInterrupted()) {
                throw Refusals.givenUp();
            }
            throw refused(blocking.get());
        }
    }

    /** Gives places to those that wait for nothing but one of all places. */
    private void fill() {
        while (all.hasRoom() && !all.line().isEmpty()) {
            Waiter next = all.line().first();
            next.stopWaiting();
            Optional<Use> full = full(next.uses());
            if (full.isPresent()) {
                next.waitFor(full.get());
                // What it does not use now may be enough for another.
                offer(next.uses());
            } else {
                next.uses().forEach(Use::take);
                next.admission().signal();
            }
        }
    }

    /** Has the first of each line that has room wait for nothing but one of all places. */
    private void offer(List<Use> roomy) {
        for (Use use : roomy) {
            if (use.limited() != Limited.ALL && use.hasRoom() && !use.line().isEmpty()) {
                Waiter next = use.line().first();
                next.stopWaiting();
                next.waitFor(all);
            }
        }
    }

    private static Optional<Use> full(List<Use> needed) {
        return needed.stream().filter(use -> !use.hasRoom()).findFirst();
    }

    private Use use(Limited limited, String key, int percent) {
        return byKey(limited)
                .computeIfAbsent(
                        key,
                        name -> new Use(limited, name, Shares.of(percent, config.maxRequests())));
    }

    private void forget(List<Use> needed) {
        for (Use use : needed) {
            if (use.needNoMore() && use.limited() != Limited.ALL) {
                byKey(use.limited()).remove(use.key());
            }
        }
    }

    private Map<String, Use> byKey(Limited limited) {
        return uses.getOrDefault(limited, Map.of());
    }

    private OverloadException refused(Use full) {
        metrics.refused(full.limited());
        long seconds =
                TimeUnit.NANOSECONDS.toSeconds(holding.mean() / full.most() * full.line().size());
        return refusals.of(full, seconds);
    }
}
