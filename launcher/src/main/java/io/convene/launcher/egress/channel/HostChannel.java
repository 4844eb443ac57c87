package io.convene.launcher.egress.channel;

import io.convene.core.spi.Quota;
import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.channel.CallMeters.HeldBack;
import io.convene.launcher.egress.wire.FailureText;
import io.convene.launcher.time.Deadline;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One host as one account calls it: the pace, how many calls are under way, and whether the host is
 * given up for a while. Thread-safe.
 */
final class HostChannel {
    private static final long NO_TIME = 0;

    private final ChannelName name;
    private final String host;
    private final Resilience rules;
    private final InterruptibleSleep sleep;
    private final CallMeters meters;
    private final RateLimiter pace;
    private final CircuitBreaker circuit;
    private final Semaphore seats;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long usedAt;

    /**
     * A channel on which nothing was sent yet.
     *
     * @param quota the account's quota, if there is one
     */
    HostChannel(
            ChannelName name,
            Optional<Quota> quota,
            Resilience rules,
            InterruptibleSleep sleep,
            CallMeters meters) {
        this.name = name;
        this.host = name.host();
        this.rules = rules;
        this.sleep = sleep;
        this.meters = meters;
        this.usedAt = System.nanoTime();
        this.pace = new RateLimiter(quota, usedAt);
        this.circuit = new CircuitBreaker(rules.failures(), rules.open(), meters);
        this.seats = new Semaphore(rules.atOnce(), true);
    }

    String account() {
        return name.account();
    }

    String integration() {
        return name.integration();
    }

    String host() {
        return host;
    }

    /** The quota that the channel keeps, if there is one. */
    Optional<Quota> quota() {
        return pace.quota();
    }

    RateLimiter pace() {
        return pace;
    }

    CircuitBreaker circuit() {
        return circuit;
    }

    /** Where its calls are counted. */
    CallMeters meters() {
        return meters;
    }

    /** How many calls are under way. */
    int underWay() {
        return rules.atOnce() - seats.availablePermits();
    }

    /** How many calls wait for their turn. */
    int waiting() {
        return waiting.get();
    }

    /**
     * Waits for the turn of a call, first come first served; every call that may be made must
     * {@link #leave}.
     *
     * @return why the call may not be made within its deadline; nothing when it may be made now
     */
    Optional<VendorException> enter(Deadline deadline) {
        long now = System.nanoTime();
        usedAt = now;
        int queued = waiting.get();
        if (queued > 0 && queued >= rules.waiting()) {
            return Optional.of(crowded());
        }
        long room = room(deadline);
        long wait = pace.take(now, room);
        if (wait > room) {
            return Optional.of(paced(wait));
        }
        return wait == 0 && sit(NO_TIME) ? Optional.empty() : await(wait, deadline);
    }

    /** The call is over. */
    void leave() {
        seats.release();
    }

    /** Whether the pace lets another call begin within that deadline. */
    boolean hasTurnWithin(Deadline deadline) {
        return pace.look(System.nanoTime()) <= room(deadline);
    }

    /** Whether nothing is under way and nothing need be remembered. */
    boolean isIdle(long now, Duration atLeast) {
        Duration span = quota().map(Quota::per).orElse(Duration.ZERO);
        Duration quiet = span.compareTo(atLeast) > 0 ? span.plus(span) : atLeast;
        return now - usedAt > quiet.toNanos() && waiting.get() == 0 && underWay() == 0;
    }

    private Optional<VendorException> await(long wait, Deadline deadline) {
        if (waiting.incrementAndGet() > rules.waiting()) {
            waiting.decrementAndGet();
            return Optional.of(crowded());
        }
        try {
            sleep.sleep(wait);
            while (true) {
                // The vendor may have asked for a pause meanwhile, and again while a seat was
                // waited for.
                for (long left = pause(); left > 0; left = pause()) {
                    if (left > room(deadline)) {
                        return Optional.of(paced(left));
                    }
                    sleep.sleep(left);
                }
                if (!sit(deadline.remaining().toNanos())) {
                    return Optional.of(full());
                }
                if (pause() == 0) {
                    return Optional.empty();
                }
                leave();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private boolean sit(long atMost) {
        try {
            return seats.tryAcquire(atMost, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FailureText.givenUp();
        }
    }

    private long pause() {
        return pace.pause(System.nanoTime());
    }

    /** How long a call may wait and still have time to be answered. */
    private long room(Deadline deadline) {
        return Math.max(0, deadline.remaining().minus(rules.margin()).toNanos());
    }

    private VendorException paced(long waitNanos) {
        meters.heldBack(HeldBack.QUOTA);
        Duration wait = wholeSeconds(Duration.ofNanos(waitNanos));
        Optional<Quota> quota = quota();
        String why =
                pause() >= waitNanos || quota.isEmpty()
                        ? host
                                + " asked for a pause: the account's next call may be made in "
                                + wait.toSeconds()
                                + " s"
                        : "Our own pacing held the call to "
                                + host
                                + " back: the account's quota of "
                                + quota.get()
                                + " has room for the next one in "
                                + wait.toSeconds()
                                + " s";
        return VendorException.rateLimited(
                why + ", which is longer than this request may wait.", Optional.of(wait));
    }

    private VendorException crowded() {
        meters.heldBack(HeldBack.QUEUE);
        return VendorException.rateLimited(
                "Our own queue for "
                        + host
                        + " is full: "
                        + rules.waiting()
                        + " calls of the account wait for their turn already.",
                Optional.of(Duration.ofSeconds(1)));
    }

    private VendorException full() {
        meters.heldBack(HeldBack.SEATS);
        return new VendorException(
                VendorException.Kind.TIMED_OUT,
                host
                        + " did not answer earlier calls of the account in time: "
                        + rules.atOnce()
                        + " are under way, the most at once.");
    }

    private static Duration wholeSeconds(Duration wait) {
        return Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
}
