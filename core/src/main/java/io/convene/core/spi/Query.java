package io.convene.core.spi;

import io.convene.core.Field;
import io.convene.core.Filter;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A caller's request to one account, as a bundle sees it. The host makes it and hands it to every
 * method of {@link Listing}. Its filters and its {@link #pageSize()} are the same for all pages of
 * a list, over a whole chain of cursors; {@link #now()} is the time of each request. Immutable.
 *
 * @since 1.0.0
 */
public final class Query {
    private final Settings settings;
    private final Map<Filter, List<String>> values;
    private final Map<Filter, TimeRange> ranges;
    private final Set<Field> wanted;
    private final Set<Field> expanded;
    private final Optional<String> lookup;
    private final int pageSize;
    private final Instant now;

    private Query(Builder builder) {
        this.settings = builder.settings;
        this.values = new EnumMap<>(builder.values);
        this.ranges = new EnumMap<>(builder.ranges);
        this.wanted = EnumSet.copyOf(builder.wanted);
        this.expanded = EnumSet.copyOf(builder.expanded);
        this.lookup = builder.lookup;
        this.pageSize = builder.pageSize;
        this.now = builder.now;
    }

    /**
     * Begins a query: no filter, every field, pages of 100. The host does it, and so do the tests
     * of bundles.
     *
     * @param settings the account's settings
     * @return a builder
     */
    public static Builder builder(Settings settings) {
        return new Builder(settings);
    }

    /** The account's settings. */
    public Settings settings() {
        return settings;
    }

    /**
     * Whether the caller filters by it. A bundle is asked only for filters that its {@link Support}
     * names, those that the host evaluates included.
     *
     * @param filter any filter
     * @return true when the caller named it
     */
    public boolean asks(Filter filter) {
        return values.containsKey(filter) || ranges.containsKey(filter);
    }

    /**
     * The ids that a filter allows.
     *
     * @param filter a filter of ids
     * @return the ids in the caller's order, any of which may match; empty when the filter was not
     *     asked for. An id may occur twice.
     */
    public List<String> values(Filter filter) {
        return values.getOrDefault(filter, List.of());
    }

    /**
     * The times that a filter allows.
     *
     * @param filter a filter of times
     * @return the range; empty when the filter was not requested
     */
    public Optional<TimeRange> range(Filter filter) {
        return Optional.ofNullable(ranges.get(filter));
    }

    /** The requested filters. */
    public Set<Filter> filters() {
        Set<Filter> asked = EnumSet.noneOf(Filter.class);
        asked.addAll(values.keySet());
        asked.addAll(ranges.keySet());
        return asked;
    }

    /**
     * Whether the field will be used. It is not when the caller excluded it, or when it costs extra
     * calls and the caller did not expand it. {@link Listing#join} asks this before a side call;
     * {@link Listing#map} may fill a field that is not wanted, it is left out then.
     *
     * @param field any field
     * @return true when it will be used
     */
    public boolean wants(Field field) {
        return wanted.contains(field);
    }

    /**
     * Whether the caller asked for a field although it, or more of it, costs extra calls.
     *
     * @param field any field
     * @return true when the caller expanded it
     */
    public boolean expands(Field field) {
        return expanded.contains(field);
    }

    /**
     * The id of the interview that is looked up. With an id, {@link Listing#page} reads the answer
     * to {@link Listing#lookup}; without one, it reads a page of the list.
     *
     * @return the id; empty while a list is read
     */
    public Optional<String> lookup() {
        return lookup;
    }

    /**
     * How many items a vendor's page should have. It is constant over a chain of cursors, so that
     * page numbers keep their meaning.
     *
     * @return the size, from 1
     */
    public int pageSize() {
        return pageSize;
    }

    /**
     * The same within the vendor's limits.
     *
     * @param smallest the smallest page that the vendor accepts
     * @param largest the largest page that the vendor accepts
     * @return {@link #pageSize()}, or the limit that it is beyond
     * @throws IllegalArgumentException when the smallest is larger than the largest
     */
    public int pageSize(int smallest, int largest) {
        return Math.clamp(pageSize, smallest, largest);
    }

    /** The time of the request, from the host's clock. */
    public Instant now() {
        return now;
    }

    /**
     * A query like this one for the interview of that id. The host makes it for {@link
     * Listing#lookup}.
     *
     * @param id the interview's id
     * @return a query whose {@link #lookup()} is the id
     */
    public Query forLookup(String id) {
        Builder builder = new Builder(settings);
        builder.values.putAll(values);
        builder.ranges.putAll(ranges);
        builder.wanted.clear();
        builder.wanted.addAll(wanted);
        builder.expanded.addAll(expanded);
        builder.lookup = Optional.of(id);
        builder.pageSize = pageSize;
        builder.now = now;
        return builder.build();
    }

    /**
     * Collects a query. A value that is set twice counts as it was set last. Not thread-safe.
     *
     * @since 1.0.0
     */
    public static final class Builder {
        private static final int DEFAULT_PAGE_SIZE = 100;

        private final Settings settings;
        private final Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        private final Map<Filter, TimeRange> ranges = new EnumMap<>(Filter.class);
        private final Set<Field> wanted = EnumSet.allOf(Field.class);
        private final Set<Field> expanded = EnumSet.noneOf(Field.class);
        private Optional<String> lookup = Optional.empty();
        private int pageSize = DEFAULT_PAGE_SIZE;
        private Instant now = Instant.EPOCH;

        private Builder(Settings settings) {
            this.settings = Objects.requireNonNull(settings, "settings");
        }

        /**
         * Filters by ids.
         *
         * @param filter a filter of ids
         * @param ids the ids of which any may match
         * @return this builder
         * @throws IllegalArgumentException when the filter is one of times
         */
        public Builder values(Filter filter, List<String> ids) {
            if (filter.isTime()) {
                throw new IllegalArgumentException(
                        "The filter %s takes times, not ids.".formatted(filter.text()));
            }
            values.put(filter, List.copyOf(ids));
            return this;
        }

        /**
         * Filters by times.
         *
         * @param filter a filter of times
         * @param range the times that match
         * @return this builder
         * @throws IllegalArgumentException when the filter is one of ids
         */
        public Builder range(Filter filter, TimeRange range) {
            if (!filter.isTime()) {
                throw new IllegalArgumentException(
                        "The filter %s takes ids, not times.".formatted(filter.text()));
            }
            ranges.put(filter, Objects.requireNonNull(range, "range"));
            return this;
        }

        /**
         * Asks for a field although it costs extra calls.
         *
         * @param field any field
         * @return this builder
         */
        public Builder expand(Field field) {
            wanted.add(field);
            expanded.add(field);
            return this;
        }

        /**
         * Does without a field.
         *
         * @param field any field
         * @return this builder
         */
        public Builder skip(Field field) {
            wanted.remove(field);
            return this;
        }

        /**
         * States how many items a vendor's page should have.
         *
         * @param size the size, from 1
         * @return this builder
         * @throws IllegalArgumentException when the size is less than 1
         */
        public Builder pageSize(int size) {
            if (size < 1) {
                throw new IllegalArgumentException(
                        "A page cannot have %d items; it has 1 or more.".formatted(size));
            }
            this.pageSize = size;
            return this;
        }

        /**
         * States the time of the request.
         *
         * @param instant the present
         * @return this builder
         */
        public Builder now(Instant instant) {
            this.now = Objects.requireNonNull(instant, "instant");
            return this;
        }

        /**
         * Builds the query.
         *
         * @return the query
         */
        public Query build() {
            return new Query(this);
        }
    }
}
