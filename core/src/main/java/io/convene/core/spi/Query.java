package io.convene.core.spi;

import io.convene.core.Field;
import io.convene.core.Filter;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller asked of one account, as a bundle sees it. Immutable, and the same over a whole
 * chain of cursors.
 */
public final class Query {
    private final Settings settings;
    private final Map<Filter, List<String>> values;
    private final Map<Filter, TimeRange> ranges;
    private final Set<Field> wanted;
    private final Set<Field> expanded;
    private final int pageSize;
    private final Instant now;

    private Query(Builder builder) {
        this.settings = builder.settings;
        this.values = new EnumMap<>(builder.values);
        this.ranges = new EnumMap<>(builder.ranges);
        this.wanted = EnumSet.copyOf(builder.wanted);
        this.expanded = EnumSet.copyOf(builder.expanded);
        this.pageSize = builder.pageSize;
        this.now = builder.now;
    }

    /** Begins a query of an account with those settings: no filter, every field, pages of 100. */
    public static Builder of(Settings settings) {
        return new Builder(settings);
    }

    /** The account's settings. */
    public Settings settings() {
        return settings;
    }

    /** Whether the caller filters by it. */
    public boolean asks(Filter filter) {
        return values.containsKey(filter) || ranges.containsKey(filter);
    }

    /**
     * The ids of which any may match, in the caller's order; empty when the filter was not asked
     * for.
     */
    public List<String> values(Filter filter) {
        return values.getOrDefault(filter, List.of());
    }

    /** The range of a time filter, if it was asked for. */
    public Optional<TimeRange> range(Filter filter) {
        return Optional.ofNullable(ranges.get(filter));
    }

    /** The filters asked for. */
    public Set<Filter> filters() {
        Set<Filter> asked = EnumSet.noneOf(Filter.class);
        asked.addAll(values.keySet());
        asked.addAll(ranges.keySet());
        return asked;
    }

    /**
     * Whether the field will be used: it was not excluded and, when it costs extra calls, the
     * caller expanded it.
     */
    public boolean wants(Field field) {
        return wanted.contains(field);
    }

    /** Whether the caller asked for the field although it, or more of it, costs extra calls. */
    public boolean expands(Field field) {
        return expanded.contains(field);
    }

    /**
     * How many items a vendor's page should have, from 1; a provider clamps it to what its vendor
     * takes.
     */
    public int pageSize() {
        return pageSize;
    }

    /** The time of the request. */
    public Instant now() {
        return now;
    }

    /** Collects a query. */
    public static final class Builder {
        private static final int DEFAULT_PAGE_SIZE = 100;

        private final Settings settings;
        private final Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        private final Map<Filter, TimeRange> ranges = new EnumMap<>(Filter.class);
        private final Set<Field> wanted = EnumSet.allOf(Field.class);
        private final Set<Field> expanded = EnumSet.noneOf(Field.class);
        private int pageSize = DEFAULT_PAGE_SIZE;
        private Instant now = Instant.EPOCH;

        private Builder(Settings settings) {
            this.settings = settings;
        }

        /** Any of these ids. */
        public Builder values(Filter filter, List<String> ids) {
            values.put(filter, List.copyOf(ids));
            return this;
        }

        /** Times within that range. */
        public Builder range(Filter filter, TimeRange range) {
            ranges.put(filter, range);
            return this;
        }

        /** The field will be used, and was asked for although it costs extra calls. */
        public Builder expand(Field field) {
            wanted.add(field);
            expanded.add(field);
            return this;
        }

        /** The field will not be used. */
        public Builder skip(Field field) {
            wanted.remove(field);
            return this;
        }

        /** How many items a vendor's page should have. */
        public Builder pageSize(int size) {
            this.pageSize = size;
            return this;
        }

        /** The time of the request. */
        public Builder now(Instant instant) {
            this.now = instant;
            return this;
        }

        /** The query. */
        public Query build() {
            return new Query(this);
        }
    }
}
