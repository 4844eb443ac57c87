package io.convene.core.spi;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A range of times. Each end may be missing, and belongs to the range or not. Immutable.
 *
 * @since 1.0.0
 */
public final class TimeRange {
    private static final TimeRange ALL = new TimeRange(null, false, null, false);

    private final @Nullable Instant from;
    private final boolean fromIncluded;
    private final @Nullable Instant to;
    private final boolean toIncluded;

    private TimeRange(
            @Nullable Instant from,
            boolean fromIncluded,
            @Nullable Instant to,
            boolean toIncluded) {
        this.from = from;
        this.fromIncluded = fromIncluded;
        this.to = to;
        this.toIncluded = toIncluded;
    }

    /** The range without ends, which contains every time. */
    public static TimeRange all() {
        return ALL;
    }

    /**
     * This range from a lower end on.
     *
     * @param instant the lower end
     * @param included whether the end belongs to the range
     * @return the narrower range; this one when it begins later anyway
     */
    public TimeRange from(Instant instant, boolean included) {
        boolean narrower =
                from == null
                        || instant.isAfter(from)
                        || (instant.equals(from) && fromIncluded && !included);
        return narrower ? new TimeRange(instant, included, to, toIncluded) : this;
    }

    /**
     * This range up to an upper end.
     *
     * @param instant the upper end
     * @param included whether the end belongs to the range
     * @return the narrower range; this one when it ends earlier anyway
     */
    public TimeRange to(Instant instant, boolean included) {
        boolean narrower =
                to == null
                        || instant.isBefore(to)
                        || (instant.equals(to) && toIncluded && !included);
        return narrower ? new TimeRange(from, fromIncluded, instant, included) : this;
    }

    /** The lower end, if there is one. */
    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    /** Whether the lower end itself belongs to the range. */
    public boolean fromIncluded() {
        return fromIncluded;
    }

    /** The upper end, if there is one. */
    public Optional<Instant> to() {
        return Optional.ofNullable(to);
    }

    /** Whether the upper end itself belongs to the range. */
    public boolean toIncluded() {
        return toIncluded;
    }

    /**
     * The ends by the names that vendors give them: {@code gte} or {@code gt} for the lower one,
     * {@code lte} or {@code lt} for the upper one. A vendor's filter is then one line:
     *
     * <pre>{@code
     * range.bounds().forEach((name, bound) -> request.query("created_at[%s]".formatted(name), bound.toString()));
     * }</pre>
     *
     * @return the ends that there are, the lower one first
     */
    public SequencedMap<String, Instant> bounds() {
        SequencedMap<String, Instant> bounds = new LinkedHashMap<>();
        if (from != null) {
            bounds.put(fromIncluded ? "gte" : "gt", from);
        }
        if (to != null) {
            bounds.put(toIncluded ? "lte" : "lt", to);
        }
        return Collections.unmodifiableSequencedMap(bounds);
    }

    /**
     * Whether a time is in the range.
     *
     * @param instant the time
     * @return true when it is not beyond an end
     */
    public boolean contains(Instant instant) {
        return isAfterFrom(instant) && isBeforeTo(instant);
    }

    private boolean isAfterFrom(Instant instant) {
        return from == null || instant.isAfter(from) || (fromIncluded && instant.equals(from));
    }

    private boolean isBeforeTo(Instant instant) {
        return to == null || instant.isBefore(to) || (toIncluded && instant.equals(to));
    }
}
