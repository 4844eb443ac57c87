package io.convene.sandbox.greenhouse;

import io.convene.sandbox.wire.Drawn;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Oddities;
import io.convene.sandbox.wire.RandomDraw;
import io.convene.sandbox.wire.SandboxSettings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The interviews and their panels: every status, all-day ones, unscheduled ones, and rows full of
 * nulls.
 */
final class GreenhouseRecords {

    static final List<String> STATUSES =
            List.of(
                    "scheduled",
                    "awaiting_feedback",
                    "complete",
                    "to_be_scheduled",
                    "skipped",
                    "collect_feedback",
                    "to_be_sent",
                    "sent",
                    "received");

    private final RandomDraw dice;
    private final Instant now;
    private final int count;
    private final Company company;
    private final List<TableRow> rows = new ArrayList<>();
    private final Map<Long, List<TableRow>> panels = new LinkedHashMap<>();
    private final Map<Long, Map<String, Object>> drawn = new LinkedHashMap<>();

    GreenhouseRecords(SandboxSettings house, Company company) {
        this.dice = house.dice("greenhouse-interviews");
        this.now = house.now();
        this.count = house.interviews();
        this.company = company;
        Panels generator = new Panels(house, company);
        for (int i = 0; i < count; i++) {
            Drawn one = new Drawn();
            TableRow row = interview(i, one);
            rows.add(row);
            List<TableRow> panel = generator.of(row, i, count);
            panels.put(row.id(), panel);
            drawn.put(row.id(), one.with("interviewers", Panels.users(panel)).values());
        }
    }

    List<TableRow> rows() {
        return rows;
    }

    /** Interviewer rows by interview, in no particular order. */
    Map<Long, List<TableRow>> panels() {
        return panels;
    }

    /** The data of each interview. */
    Map<Long, Map<String, Object>> drawn() {
        return drawn;
    }

    private TableRow interview(int i, Drawn drawn) {
        long id = (40_387_000L + i * 17L + dice.between(0, 16)) * 1_000 + 3;
        String status = STATUSES.get(i % STATUSES.size());
        Instant created = created(i);
        TableRow application = dice.pick(company.applications());
        TableRow slot = dice.pick(company.slots());
        JsonObject json =
                Json.object()
                        .put("id", id)
                        .put("job_id", slot.facts().get("job_id"))
                        .put("application_id", application.id())
                        .put("job_interview_id", slot.id())
                        .put("status", status);
        times(json, drawn, i, status, created);
        place(json, drawn, i);
        Long organizer = i % 3 == 0 ? dice.pick(company.users()).id() : null;
        drawn.with("id", Long.toString(id))
                .with("status", status)
                .with("application", Long.toString(application.id()))
                .with("candidate", text(application, "candidate_id"))
                .with("stage", text(slot, "job_interview_stage_id"))
                .with("organizer", organizer == null ? null : organizer.toString());
        json.put("organizer_id", organizer)
                .put("scheduled_at", i % 3 == 0 ? TableRow.moment(created.plusSeconds(60)) : null)
                .put(
                        "external_event_id",
                        i % 3 == 0 ? "evt_" + dice.uuid().replace("-", "") : null);
        if (i % 5 != 0) {
            json.put("availability_received_at", i % 5 == 1 ? TableRow.moment(created) : null);
        }
        Instant updated = dice.moment(created, now);
        drawn.with("created", created).with("updated", updated);
        json.put("created_at", TableRow.moment(created))
                .put("updated_at", TableRow.moment(updated));
        if (i % 8 == 0) {
            json.put("x_integration", Oddities.value(i / 8));
        }
        return TableRow.of(id, json, Oddities.style(i));
    }

    private static @Nullable String text(TableRow row, String column) {
        return row.fact(column, Long.class).map(Object::toString).orElse(null);
    }

    /** Over the past half year, later ids later. */
    private Instant created(int i) {
        long step = Duration.ofDays(180).toMillis() / count;
        Instant first = now.minus(Duration.ofDays(180)).plusMillis(i * step);
        return dice.moment(first, first.plusMillis(Math.max(1, step * 9 / 10)));
    }

    private void times(JsonObject json, Drawn drawn, int i, String status, Instant created) {
        Optional<Instant> start = start(i, status, created);
        boolean allDay = i % 7 == 2 && start.isPresent();
        Optional<Instant> timed = start.filter(moment -> !allDay);
        Optional<LocalDate> day =
                start.filter(moment -> allDay)
                        .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
        Duration length = Duration.ofMinutes(15L * dice.between(2, 8));
        Optional<LocalDate> lastDay = day.map(found -> found.plusDays(i % 2 + 1L));
        Optional<Instant> end = timed.map(moment -> moment.plus(length));
        drawn.with("start", timed.orElse(null))
                .with("end", end.orElse(null))
                .with("all_day_start", day.orElse(null))
                .with("all_day_end", lastDay.orElse(null));
        json.put("starts_at", timed.map(TableRow::moment).orElse(null))
                .put("ends_at", end.map(TableRow::moment).orElse(null))
                .put("all_day_start_on", day.map(LocalDate::toString).orElse(null))
                .put("all_day_end_on", lastDay.map(LocalDate::toString).orElse(null));
    }

    private Optional<Instant> start(int i, String status, Instant created) {
        return switch (status) {
            case "to_be_scheduled", "to_be_sent" -> Optional.empty();
            // Take-home tests have a time only now and then.
            case "sent", "received" ->
                    i % 2 == 0 ? Optional.empty() : Optional.of(dice.quarter(created, now));
            case "scheduled" ->
                    Optional.of(
                            dice.quarter(
                                    now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(40))));
            default -> Optional.of(dice.quarter(created, now));
        };
    }

    private void place(JsonObject json, Drawn drawn, int i) {
        String location =
                switch (i % 6) {
                    case 0 -> "Zürich, Raum \"Säntis\" / 4. Stock";
                    case 1 -> "https://meet.example.com/" + dice.uuid() + "?pwd=a&b=c";
                    case 2 -> "";
                    case 3 -> "  ";
                    case 4 -> "Room 12\nSecond floor";
                    default -> null;
                };
        json.put("location", location);
        boolean video = i % 4 != 3;
        String url = video ? "https://zoom.example.com/j/" + dice.between(1, 999_999_999) : null;
        json.put("video_conferencing_url", url);
        drawn.with("place", location).with("video", url);
    }
}
