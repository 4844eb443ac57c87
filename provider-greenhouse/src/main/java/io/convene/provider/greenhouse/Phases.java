package io.convene.provider.greenhouse;

import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.Timestamps;
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
final class Phases {
    /** A unified time and the two columns it comes from: an interview has the one or the other. */
    private record Column(Filter filter, String moment, String day) {
        Text moment(Item item) {
            return Timestamps.utc(item.text(moment));
        }

        /** A moment that is there and cannot be read is no reason to take the day for it. */
        Text unified(Item item) {
            Text moment = moment(item);
            return moment.isPresent() || !item.at(this.moment).isMissing()
                    ? moment
                    : Timestamps.utc(item.text(day));
        }
    }

    private static final Column START =
            new Column(Filter.START_AT, "starts_at", "all_day_start_on");
    private static final Column END = new Column(Filter.END_AT, "ends_at", "all_day_end_on");

    private final Query query;
    private final List<Column> asked;
    private final List<List<String>> batches;
    private final boolean allDay;

    private Phases(Query query, List<Column> asked, List<List<String>> batches, boolean allDay) {
        this.query = query;
        this.asked = asked;
        this.batches = batches;
        this.allDay = allDay;
    }

    static Phases of(Query query) {
        List<Column> asked = new ArrayList<>();
        boolean allDay = true;
        for (Column column : List.of(START, END)) {
            Optional<TimeRange> range = query.range(column.filter());
            if (range.isPresent()) {
                asked.add(column);
                allDay &= DateFilter.days(range.get()).isPresent();
            }
        }
        List<List<String>> batches = Harvest.batches(query.values(Filter.APPLICATION_ID));
        return new Phases(
                query,
                asked,
                batches.isEmpty() ? List.of(List.of()) : batches,
                allDay && !asked.isEmpty());
    }

    int count() {
        return batches.size() * (allDay ? 2 : 1);
    }

    /** The unified start of an interview. */
    static Text start(Item item) {
        return START.unified(item);
    }

    /** The unified end of an interview. */
    static Text end(Item item) {
        return END.unified(item);
    }

    /** Sets what makes this phase differ from the others. */
    void narrow(VendorRequest.Builder request, int phase) {
        List<String> ids = batches.get(phase % batches.size());
        if (!ids.isEmpty()) {
            request.query("application_ids", String.join(",", ids));
        }
        for (Column column : asked) {
            TimeRange range = query.range(column.filter()).orElseGet(TimeRange::all);
            if (isAllDay(phase)) {
                DateFilter.days(range).ifPresent(days -> request.query(column.day(), days));
            } else {
                request.query(column.moment(), DateFilter.moments(range));
            }
        }
    }

    /** The rows of this phase that no other phase has. */
    List<Item> own(List<Item> rows, int phase) {
        if (isAllDay(phase)) {
            return rows.stream().filter(this::isOnlyAllDay).toList();
        }
        // Greenhouse drops rows without moments by itself; whoever does not would bring them twice.
        return allDay ? rows.stream().filter(this::isTimed).toList() : rows;
    }

    private boolean isTimed(Item item) {
        return asked.stream().allMatch(column -> column.moment(item).isPresent());
    }

    private boolean isAllDay(int phase) {
        return allDay && phase < batches.size();
    }

    /** A row with moments as well is found by them, later, and its days do not count. */
    private boolean isOnlyAllDay(Item item) {
        boolean timed = true;
        for (Column column : asked) {
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
