package io.convene.sandbox.fountain;

import io.convene.sandbox.wire.Drawn;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Oddities;
import io.convene.sandbox.wire.RandomDraw;
import io.convene.sandbox.wire.SandboxSettings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Makes booked slots in every form that was seen: two spellings of times, three types of showed_up,
 * old short rows.
 */
final class Slots {

    private static final List<Showed> PAST =
            List.of(
                    new Showed(true, true),
                    new Showed("true", true),
                    new Showed(null, null),
                    new Showed(false, false),
                    new Showed("false", false),
                    new Showed("", null),
                    new Showed(true, true));
    private static final List<Showed> FUTURE =
            List.of(new Showed(null, null), new Showed("", null), new Showed(null, null));
    private static final List<String> PLACES =
            List.of(
                    "Seoul",
                    "",
                    "Liaside, 3rd floor",
                    "https://video.example.com/room/7",
                    "Königstraße 4 / Tor B",
                    " ");

    private final RandomDraw dice;
    private final Instant now;
    private final Openings openings;
    private final List<Map<String, String>> users;
    private int made;

    /** Whether somebody came, if anybody has said, as a slot writes it and as it is. */
    private record Showed(@Nullable Object written, @Nullable Boolean up) {
        Json json() {
            return Json.of(written);
        }
    }

    /** One booked slot and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Slot(String id, Map<String, Object> drawn, byte[] bytes) {}

    Slots(SandboxSettings house, Openings openings) {
        this.dice = house.dice("fountain-slots");
        this.now = house.now();
        this.openings = openings;
        this.users =
                openings.users().stream()
                        .map(user -> Map.of("id", user.id(), "name", user.name()))
                        .toList();
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
        Drawn drawn =
                new Drawn()
                        .with("id", id)
                        .with("zone", zone)
                        .with("yearless", spoken)
                        .with("start", start)
                        .with("end", i % 40 == 21 ? null : end)
                        .with("stages", stages(funnel))
                        .with("users", users);
        JsonObject json =
                Json.object()
                        .put("id", id)
                        .put(
                                "start_time",
                                spoken
                                        ? LocalTimes.spoken(start, zone)
                                        : LocalTimes.iso(start, zone))
                        .put("end_time", end(i, end, zone, spoken));
        Showed showed = past ? dice.pick(PAST) : dice.pick(FUTURE);
        if (i % 17 != 16) {
            String title = title(i, funnel);
            drawn.with("booked", booked).with("stage_title", title).with("showed_up", showed.up());
            // Old rows lack these three.
            json.put(
                            "booked_time",
                            spoken ? LocalTimes.spoken(booked, zone) : LocalTimes.iso(booked, zone))
                    .put("stage_title", title)
                    .put("showed_up", showed.json());
        }
        String place = dice.pick(PLACES);
        String recruiter = recruiter(i);
        drawn.with("place", place).with("recruiter", recruiter);
        json.put("location", place)
                .put("recruiter", recruiter)
                .put("instructions", i % 4 == 0 ? "" : "Bitte am Tor „B“ klingeln\nand call us");
        if (i % 8 == 0) {
            json.put("x_partner", Oddities.value(i / 8));
        }
        return new Slot(id, drawn.values(), json.bytes(Oddities.style(i)));
    }

    /** The opening's stages, each with its title. */
    private static List<Map<String, String>> stages(Openings.Funnel funnel) {
        return funnel.stages().stream()
                .map(stage -> Map.of("id", stage.id(), "title", stage.title()))
                .toList();
    }

    /** One in forty has no end. */
    private static Json end(int i, Instant end, ZoneId zone, boolean spoken) {
        if (i % 40 == 21) {
            return Json.of("");
        }
        return Json.of(spoken ? LocalTimes.spoken(end, zone) : LocalTimes.iso(end, zone));
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
