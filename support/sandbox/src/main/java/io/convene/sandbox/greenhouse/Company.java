package io.convene.sandbox.greenhouse;

import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Oddities;
import io.convene.sandbox.wire.People;
import io.convene.sandbox.wire.RandomDraw;
import io.convene.sandbox.wire.SandboxSettings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that interviews point at: users, plans and applications. All ids lie above 2^32. */
final class Company {

    static final long SITE_ADMIN = 4_400_000_003L;

    private static final int USERS = 140;
    private static final int JOBS = 6;
    private static final List<String> STAGES =
            List.of("Application Review", "Phone Screen", "Take Home Test", "Onsite", "Offer");
    private static final List<String> STATUSES =
            List.of("in_process", "in_process", "rejected", "hired", "converted");

    private final RandomDraw dice;
    private final Instant now;
    private final List<TableRow> users = new ArrayList<>();
    private final List<TableRow> stages = new ArrayList<>();
    private final List<TableRow> slots = new ArrayList<>();
    private final List<TableRow> applications = new ArrayList<>();

    Company(SandboxSettings house) {
        this.dice = house.dice("greenhouse-company");
        this.now = house.now();
        for (int i = 0; i < USERS; i++) {
            users.add(user(i));
        }
        for (int job = 0; job < JOBS; job++) {
            plan(job);
        }
        for (int i = 0; i < Math.max(1, house.interviews() * 2 / 3); i++) {
            applications.add(application(i));
        }
    }

    List<TableRow> users() {
        return users;
    }

    List<TableRow> stages() {
        return stages;
    }

    List<TableRow> slots() {
        return slots;
    }

    List<TableRow> applications() {
        return applications;
    }

    private TableRow user(int i) {
        long id = SITE_ADMIN + i * 1_000L;
        JsonObject json =
                row(
                                id,
                                dice.moment(
                                        now.minus(Duration.ofDays(900)),
                                        now.minus(Duration.ofDays(300))))
                        .put("first_name", People.first(i))
                        .put("last_name", People.last(i))
                        .put("name", People.name(i))
                        .put("primary_email", People.email(i))
                        .put("job_title", i % 5 == 0 ? null : "Engineer")
                        .put("agency_id", null)
                        .put("deactivated", i % 11 == 10)
                        .put("site_admin", i == 0 || i % 20 == 19)
                        .put("employee_id", i % 3 == 0 ? null : "E" + i)
                        .put("emails", List.of(People.email(i)));
        return TableRow.of(id, json, Oddities.style(i));
    }

    private void plan(int job) {
        for (int i = 0; i < STAGES.size(); i++) {
            long stage = 5_418_278_003L + (job * 10L + i) * 1_000;
            Instant made = now.minus(Duration.ofDays(400));
            JsonObject json =
                    row(stage, made)
                            .put("job_id", jobId(job))
                            .put("name", STAGES.get(i))
                            .put("sort_order", i)
                            .put("active", i != 4);
            stages.add(TableRow.of(stage, json, Json.Style.COMPACT));
            for (int slot = 0; slot < 2; slot++) {
                slots.add(slot(job, stage, i, slot, made));
            }
        }
    }

    private static TableRow slot(int job, long stage, int order, int number, Instant made) {
        long id = 6_104_936_003L + (job * 20L + order * 2L + number) * 1_000;
        JsonObject json =
                row(id, made)
                        .put("job_id", jobId(job))
                        .put("job_interview_stage_id", stage)
                        .put("name", STAGES.get(order) + " " + (number + 1))
                        .put("sort_order", number)
                        .put("active", true)
                        .put("duration", number == 0 ? 30 : null)
                        .put(
                                "scheduling_type",
                                order == 2
                                        ? "take_home_test"
                                        : order == 0 ? null : "needs_scheduling")
                        .put("require_scorecard", order == 0 ? null : Boolean.TRUE)
                        .put("summary", null)
                        .put("instructions", null);
        return TableRow.of(id, json, Json.Style.COMPACT);
    }

    private TableRow application(int i) {
        long id = 44_937_562_003L + i * 13_000L;
        int job = i % JOBS;
        boolean prospect = i % 29 == 28;
        TableRow stage = stages.get(job * STAGES.size() + dice.between(0, STAGES.size() - 1));
        JsonObject json =
                row(
                                id,
                                dice.moment(
                                        now.minus(Duration.ofDays(300)),
                                        now.minus(Duration.ofDays(185))))
                        // Every fourth candidate has applied twice.
                        .put("candidate_id", 38_000_000_003L + (i - (i % 4 == 3 ? 1 : 0)) * 7_000L)
                        .put("job_id", prospect ? null : jobId(job))
                        .put("job_interview_stage_id", prospect ? null : stage.id())
                        .put("stage_id", prospect ? null : 70_000_000_003L + i * 1_000L)
                        .put("stage_name", stage.facts().get("name"))
                        .put("status", STATUSES.get(i % STATUSES.size()))
                        .put("prospect", prospect)
                        .put("rejected_at", null)
                        .put("custom_fields", i % 8 == 0 ? Oddities.value(i) : null);
        return TableRow.of(id, json, Oddities.style(i));
    }

    private static long jobId(int job) {
        return 4_398_678_003L + job * 1_000L;
    }

    private static JsonObject row(long id, Instant made) {
        return Json.object()
                .put("id", id)
                .put("created_at", TableRow.moment(made))
                .put("updated_at", TableRow.moment(made.plus(Duration.ofHours(5))));
    }
}
