package io.convene.launcher.egress.host;

import io.convene.launcher.time.Deadline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks up the names of hosts within a deadline. The system's resolver cannot be interrupted, so it
 * runs on a thread of its own, one per name, and those who wait can abandon it. Its result is in
 * the JDK's cache when the JDK's client looks for it moments later. Thread-safe.
 */
public final class HostAddresses {
    private record KnownAddress(InetAddress address, boolean literal, long since) {
        boolean isFresh() {
            return literal || System.nanoTime() - since < FRESH_NANOS;
        }
    }

    // Much shorter than the JDK keeps its results: a look into its cache costs next to nothing.
    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final int MOST_KNOWN = 10_000;

    /** The resolver took longer than the deadline. */
    public static final class UnresolvedInTimeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final NameLookup lookup;
    private final ConcurrentHashMap<String, KnownAddress> known = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, FutureTask<InetAddress>> running =
            new ConcurrentHashMap<>();

    public HostAddresses(NameLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Returns an address of the host, which may be given as an address itself.
     *
     * @throws UnresolvedInTimeException when the resolver takes longer than the deadline
     * @throws UnknownHostException when there is no such host
     */
    public InetAddress address(String host, Deadline deadline)
            throws UnresolvedInTimeException, UnknownHostException, InterruptedException {
        KnownAddress found = known.get(host);
        if (found != null && found.isFresh()) {
            return found.address();
        }
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) {
            keep(host, literal.get(), true);
            return literal.get();
        }
        try {
            return running(host).get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new UnresolvedInTimeException();
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        }
    }

    private FutureTask<InetAddress> running(String host) {
        FutureTask<InetAddress> mine = new FutureTask<>(() -> look(host));
        FutureTask<InetAddress> other = running.putIfAbsent(host, mine);
        if (other != null) {
            return other;
        }
        Thread.ofPlatform().daemon().name("egress-name").start(mine);
        return mine;
    }

    private void keep(String host, InetAddress address, boolean literal) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(host, new KnownAddress(address, literal, System.nanoTime()));
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private InetAddress look(String host) throws UnknownHostException {
        try {
            InetAddress address = lookup.address(host);
            keep(host, address, false);
            return address;
        } finally {
            running.remove(host);
        }
    }
}
