package io.convene.launcher.providers;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Small texts that a bundle looked up for an account, for a while and within a bound: the least
 * recently used text goes first, and a text that is not small is not kept at all. Thread-safe.
 */
final class StringCache {
    static final int MAX_TEXT = 1 << 18;
    static final int MAX_TOTAL = 1 << 22;

    private static final Duration LONGEST = Duration.ofDays(1);

    private record Key(String account, String name) {}

    private record Entry(String value, long endNanos, int weight) {}

    private final LongSupplier nanoTime;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int total;

    StringCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized Optional<String> recall(String account, String name) {
        Key key = new Key(account, name);
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (nanoTime.getAsLong() - entry.endNanos() >= 0) {
            remove(key);
            return Optional.empty();
        }
        return Optional.of(entry.value());
    }

    synchronized void remember(String account, String name, String value, Duration atMost) {
        Key key = new Key(account, name);
        remove(key);
        if (value.length() > MAX_TEXT || name.length() > MAX_TEXT || !atMost.isPositive()) {
            return;
        }
        Duration time = atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost;
        int weight = account.length() + name.length() + value.length() + 64;
        entries.put(key, new Entry(value, nanoTime.getAsLong() + time.toNanos(), weight));
        total += weight;
        Iterator<Entry> oldest = entries.values().iterator();
        while (total > MAX_TOTAL) {
            total -= oldest.next().weight();
            oldest.remove();
        }
    }

    synchronized void clear() {
        entries.clear();
        total = 0;
    }

    private void remove(Key key) {
        Entry removed = entries.remove(key);
        total -= removed == null ? 0 : removed.weight();
    }
}
