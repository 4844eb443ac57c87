package io.convene.provider.greenhouse;

import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.Timestamps;

import java.util.List;

/**
 * A unified time and the two columns it comes from: an interview has a moment, or a day when it is
 * all day long.
 *
 * @param filter the filter of the unified time
 * @param moment the column of moments
 * @param day the column of days
 */
record GreenhouseTimes(Filter filter, String moment, String day) {
    static final GreenhouseTimes START =
            new GreenhouseTimes(Filter.START_AT, "starts_at", "all_day_start_on");
    static final GreenhouseTimes END =
            new GreenhouseTimes(Filter.END_AT, "ends_at", "all_day_end_on");
    static final List<GreenhouseTimes> BOTH = List.of(START, END);

    /** The moment of an interview, absent when it has none. */
    Text moment(Item item) {
        return Timestamps.utc(item.text(moment));
    }

    /** The unified time. A moment that is there and cannot be read is not replaced by the day. */
    Text unified(Item item) {
        Text time = moment(item);
        return time.isPresent() || !item.at(moment).isMissing()
                ? time
                : Timestamps.utc(item.text(day));
    }
}
