package io.convene.provider.fountain;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.Timestamps;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * The times of a slot, ISO 8601 or {@link YearlessTime}; each absent when it cannot be told. A
 * start or end without a year is near its booking, a booking without a year is near the present. A
 * slot without a booking is near the present too, but one whose booking cannot be read is not:
 * there is no telling its year.
 */
record SlotTimes(Optional<Instant> booked, Optional<Instant> start, Optional<Instant> end) {
    static SlotTimes of(Item slot, Query query) {
        Optional<ZoneId> zone = zone(query.settings());
        Optional<Instant> booked =
                read(
                        slot.text("booked_time"),
                        time -> YearlessTime.before(time, query.now(), zone));
        Optional<Instant> anchor =
                Values.isMissing(slot.at("booked_time")) ? Optional.of(query.now()) : booked;
        return new SlotTimes(
                booked,
                near(slot.text("start_time"), anchor, zone),
                near(slot.text("end_time"), anchor, zone));
    }

    /**
     * The zone of the account's openings, if it is known.
     *
     * @throws IllegalArgumentException when the setting names no zone
     */
    static Optional<ZoneId> zone(Settings settings) {
        return settings.find("time_zone").map(SlotTimes::zone);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "time_zone is '"
                            + name
                            + "', which is no IANA zone; write one such as America/Los_Angeles.",
                    e);
        }
    }

    private static Optional<Instant> near(
            Text text, Optional<Instant> anchor, Optional<ZoneId> zone) {
        return read(text, time -> anchor.flatMap(near -> YearlessTime.near(time, near, zone)));
    }

    private static Optional<Instant> read(Text text, Function<String, Optional<Instant>> yearless) {
        return text.optional()
                .flatMap(time -> Timestamps.instant(time).or(() -> yearless.apply(time)));
    }
}
