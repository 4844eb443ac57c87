package io.convene.provider.greenhouse;

import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.Timestamps;
import io.convene.core.paging.CursorPaging;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.TimeRange;
import io.convene.core.spi.VendorRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The vendor's lists that follow each other for one query. More application ids than one request
 * takes are asked in batches; a filter by start or end asks for the all-day interviews of every
 * batch first, because the vendor's filters of moments drop them, and for the timed ones after.
 */
final class GreenhousePhases {
    private static final int FORMAT = 1;

    private final Query query;
    private final List<GreenhouseTimes> asked;
    private final List<List<String>> batches;
    private final boolean allDay;
    private final CursorPaging paging;

    private GreenhousePhases(
            Query query,
            List<GreenhouseTimes> asked,
            List<List<String>> batches,
            boolean allDay,
            Position position) {
        this.query = query;
        this.asked = asked;
        this.batches = batches;
        this.allDay = allDay;
        this.paging = CursorPaging.at(FORMAT, position, batches.size() * (allDay ? 2 : 1));
    }

    /**
     * The lists of a query, at the one that a position is in.
     *
     * @throws io.convene.core.spi.VendorException of kind BAD_CURSOR when it is in none of them
     */
    static GreenhousePhases of(Query query, Position position) {
        List<GreenhouseTimes> asked = new ArrayList<>();
        boolean allDay = true;
        for (GreenhouseTimes column : GreenhouseTimes.BOTH) {
            Optional<TimeRange> range = query.range(column.filter());
            if (range.isPresent()) {
                asked.add(column);
                allDay &= GreenhouseDates.days(range.get()).isPresent();
            }
        }
        List<List<String>> batches =
                GreenhouseRequests.batches(query.values(Filter.APPLICATION_ID));
        return new GreenhousePhases(
                query,
                asked,
                batches.isEmpty() ? List.of(List.of()) : batches,
                allDay && !asked.isEmpty(),
                position);
    }

    /** The paging at the position. */
    CursorPaging paging() {
        return paging;
    }

    /** Sets the parameters that make this list differ from the others. */
    void narrow(VendorRequest.Builder request) {
        List<String> ids = batches.get(paging.phase() % batches.size());
        if (!ids.isEmpty()) {
            request.query("application_ids", String.join(",", ids));
        }
        for (GreenhouseTimes column : asked) {
            TimeRange range = query.range(column.filter()).orElseGet(TimeRange::all);
            if (isAllDay()) {
                GreenhouseDates.days(range).ifPresent(days -> request.query(column.day(), days));
            } else {
                request.query(column.moment(), GreenhouseDates.moments(range));
            }
        }
    }

    /** The rows of this list that no other list has. */
    List<Item> own(List<Item> rows) {
        if (isAllDay()) {
            return rows.stream().filter(this::isOnlyAllDay).toList();
        }
        // Greenhouse drops rows without moments by itself; whoever does not would bring them twice.
        return allDay ? rows.stream().filter(this::isTimed).toList() : rows;
    }

    private boolean isTimed(Item item) {
        return asked.stream().allMatch(column -> column.moment(item).isPresent());
    }

    private boolean isAllDay() {
        return allDay && paging.phase() < batches.size();
    }

    /** A row with moments as well is found by them, later, and its days do not count. */
    private boolean isOnlyAllDay(Item item) {
        boolean timed = true;
        for (GreenhouseTimes column : asked) {
            Optional<Instant> time = Timestamps.instant(column.unified(item));
            TimeRange range = query.range(column.filter()).orElseGet(TimeRange::all);
            if (!time.filter(range::contains).isPresent()) {
                return false;
            }
            timed &= column.moment(item).isPresent();
        }
        return !timed;
    }
}
