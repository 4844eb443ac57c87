package io.convene.sandbox.ashby;

import io.convene.sandbox.wire.Drawn;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonArray;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Oddities;
import io.convene.sandbox.wire.RandomDraw;
import io.convene.sandbox.wire.SandboxSettings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The interview schedules, in no order worth relying on: every status, with no event, one, or a
 * loop over days.
 */
final class Schedules {

    private static final List<String> STATUSES =
            List.of(
                    "Scheduled",
                    "WaitingOnFeedback",
                    "Complete",
                    "NeedsScheduling",
                    "WaitingOnCandidateBooking",
                    "Cancelled",
                    "WaitingOnCandidateAvailability",
                    "CandidateAvailabilitySubmitted",
                    "OnHold",
                    "Unknown",
                    "SchedulingRequested");
    private static final Set<String> BOOKED = Set.of("Scheduled", "WaitingOnFeedback", "Complete");
    private static final int[] LOOP = {1, 1, 2, 3, 1, 5};

    private final RandomDraw dice;
    private final Instant now;
    private final AshbyOrganization org;
    private final Events events;
    private final List<Schedule> all = new ArrayList<>();

    /**
     * One schedule.
     *
     * @param createdAt when it was made, even where the record does not say so
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Schedule(
            String id,
            String applicationId,
            String stageId,
            Instant createdAt,
            Instant updatedAt,
            List<JsonObject> events,
            Map<String, Object> drawn,
            byte[] bytes) {}

    Schedules(SandboxSettings house, AshbyOrganization org) {
        this.dice = house.dice("ashby-schedules");
        this.now = house.now();
        this.org = org;
        this.events = new Events(house, org);
        for (int i = 0; i < house.interviews(); i++) {
            all.add(schedule(i));
        }
    }

    List<Schedule> all() {
        return all;
    }

    private Schedule schedule(int i) {
        String id = dice.uuid();
        String status = STATUSES.get(i % STATUSES.size());
        String application = dice.pick(List.copyOf(org.applications().keySet()));
        String stage = dice.pick(List.copyOf(org.stages().keySet()));
        Instant created =
                dice.moment(now.minus(Duration.ofDays(180)), now.minus(Duration.ofHours(3)));
        Instant updated = dice.moment(created, now);
        List<Event> booked = booked(i, status, id, created);
        List<JsonObject> events = booked.stream().map(Event::json).toList();
        Drawn drawn =
                new Drawn()
                        .with("id", id)
                        .with("status", status)
                        .with("application", application)
                        .with("candidate", org.candidate(application))
                        .with("stage", stage)
                        .with("events", booked.stream().map(Event::drawn).toList());
        JsonObject json =
                Json.object()
                        .put("id", id)
                        .put("status", status)
                        .put("applicationId", application)
                        .put("interviewStageId", stage);
        scheduledBy(json, drawn, i, !booked.isEmpty());
        if (i % 10 != 7) {
            json.put("createdAt", created).put("updatedAt", updated);
            drawn.with("created", created).with("updated", updated);
        }
        if (!booked.isEmpty() || i % 2 == 0) {
            json.put("interviewEvents", events);
        }
        if (i % 8 == 0) {
            json.put("x_labs", Oddities.value(i / 8));
        }
        return new Schedule(
                id,
                application,
                stage,
                created,
                updated,
                events,
                drawn.values(),
                json.bytes(Oddities.style(i)));
    }

    private List<Event> booked(int i, String status, String id, Instant created) {
        boolean some =
                BOOKED.contains(status)
                        || ((status.equals("Cancelled") || status.equals("Unknown")) && i % 2 == 0);
        if (!some) {
            return List.of();
        }
        Instant first =
                status.equals("Scheduled")
                        ? dice.quarter(now.plus(Duration.ofHours(2)), now.plus(Duration.ofDays(30)))
                        : dice.quarter(created, now);
        return events.loop(id, created, first, LOOP[i % LOOP.length]);
    }

    /** An object as documented, a bare id as seen live, null, or nothing. */
    private void scheduledBy(JsonObject json, Drawn drawn, int i, boolean booked) {
        String user = dice.pick(List.copyOf(org.users().keySet()));
        if (!booked) {
            if (i % 2 == 0) {
                json.put("scheduledBy", null);
            }
        } else {
            json.put("scheduledBy", i % 3 == 2 ? user : org.person(user));
            drawn.with("scheduled_by", user);
        }
    }

    /** One event, as it is written and as it was drawn. */
    private record Event(JsonObject json, Map<String, Object> drawn) {}

    /** Events of one schedule. */
    private static final class Events {

        private static final List<String> PLACES =
                List.of("Google Meet", "", "Büro Köln, Raum 3/4", "Zoom");

        private final RandomDraw dice;
        private final AshbyOrganization org;
        private int made;

        Events(SandboxSettings house, AshbyOrganization org) {
            this.dice = house.dice("ashby-events");
            this.org = org;
        }

        /**
         * So many events, some on following days, listed out of order; the first one made is as old
         * as the schedule.
         */
        List<Event> loop(String schedule, Instant created, Instant first, int count) {
            List<Event> loop = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Instant start = first.plus(Duration.ofHours(2L * i)).plus(Duration.ofDays(i / 2));
                loop.add(
                        i % 2 == 0 ? loop.size() : 0,
                        event(schedule, created.plusSeconds(i), start));
            }
            return loop;
        }

        private Event event(String schedule, Instant created, Instant first) {
            int i = made++;
            String id = dice.uuid();
            JsonObject event =
                    Json.object()
                            .put("id", id)
                            .put("interviewId", dice.pick(List.copyOf(org.interviews().keySet())))
                            .put("interviewScheduleId", schedule);
            List<String> seats = interviewers(event, i);
            Instant start = first.plusMillis(i % 9 == 0 ? 1 : 0);
            Instant end = first.plus(Duration.ofMinutes(15L * dice.between(2, 6)));
            String place = i % 5 > 2 ? null : PLACES.get(i % PLACES.size());
            String link = i % 3 == 1 ? "https://meet.example.com/" + i : null;
            event.put("createdAt", created)
                    .put("updatedAt", created.plusSeconds(90))
                    .put("startTime", start)
                    .put("endTime", end)
                    .put(
                            "feedbackLink",
                            "https://app.ashbyhq.com/interview-briefings/" + id + "/feedback")
                    .put("hasSubmittedFeedback", i % 3 == 0);
            if (i % 5 != 4) {
                event.put("location", place);
            }
            if (i % 3 != 0) {
                event.put("meetingLink", link);
            }
            event.put("interviewerCalendarEventId", null);
            Drawn drawn =
                    new Drawn()
                            .with("created", created)
                            .with("start", start)
                            .with("end", end)
                            .with("place", place)
                            .with("link", link)
                            .with("interviewers", seats);
            return new Event(event.put("extraData", Json.object()), drawn.values());
        }

        /**
         * As objects, as objects with the deprecated ids, with these ids alone, or with an empty
         * list and these ids.
         */
        private List<String> interviewers(JsonObject event, int i) {
            List<String> ids = new ArrayList<>();
            for (int seat = 0; seat < 1 + i % 4; seat++) {
                ids.add(dice.pick(List.copyOf(org.users().keySet())));
            }
            if (i % 6 >= 3) {
                event.put("interviewerUserIds", ids);
            }
            if (i % 6 != 4) {
                event.put("interviewers", i % 6 == 5 ? List.of() : people(ids, i));
            }
            return ids;
        }

        private JsonArray people(List<String> ids, int i) {
            JsonArray people = Json.array(List.of());
            for (String id : ids) {
                people.add(
                        org.person(id)
                                .put("trainingRole", i % 4 == 1 ? "Shadow" : null)
                                .put("interviewerPool", null)
                                .put("isFeedbackRequired", i % 2 == 0));
            }
            return people;
        }
    }
}
