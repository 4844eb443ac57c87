package io.convene.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts every call and remembers the latest ones. Thread-safe. */
final class RecentCalls {

    static final int KEPT = 10_000;

    private final Deque<RecordedCall> latest = new ArrayDeque<>();
    private final Map<CalledPath, Long> counts = new HashMap<>();

    private record CalledPath(String integration, String path) {}

    synchronized void add(RecordedCall call) {
        latest.addLast(call);
        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
        CalledPath counted = new CalledPath(call.integration(), call.path());
        // Invented paths must not fill the memory of a server that runs for days.
        if (counts.size() < KEPT || counts.containsKey(counted)) {
            counts.merge(counted, 1L, Long::sum);
        }
    }

    synchronized long count(String integration, String pathPrefix) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().integration().equals(integration))
                .filter(entry -> entry.getKey().path().startsWith(pathPrefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    synchronized List<RecordedCall> latest() {
        return List.copyOf(latest);
    }

    synchronized void clear() {
        latest.clear();
        counts.clear();
    }
}
