package io.convene.core.spi;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** A range of times, each end of it open or included. */
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

    /** The range without ends. */
    public static TimeRange all() {
        return ALL;
    }

    /** This range, cut at its lower end. */
    public TimeRange from(Instant instant, boolean included) {
        boolean narrower =
                from == null
                        || instant.isAfter(from)
                        || (instant.equals(from) && fromIncluded && !included);
        return narrower ? new TimeRange(instant, included, to, toIncluded) : this;
    }

    /** This range, cut at its upper end. */
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

    /** Whether the instant lies within. */
    public boolean contains(Instant instant) {
        return isBehindFrom(instant) && isBeforeTo(instant);
    }

    private boolean isBehindFrom(Instant instant) {
        return from == null || instant.isAfter(from) || (fromIncluded && instant.equals(from));
    }

    private boolean isBeforeTo(Instant instant) {
        return to == null || instant.isBefore(to) || (toIncluded && instant.equals(to));
    }
}
