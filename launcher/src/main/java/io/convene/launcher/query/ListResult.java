package io.convene.launcher.query;

import io.convene.core.Filter;
import io.convene.launcher.egress.wire.VendorFailure;

import java.util.Map;
import java.util.Optional;

/**
 * The result of reading a list.
 *
 * @param count how many interviews were handed on
 * @param next where the list goes on, if it does
 * @param partial whether something that the vendor should have given is missing, or reading stopped
 *     early
 * @param unmapped how many records could be mapped in part only
 * @param absent for each local filter, how many records were left out because they lack its field
 * @param failure why reading stopped, when a page after the first failed
 * @param shortfall how the vendor's list itself fell short
 */
public record ListResult(
        int count,
        Optional<Cursor> next,
        boolean partial,
        int unmapped,
        Map<Filter, Integer> absent,
        Optional<VendorFailure> failure,
        Shortfall shortfall) {
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
