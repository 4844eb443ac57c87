package io.convene.provider.fountain;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.Timestamps;
import io.convene.core.spi.Query;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * The times of a slot, ISO 8601 or {@link FountainYearlessTime}; each absent when it cannot be
 * told. A start or end without a year is near its booking, a booking without a year is near the
 * present. A slot without a booking is near the present too, but one whose booking cannot be read
 * is not: its year cannot be told.
 */
record FountainTimes(Optional<Instant> booked, Optional<Instant> start, Optional<Instant> end) {
    /** The setting with the zone of the account's openings. */
    static final String TIME_ZONE = "time_zone";

    static FountainTimes of(Item slot, Query query) {
        Optional<ZoneId> zone = query.settings().findZone(TIME_ZONE);
        Optional<Instant> booked =
                read(
                        slot.text("booked_time"),
                        time -> FountainYearlessTime.before(time, query.now(), zone));
        Optional<Instant> anchor =
                slot.at("booked_time").isMissing() ? Optional.of(query.now()) : booked;
        return new FountainTimes(
                booked,
                near(slot.text("start_time"), anchor, zone),
                near(slot.text("end_time"), anchor, zone));
    }

    private static Optional<Instant> near(
            Text text, Optional<Instant> anchor, Optional<ZoneId> zone) {
        return read(
                text, time -> anchor.flatMap(near -> FountainYearlessTime.near(time, near, zone)));
    }

    private static Optional<Instant> read(Text text, Function<String, Optional<Instant>> yearless) {
        return text.optional()
                .flatMap(time -> Timestamps.instant(time).or(() -> yearless.apply(time)));
    }
}
