package io.convene.launcher.metrics;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A metric with labels: one counter or histogram for each set of their values. Keep the result of
 * {@link #of} where it is used often. Thread-safe. The sets are bounded: further ones count under
 * {@value #OTHER}.
 */
public final class Family<M> {
    /** The value of every label of the sets beyond the bound. */
    public static final String OTHER = "other";

    static final int MOST = 1000;

    private static final Comparator<Map.Entry<List<String>, ?>> BY_VALUES =
            Comparator.comparing(member -> String.join("\0", member.getKey()));

    private final int labels;
    private final List<String> other;
    private final Supplier<M> make;
    private final ConcurrentHashMap<List<String>, M> members = new ConcurrentHashMap<>();

    Family(int labels, Supplier<M> make) {
        this.labels = labels;
        this.other = Collections.nCopies(labels, OTHER);
        this.make = make;
    }

    /**
     * The one with these values, in the labels' order; an empty value is as good as no label.
     *
     * @throws IllegalArgumentException when there are more or fewer values than labels
     */
    public M of(String... values) {
        List<String> key = List.of(values);
        M member = members.get(key);
        return member == null ? add(key) : member;
    }

    private M add(List<String> key) {
        if (key.size() != labels) {
            throw new IllegalArgumentException(
                    "there are " + labels + " labels, and the values are " + key);
        }
        return members.computeIfAbsent(
                members.mappingCount() < MOST ? key : other, added -> make.get());
    }

    /** In the values' order. */
    void forEach(BiConsumer<String[], M> action) {
        members.entrySet().stream()
                .sorted(BY_VALUES)
                .forEach(member ->
                        action.accept(member.getKey().toArray(String[]::new), member.getValue()));
    }
}
