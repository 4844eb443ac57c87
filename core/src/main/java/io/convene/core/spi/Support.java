package io.convene.core.spi;

import io.convene.core.Field;
import io.convene.core.Filter;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The filters and fields that a system has. The host refuses a filter that is not named, and leaves
 * out a field that is not named. A bundle states it in {@link Listing#support}, usually as one
 * constant. Immutable.
 *
 * <p>{@link Field#ID} and {@link Field#REMOTE_DATA} need not be named: every record has them.
 *
 * @since 1.0.0
 */
public final class Support {
    /**
     * Who evaluates a filter.
     *
     * @since 1.0.0
     */
    public enum Treatment {
        /** The vendor, exactly. */
        VENDOR("vendor"),
        /** The host, on the unified field; the bundle may let the vendor narrow the list first. */
        LOCAL("local");

        private final String text;

        Treatment(String text) {
            this.text = text;
        }

        /** The word in a receipt. */
        public String text() {
            return text;
        }
    }

    private final Map<Filter, Treatment> filters;
    private final Map<Filter, Filter> localBeside;
    private final Set<Filter> required;
    private final Map<Filter, Integer> most;
    private final Set<Field> fields;
    private final Set<Field> expands;
    private final Optional<Set<Filter>> lookup;

    private Support(Builder builder) {
        this.filters = new EnumMap<>(builder.filters);
        this.localBeside = new EnumMap<>(builder.localBeside);
        this.required = EnumSet.copyOf(builder.required);
        this.most = new EnumMap<>(builder.most);
        this.fields = EnumSet.copyOf(builder.fields);
        this.expands = EnumSet.copyOf(builder.expands);
        this.lookup = builder.lookup.map(Collections::unmodifiableSet);
    }

    /**
     * Begins a support.
     *
     * @return a builder without filters, with the fields that every record has
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Says who evaluates a filter.
     *
     * @param filter any filter
     * @param asked all filters of the request
     * @return who evaluates it; empty when the filter is refused
     */
    public Optional<Treatment> treatment(Filter filter, Set<Filter> asked) {
        Filter other = localBeside.get(filter);
        return other != null && asked.contains(other)
                ? Optional.of(Treatment.LOCAL)
                : Optional.ofNullable(filters.get(filter));
    }

    /** The filters that are not refused. */
    public Set<Filter> filters() {
        return filters.isEmpty() ? EnumSet.noneOf(Filter.class) : EnumSet.copyOf(filters.keySet());
    }

    /** The filters without which the vendor cannot be asked. */
    public Set<Filter> required() {
        return EnumSet.copyOf(required);
    }

    /**
     * How many ids a filter takes.
     *
     * @param filter any filter
     * @return the limit; empty when only the endpoint's own limit holds
     */
    public Optional<Integer> most(Filter filter) {
        return Optional.ofNullable(most.get(filter));
    }

    /** The fields that can be filled, those that cost extra calls included. */
    public Set<Field> fields() {
        Set<Field> all = EnumSet.copyOf(fields);
        all.addAll(expands);
        return all;
    }

    /**
     * Whether a field is filled, at least in part, without being expanded.
     *
     * @param field any field
     * @return true when it needs no expansion
     */
    public boolean fills(Field field) {
        return fields.contains(field);
    }

    /** The fields of which more is filled when expanded, at the cost of extra calls. */
    public Set<Field> expands() {
        return EnumSet.copyOf(expands);
    }

    /**
     * The filters that a caller must give for one record to be found by its id.
     *
     * @return those filters, none when the id is enough; empty when no record can be found by id
     */
    public Optional<Set<Filter>> lookup() {
        return lookup;
    }

    /**
     * Collects a support. {@link #build} refuses contradictions. Naming a field or a required
     * filter twice is the same as naming it once; a limit or a condition that is set twice counts
     * as it was set last. Not thread-safe.
     *
     * @since 1.0.0
     */
    public static final class Builder {
        private final Map<Filter, Treatment> filters = new EnumMap<>(Filter.class);
        private final Map<Filter, Filter> localBeside = new EnumMap<>(Filter.class);
        private final Set<Filter> required = EnumSet.noneOf(Filter.class);
        private final Map<Filter, Integer> most = new EnumMap<>(Filter.class);
        private final Set<Field> fields = EnumSet.of(Field.ID, Field.REMOTE_DATA);
        private final Set<Field> expands = EnumSet.noneOf(Field.class);
        private Optional<Set<Filter>> lookup = Optional.empty();

        private Builder() {}

        /**
         * The vendor evaluates these filters exactly: the host trusts its list.
         *
         * @param vendorFilters the filters
         * @return this builder
         * @throws IllegalArgumentException when one was named with {@link #local}
         */
        public Builder vendor(Filter... vendorFilters) {
            return treat(Treatment.VENDOR, vendorFilters);
        }

        /**
         * The host evaluates these filters, on the fields that {@link Listing#map} fills. The
         * bundle may narrow the vendor's list by them first, if no matching record is lost.
         *
         * @param localFilters the filters
         * @return this builder
         * @throws IllegalArgumentException when one was named with {@link #vendor}
         */
        public Builder local(Filter... localFilters) {
            return treat(Treatment.LOCAL, localFilters);
        }

        /**
         * The host evaluates one filter when another one is requested too: for a vendor that takes
         * either of the two.
         *
         * @param filter the filter that the host evaluates then
         * @param other the filter that the vendor evaluates
         * @return this builder
         */
        public Builder localBeside(Filter filter, Filter other) {
            localBeside.put(filter, Objects.requireNonNull(other, "other"));
            return this;
        }

        /**
         * The vendor cannot be asked without this filter: the host refuses a list without it.
         *
         * @param filter a filter that is named with {@link #vendor} or {@link #local} too
         * @return this builder
         */
        public Builder required(Filter filter) {
            required.add(filter);
            return this;
        }

        /**
         * The filter accepts at most that many ids: the host refuses more.
         *
         * @param filter a filter of ids that is named with {@link #vendor} or {@link #local} too
         * @param ids the limit, from 1
         * @return this builder
         * @throws IllegalArgumentException when the limit is less than 1 or the filter is one of
         *     times
         */
        public Builder most(Filter filter, int ids) {
            if (ids < 1) {
                throw new IllegalArgumentException(
                        "The filter %s cannot take %d ids; it takes 1 or more."
                                .formatted(filter.text(), ids));
            }
            if (filter.isTime()) {
                throw new IllegalArgumentException(
                        "The filter %s takes times, so the number of its ids cannot be limited."
                                .formatted(filter.text()));
            }
            most.put(filter, ids);
            return this;
        }

        /**
         * These fields are filled without extra calls, or with calls that every page needs anyway.
         *
         * @param filled the fields
         * @return this builder
         */
        public Builder fields(Field... filled) {
            fields.addAll(List.of(filled));
            return this;
        }

        /**
         * These fields are filled, or filled more often, only when the caller expands them.
         *
         * @param expanded the fields
         * @return this builder
         */
        public Builder expands(Field... expanded) {
            expands.addAll(List.of(expanded));
            return this;
        }

        /**
         * One record can be found by its id alone: with {@link Listing#lookup}, or else by looking
         * through the whole list.
         *
         * @return this builder
         */
        public Builder lookupById() {
            lookup = Optional.of(EnumSet.noneOf(Filter.class));
            return this;
        }

        /**
         * One record can be found by its id when the caller gives these filters too. Where {@link
         * Listing#lookup} has no request, the host looks through the list that they narrow.
         *
         * @param first a filter that the caller must give
         * @param more further filters that the caller must give
         * @return this builder
         */
        public Builder lookupWithin(Filter first, Filter... more) {
            lookup = Optional.of(EnumSet.of(first, more));
            return this;
        }

        /**
         * Builds the support.
         *
         * @return the support
         * @throws IllegalArgumentException when a filter is required, limited, evaluated together
         *     with another one or needed to find a record, and is not named with {@link #vendor} or
         *     {@link #local}
         */
        public Support build() {
            none(required, "required() names %s, which neither vendor() nor local() names.");
            none(most.keySet(), "most() limits %s, which neither vendor() nor local() names.");
            none(
                    localBeside.keySet(),
                    "localBeside() names %s, which neither vendor() nor local() names.");
            none(
                    lookup.orElse(Set.of()),
                    "lookupWithin() names %s, which neither vendor() nor local() names.");
            return new Support(this);
        }

        private void none(Set<Filter> named, String sentence) {
            Set<Filter> unknown = EnumSet.noneOf(Filter.class);
            unknown.addAll(named);
            unknown.removeAll(filters.keySet());
            Checks.none(unknown, sentence);
        }

        private Builder treat(Treatment treatment, Filter... named) {
            for (Filter filter : named) {
                Treatment before = filters.put(filter, treatment);
                if (before != null && before != treatment) {
                    throw new IllegalArgumentException(
                            "The filter %s is named with vendor() and with local(); name it with one of them."
                                    .formatted(filter.text()));
                }
            }
            return this;
        }
    }
}
