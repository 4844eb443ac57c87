package io.convene.launcher.query;

import io.convene.core.Filter;
import io.convene.launcher.egress.wire.VendorFailure;

import java.util.Map;
import java.util.Optional;

/**
 * The result of reading a list.
 *
 * @param counts how many interviews there were
 * @param next where the list continues, if it does
 * @param partial whether something that the vendor should have given is missing, or reading stopped
 *     early
 * @param failure why reading stopped, when a page after the first failed
 * @param shortfall how the vendor's list itself fell short
 */
public record ListResult(
        Counts counts,
        Optional<Cursor> next,
        boolean partial,
        Optional<VendorFailure> failure,
        Shortfall shortfall) {
    /**
     * How many interviews a result has.
     *
     * @param handed how many were passed on
     * @param unmapped how many of them could be mapped only in part
     * @param absent for each local filter, how many records were left out because they lack its
     *     field
     */
    public record Counts(int handed, int unmapped, Map<Filter, Integer> absent) {}

    /** How many interviews were passed on. */
    public int count() {
        return counts.handed();
    }

    /** How many of them could be mapped only in part. */
    public int unmapped() {
        return counts.unmapped();
    }

    /** For each local filter, how many records were left out because they lack its field. */
    public Map<Filter, Integer> absent() {
        return counts.absent();
    }

    /** How a vendor's list can fall short. */
    public enum Shortfall {
        /** It did not, as far as is known. */
        NONE,
        /** It ended before the total that the vendor stated. */
        TOTAL_NOT_REACHED,
        /** Too many pages in a row had no item, so reading stopped. */
        EMPTY_PAGES
    }
}
