package io.convene.launcher.egress.wire;

import io.convene.core.spi.VendorException;
import io.convene.launcher.admission.HeldMemory;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts and notes the calls of one request, and knows the memory for their answers. Thread-safe,
 * bounded.
 */
public final class CallLog {
    private static final int MAX_RECORDS = 200;

    private final int maxCalls;
    private final HeldMemory memory;
    private final List<CallRecord> records = new ArrayList<>();
    private int admitted;
    private volatile @Nullable RateLimit limit;

    /** For calls whose answers take as much memory as they need. */
    public CallLog(int maxCalls) {
        this(maxCalls, HeldMemory.unlimited());
    }

    public CallLog(int maxCalls, HeldMemory memory) {
        this.maxCalls = maxCalls;
        this.memory = memory;
    }

    HeldMemory memory() {
        return memory;
    }

    /** Admits one more call, or throws EXHAUSTED. */
    public synchronized void admit() {
        if (admitted >= maxCalls) {
            throw new VendorException(
                    VendorException.Kind.EXHAUSTED,
                    "The request used up its " + maxCalls + " vendor calls.");
        }
        admitted++;
    }

    public synchronized boolean hasCallsLeft() {
        return admitted < maxCalls;
    }

    synchronized void add(String method, URI url, int status, long startNanos) {
        if (records.size() < MAX_RECORDS) {
            Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
            records.add(new CallRecord(method, url.toString(), status, duration));
        }
    }

    /** Notes the limits that the vendor states. */
    public void limited(RateLimit said) {
        limit = said;
    }

    /** The limits that the vendor stated last. */
    public Optional<RateLimit> limit() {
        return Optional.ofNullable(limit);
    }

    /** Takes over the entries of another log; they do not count here. */
    public void addAll(CallLog other) {
        List<CallRecord> added = other.records();
        synchronized (this) {
            records.addAll(added.subList(0, Math.min(added.size(), MAX_RECORDS - records.size())));
        }
    }

    public synchronized List<CallRecord> records() {
        return List.copyOf(records);
    }
}
