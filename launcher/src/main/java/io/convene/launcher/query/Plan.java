package io.convene.launcher.query;

import io.convene.core.Filter;
import io.convene.core.spi.Query;
import io.convene.core.spi.Support;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The plan of a reading: where to begin, how much, and who evaluates which filter.
 *
 * @param start the place to begin at
 * @param evaluation the filters, and who evaluates which
 * @param query the filters as the bundle sees them
 * @param limit the most interviews to pass on
 * @param integration whose vendor is asked, for sentences about it; empty when that is unknown
 */
public record Plan(
        Cursor start, Evaluation evaluation, Query query, int limit, String integration) {
    /**
     * Who evaluates which filter.
     *
     * @param filters the filters of the whole chain of cursors
     * @param treatments who evaluates each of them, except the ignored ones
     * @param ignored the filters that nobody evaluates
     */
    public record Evaluation(
            Filters filters, Map<Filter, Support.Treatment> treatments, Set<Filter> ignored) {
        public Evaluation {
            treatments = treatments.isEmpty() ? Map.of() : new EnumMap<>(treatments);
            ignored = ignored.isEmpty() ? Set.of() : EnumSet.copyOf(ignored);
        }
    }

    /** A plan that ignores no filter, for an integration that nobody names. */
    public Plan(
            Cursor start,
            Filters filters,
            Map<Filter, Support.Treatment> treatments,
            Query query,
            int limit) {
        this(start, new Evaluation(filters, treatments, Set.of()), query, limit, "");
    }

    /** The filters of the whole chain of cursors. */
    public Filters filters() {
        return evaluation.filters();
    }

    /** Who evaluates each filter, except the ignored ones. */
    public Map<Filter, Support.Treatment> treatments() {
        return evaluation.treatments();
    }

    /** The filters that nobody evaluates. */
    public Set<Filter> ignored() {
        return evaluation.ignored();
    }

    /** The filters that are evaluated here. */
    Set<Filter> local() {
        Set<Filter> local = EnumSet.noneOf(Filter.class);
        treatments()
                .forEach((filter, treatment) -> {
                    if (treatment == Support.Treatment.LOCAL) {
                        local.add(filter);
                    }
                });
        return local;
    }
}
