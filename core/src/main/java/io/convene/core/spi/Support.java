package io.convene.core.spi;

import io.convene.core.Field;
import io.convene.core.Filter;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which filters and fields a system has. A filter that is not named is refused, a field that is not
 * named never filled.
 */
public final class Support {
    /** Who evaluates a filter. */
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

    /** Begins a support without filters and fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Who evaluates the filter when those are asked for together; nobody when it is refused. */
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

    /** How many ids the filter takes, if less than the endpoint's own limit. */
    public Optional<Integer> most(Filter filter) {
        return Optional.ofNullable(most.get(filter));
    }

    /** The fields that can be filled, those that cost extra calls included. */
    public Set<Field> fields() {
        Set<Field> all = EnumSet.copyOf(fields);
        all.addAll(expands);
        return all;
    }

    /** Whether the field is filled, at least in part, without being expanded. */
    public boolean fills(Field field) {
        return fields.contains(field);
    }

    /** The fields of which more is filled when expanded, at the cost of extra calls. */
    public Set<Field> expands() {
        return EnumSet.copyOf(expands);
    }

    /**
     * The filters that must narrow the list for one record to be found by its id; nothing when that
     * cannot be done.
     */
    public Optional<Set<Filter>> lookup() {
        return lookup;
    }

    /** Collects a support. */
    public static final class Builder {
        private final Map<Filter, Treatment> filters = new EnumMap<>(Filter.class);
        private final Map<Filter, Filter> localBeside = new EnumMap<>(Filter.class);
        private final Set<Filter> required = EnumSet.noneOf(Filter.class);
        private final Map<Filter, Integer> most = new EnumMap<>(Filter.class);
        private final Set<Field> fields = EnumSet.of(Field.ID, Field.REMOTE_DATA);
        private final Set<Field> expands = EnumSet.noneOf(Field.class);
        private Optional<Set<Filter>> lookup = Optional.empty();

        private Builder() {}

        /** The vendor evaluates these filters exactly. */
        public Builder vendor(Filter... vendorFilters) {
            for (Filter filter : vendorFilters) {
                filters.put(filter, Treatment.VENDOR);
            }
            return this;
        }

        /** The host evaluates these filters. */
        public Builder local(Filter... localFilters) {
            for (Filter filter : localFilters) {
                filters.put(filter, Treatment.LOCAL);
            }
            return this;
        }

        /** The host evaluates the first filter when the second is asked for too. */
        public Builder localBeside(Filter filter, Filter other) {
            localBeside.put(filter, other);
            return this;
        }

        /** The vendor cannot be asked without this filter. */
        public Builder required(Filter filter) {
            required.add(filter);
            return this;
        }

        /** The filter takes no more than that many ids. */
        public Builder most(Filter filter, int ids) {
            most.put(filter, ids);
            return this;
        }

        /** These fields are filled without extra calls, or with calls that come with every page. */
        public Builder fields(Field... filled) {
            fields.addAll(Set.of(filled));
            return this;
        }

        /** These fields are filled, or filled more often, on demand. */
        public Builder expands(Field... expanded) {
            expands.addAll(Set.of(expanded));
            return this;
        }

        /** One record can be found by its id, if these filters are given too. */
        public Builder lookup(Filter... needed) {
            Set<Filter> filters = EnumSet.noneOf(Filter.class);
            filters.addAll(Set.of(needed));
            lookup = Optional.of(filters);
            return this;
        }

        /** The support. */
        public Support build() {
            return new Support(this);
        }
    }
}
