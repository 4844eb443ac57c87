package io.convene.launcher.query;

import io.convene.core.Filter;
import io.convene.core.spi.Query;
import io.convene.core.spi.Support;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What is to be read: where to begin, how much, and who evaluates which filter.
 *
 * @param start the place to begin at
 * @param filters the filters of the whole chain of cursors
 * @param treatments who evaluates each of them, but for those that are ignored
 * @param ignored the filters that nobody evaluates
 * @param query the same as the bundle sees it
 * @param limit the most interviews to hand on
 * @param integration whose vendor is asked, for sentences about it; empty when that is unknown
 */
public record Plan(
        Cursor start,
        Filters filters,
        Map<Filter, Support.Treatment> treatments,
        Set<Filter> ignored,
        Query query,
        int limit,
        String integration) {
    public Plan {
        treatments = treatments.isEmpty() ? Map.of() : new EnumMap<>(treatments);
        ignored = ignored.isEmpty() ? Set.of() : EnumSet.copyOf(ignored);
    }

    /** A plan for an integration that nobody names. */
    public Plan(
            Cursor start,
            Filters filters,
            Map<Filter, Support.Treatment> treatments,
            Set<Filter> ignored,
            Query query,
            int limit) {
        this(start, filters, treatments, ignored, query, limit, "");
    }

    /** A plan that heeds every filter. */
    public Plan(
            Cursor start,
            Filters filters,
            Map<Filter, Support.Treatment> treatments,
            Query query,
            int limit) {
        this(start, filters, treatments, Set.of(), query, limit);
    }

    /** The filters that are evaluated here. */
    Set<Filter> local() {
        Set<Filter> local = EnumSet.noneOf(Filter.class);
        treatments.forEach((filter, treatment) -> {
            if (treatment == Support.Treatment.LOCAL) {
                local.add(filter);
            }
        });
        return local;
    }
}
