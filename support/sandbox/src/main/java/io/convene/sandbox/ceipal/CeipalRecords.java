package io.convene.sandbox.ceipal;

import io.convene.sandbox.wire.Drawn;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Oddities;
import io.convene.sandbox.wire.People;
import io.convene.sandbox.wire.RandomDraw;
import io.convene.sandbox.wire.SandboxSettings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes records as CEIPAL's other resources look: naive times next to UTC ones, "" and "0",
 * entities, lists as text and as JSON in a text, zones under several names, no-break spaces.
 */
final class CeipalRecords {

    static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    static final DateTimeFormatter NAIVE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TWELVE =
            DateTimeFormatter.ofPattern("hh:mm a", Locale.US);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    // Records have these with entities in place of some characters, as Ceipal writes them.
    private static final List<String> STATUSES =
            List.of(
                    "Scheduled",
                    "Completed",
                    "Cancelled",
                    "Internal Interview Scheduled",
                    "Feedback Pending",
                    "L2 Rejected",
                    "No Show",
                    "Rescheduled",
                    "",
                    "Confirmed by client & candidate",
                    "completed",
                    "Draft");
    private static final List<String> PLACES =
            List.of(
                    "Bengaluru – Tower B & C",
                    "Café Zürich, 2nd floor",
                    "",
                    "https://meet.example.com/x?a=1&b=2",
                    "Room 7",
                    "");
    private static final List<String> LEVELS =
            List.of("L1", "L2 & HR", "Final Round", "Technical – Panel");

    private final RandomDraw dice;
    private final Instant now;
    private final OpaqueIds keys;
    private int made;

    CeipalRecords(SandboxSettings house, OpaqueIds keys) {
        this.dice = house.dice("ceipal-interviews");
        this.now = house.now();
        this.keys = keys;
    }

    StoredInterview next() {
        int i = made++;
        String id = keys.id("interview", i);
        Instant created =
                dice.moment(now.minus(Duration.ofDays(180)), now.minus(Duration.ofHours(5)))
                        .truncatedTo(ChronoUnit.SECONDS);
        Instant modified = dice.moment(created, now).truncatedTo(ChronoUnit.SECONDS);
        Drawn drawn = new Drawn().with("id", id);
        JsonObject json = Json.object().put("id", id);
        submission(json, drawn, i);
        json.put("job_id", keys.id("job", i % 9));
        candidate(json, drawn, i);
        stage(json, drawn, i);
        interviewers(json, drawn, i);
        place(json, drawn, i);
        times(json, drawn, i, created);
        String status = STATUSES.get(i % STATUSES.size());
        drawn.with("status", status);
        json.put("interview_status", encoded(status))
                .put(
                        "comments",
                        i % 3 == 0 ? "" : "Use &nbsp; and &#39;quotes&#39; &lt;br /&gt; für José");
        organizer(json, drawn, i);
        stamps(json, drawn, i, created, modified);
        if (i % 8 == 0) {
            json.put("custom_fields", Oddities.value(i / 8));
        }
        return new StoredInterview(id, modified, drawn.values(), json.bytes(Oddities.style(i)));
    }

    private static String encoded(String plain) {
        return plain.replace("&", "&amp;")
                .replace("–", "&ndash;")
                .replace("é", "&eacute;")
                .replace("ü", "&#252;");
    }

    private void submission(JsonObject json, Drawn drawn, int i) {
        switch (i % 13) {
            case 5 -> json.put("submission_id", "");
            case 9 -> json.put("submission_id", "0");
            default -> {
                String submission = keys.id("submission", dice.between(0, 99));
                json.put("submission_id", submission);
                drawn.with("submission", submission);
            }
        }
    }

    private void candidate(JsonObject json, Drawn drawn, int i) {
        String candidate = keys.id("applicant", dice.between(0, 79));
        if (i % 4 == 3) {
            if (i % 8 == 7) {
                json.put("job_seeker_id", "0");
            }
            json.put("applicant_id", candidate);
            drawn.with("applicant", candidate);
        } else {
            json.put("job_seeker_id", candidate);
            drawn.with("job_seeker", candidate);
        }
    }

    private static void stage(JsonObject json, Drawn drawn, int i) {
        String plain = LEVELS.get(i % LEVELS.size());
        String level = encoded(plain);
        drawn.with(i % 5 < 2 ? "level" : "round", i % 5 == 4 ? null : plain);
        switch (i % 5) {
            case 0, 1 -> json.put("interview_level", level);
            case 2 -> json.put("interview_round", level);
            case 3 -> json.put("interview_level", "").put("interview_round", level);
            default -> {}
        }
        json.put("interview_mode", i % 2 == 0 ? "Video" : "In-person");
    }

    /** A comma list, a list of ids, a list of objects; and the three ways of saying nobody. */
    private void interviewers(JsonObject json, Drawn drawn, int i) {
        List<Integer> panel = new ArrayList<>();
        for (int seat = 0; seat <= i % 4; seat++) {
            panel.add(dice.between(0, CeipalTenant.USERS - 1));
        }
        List<String> ids = panel.stream().map(user -> keys.id("user", user)).toList();
        drawn.with("interviewers", i % 8 < 6 ? ids : List.of());
        switch (i % 8) {
            case 0, 3 -> json.put("interviewers", String.join(",", ids));
            case 1 -> json.put("interviewers", ids);
            case 2 -> json.put("interviewers", people(panel, i));
            case 4 ->
                    json.put(
                            "interviewers",
                            i % 16 == 4 ? inText(people(panel, i)) : people(panel, i));
            case 5 -> json.put("interviewers", String.join(" , ", ids) + ",");
            case 6 -> json.put("interviewers", i % 16 == 6 ? "" : "0");
            default -> json.put("interviewers", i % 16 == 7 ? null : List.of());
        }
    }

    private List<JsonObject> people(List<Integer> panel, int i) {
        List<JsonObject> people = new ArrayList<>();
        panel.forEach(user -> people.add(person(keys.id("user", user), user)));
        if (i % 3 == 0) {
            people.add(person("", 99));
        }
        return people;
    }

    private static String inText(List<JsonObject> people) {
        return new String(Json.array(people).bytes(), StandardCharsets.UTF_8);
    }

    private static JsonObject person(String id, int number) {
        return Json.object()
                .put("id", id)
                .put("name", People.name(number).replace("'", "&#39;"))
                .put("email_id", People.email(number));
    }

    private static void place(JsonObject json, Drawn drawn, int i) {
        String place = PLACES.get(i % PLACES.size());
        drawn.with("place", place.isEmpty() ? null : place);
        switch (i % PLACES.size()) {
            case 0, 2 -> json.put("interview_location", encoded(place));
            case 1 -> json.put("venue", i % 12 == 1 ? place : encoded(place));
            case 3 -> json.put("location", encoded(place));
            case 4 -> json.put("interview_location", "0").put("venue", place);
            default -> {}
        }
    }

    private void times(JsonObject json, Drawn drawn, int i, Instant created) {
        Instant start =
                i % 2 == 0
                        ? dice.quarter(now.plus(Duration.ofHours(3)), now.plus(Duration.ofDays(30)))
                        : dice.quarter(created, now);
        ZonedDateTime from = start.atZone(ZONE);
        ZonedDateTime to = from.plusMinutes(15L * dice.between(2, 6));
        drawn.with("start", i % 7 < 5 ? start : null)
                .with("end", i % 7 < 4 ? to.toInstant() : null);
        switch (i % 7) {
            case 0, 1 -> put(json, from.toLocalDate().toString(), spoken(from, i), spoken(to, i));
            case 2 -> put(json, AMERICAN.format(from), SHORT.format(from), SHORT.format(to));
            case 3 -> put(json, from.toLocalDate().toString(), LONG.format(from), LONG.format(to));
            case 4 -> put(json, from.toLocalDate().toString(), SHORT.format(from), "");
            case 5 -> put(json, "", "", "");
            default -> {}
        }
        json.put("time_zone", zone(i));
    }

    private static String spoken(ZonedDateTime time, int i) {
        String spoken = TWELVE.format(time);
        return i % 14 == 7 ? spoken.replace(' ', '\u202f') : spoken;
    }

    private static String zone(int i) {
        return switch (i % 9) {
            case 0, 3, 6 -> "";
            case 4 -> "asia/kolkata";
            case 7 -> "India Standard Time";
            default -> ZONE.getId();
        };
    }

    private static void put(JsonObject json, String date, String from, String to) {
        json.put("interview_date", date).put("from_time", from).put("to_time", to);
    }

    private void organizer(JsonObject json, Drawn drawn, int i) {
        String first = keys.id("user", 0);
        String user = keys.id("user", dice.between(0, CeipalTenant.USERS - 1));
        switch (i % 4) {
            case 0 -> json.put("scheduled_by", user).put("created_by", first);
            case 1 -> json.put("created_by", user);
            case 2 -> json.put("scheduled_by", "0").put("created_by", user);
            default -> json.put("created_by", "");
        }
        drawn.with("scheduled_by", i % 4 == 0 ? user : null)
                .with("created_by", i % 4 == 3 ? null : i % 4 == 0 ? first : user);
    }

    private static void stamps(
            JsonObject json, Drawn drawn, int i, Instant created, Instant modified) {
        drawn.with("created", created).with("modified", i % 4 == 3 ? null : modified);
        switch (i % 4) {
            case 0 -> json.put("created", created).put("modified", modified);
            case 1 -> json.put("created", naive(created)).put("modified", naive(modified));
            case 2 -> json.put("created_at", naive(created)).put("updated_at", modified);
            default -> json.put("created", created).put("modified", "");
        }
    }

    private static String naive(Instant instant) {
        return NAIVE.format(instant.atZone(ZONE));
    }
}
