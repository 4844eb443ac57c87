package io.convene.sandbox.fountain;

import io.convene.sandbox.wire.Dice;
import io.convene.sandbox.wire.House;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Oddities;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Makes booked slots in every form that was seen: two spellings of times, three types of showed_up,
 * old short rows.
 */
final class Slots {

    private static final List<Json> PAST =
            List.of(
                    Json.of(true),
                    Json.of("true"),
                    Json.of(null),
                    Json.of(false),
                    Json.of("false"),
                    Json.of(""),
                    Json.of(true));
    private static final List<Json> FUTURE = List.of(Json.of(null), Json.of(""), Json.of(null));
    private static final List<String> PLACES =
            List.of(
                    "Seoul",
                    "",
                    "Liaside, 3rd floor",
                    "https://video.example.com/room/7",
                    "Königstraße 4 / Tor B",
                    " ");

    private final Dice dice;
    private final Instant now;
    private final Openings openings;
    private int made;

    /** One booked slot and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Slot(String id, byte[] bytes) {}

    Slots(House house, Openings openings) {
        this.dice = house.dice("fountain-slots");
        this.now = house.now();
        this.openings = openings;
    }

    Slot next(Openings.Funnel funnel, Instant appliedAt) {
        int i = made++;
        String id = dice.uuid();
        boolean past = i % 3 != 0;
        Instant start =
                past
                        ? dice.quarter(appliedAt, now)
                        : dice.quarter(
                                now.plus(Duration.ofHours(2)), now.plus(Duration.ofDays(45)));
        Instant end = start.plus(Duration.ofMinutes(15L * dice.between(1, 6)));
        Instant booked = dice.moment(appliedAt, start.isBefore(now) ? start : now);
        ZoneId zone = funnel.zone();
        boolean spoken = i % 5 < 3;
        JsonObject json =
                Json.object()
                        .put("id", id)
                        .put(
                                "start_time",
                                spoken ? Clockwork.spoken(start, zone) : Clockwork.iso(start, zone))
                        .put("end_time", end(i, end, zone, spoken));
        Json showedUp = past ? dice.pick(PAST) : dice.pick(FUTURE);
        if (i % 17 != 16) {
            // Old rows lack these three.
            json.put(
                            "booked_time",
                            spoken ? Clockwork.spoken(booked, zone) : Clockwork.iso(booked, zone))
                    .put("stage_title", title(i, funnel))
                    .put("showed_up", showedUp);
        }
        json.put("location", dice.pick(PLACES))
                .put("recruiter", recruiter(i))
                .put("instructions", i % 4 == 0 ? "" : "Bitte am Tor „B“ klingeln\nand call us");
        if (i % 8 == 0) {
            json.put("x_partner", Oddities.value(i / 8));
        }
        return new Slot(id, json.bytes(Oddities.style(i)));
    }

    /** One in forty has no end. */
    private static Json end(int i, Instant end, ZoneId zone, boolean spoken) {
        if (i % 40 == 21) {
            return Json.of("");
        }
        return Json.of(spoken ? Clockwork.spoken(end, zone) : Clockwork.iso(end, zone));
    }

    private String title(int i, Openings.Funnel funnel) {
        if (i % 23 == 22) {
            return "Retired Stage";
        }
        return dice.pick(funnel.stages().subList(1, funnel.stages().size() - 1)).title();
    }

    private String recruiter(int i) {
        return switch (i % 11) {
            case 5 -> "";
            case 9 -> "Somebody Unknown";
            default -> dice.pick(openings.users()).name();
        };
    }
}
