package io.convene.bench.upstream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A page of {@code interviewSchedule.list}. Most schedules have one event with one or two
 * interviewers, some several, drafts none: about 1.13 KB a schedule.
 *
 * @see <a href="https://developers.ashbyhq.com/reference/interviewschedulelist">Ashby:
 *     interviewSchedule.list</a>
 */
public final class AshbyPage {
    /** The cursor of the second page, as long as the vendor's cursors. */
    static final String CURSOR =
            "G8kAAJwHdrUhKYhs5pzY3qPp0o2tXbqkmbB7iEwXfC1nTzR4vU6aJdLs9eQyMgHc3WxAtNu0oVrKlZiD5pF8jS2b";

    private static final List<String> BOOKED =
            List.of("Scheduled", "Scheduled", "WaitingOnFeedback", "Complete", "Complete");
    private static final List<String> UNBOOKED =
            List.of("NeedsScheduling", "WaitingOnCandidateAvailability", "OnHold", "Cancelled");
    private static final List<String> PLACES =
            List.of("Google Meet", "Room \"Ada\", 3rd floor", "Zürich, Saal 2", "Phone");

    private final Dice dice;

    private AshbyPage(long seed) {
        dice = new Dice(seed);
    }

    /** The first of two pages. */
    public static byte[] first(int schedules) {
        return new AshbyPage(schedules).page(schedules, true);
    }

    /** The second of two pages, with other schedules. */
    static byte[] last(int schedules) {
        return new AshbyPage(1_000_003L + schedules).page(schedules, false);
    }

    private byte[] page(int schedules, boolean more) {
        ObjectNode page = object().put("success", true);
        ArrayNode results = page.putArray("results");
        for (int i = 0; i < schedules; i++) {
            results.add(schedule());
        }
        page.put("moreDataAvailable", more);
        if (more) {
            page.put("nextCursor", CURSOR);
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode schedule() {
        String id = dice.uuid();
        boolean booked = dice.percent(88);
        Instant start = dice.quarterHour();
        Instant created = dice.before(start);
        ObjectNode schedule =
                object().put("id", id)
                        .put("status", dice.of(booked ? BOOKED : UNBOOKED))
                        .put("applicationId", dice.uuid())
                        .put("interviewStageId", dice.uuid());
        if (booked) {
            schedule.set("scheduledBy", user());
        } else {
            schedule.putNull("scheduledBy");
        }
        schedule.put("createdAt", Dice.text(created))
                .put("updatedAt", Dice.text(created.plusSeconds(dice.below(86_400))));
        ArrayNode events = schedule.putArray("interviewEvents");
        int count = booked ? 1 + (dice.percent(12) ? 1 + dice.below(2) : 0) : 0;
        for (int i = 0; i < count; i++) {
            events.add(event(id, start.plus(Duration.ofHours(i)), created));
        }
        return schedule;
    }

    private ObjectNode event(String schedule, Instant start, Instant created) {
        String id = dice.uuid();
        ObjectNode event =
                object().put("id", id)
                        .put("interviewId", dice.uuid())
                        .put("interviewScheduleId", schedule);
        ArrayNode interviewers = event.putArray("interviewers");
        int count = dice.percent(15) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            interviewers.add(user().put("isFeedbackRequired", dice.percent(80)));
        }
        event.put("createdAt", Dice.text(created))
                .put("updatedAt", Dice.text(created))
                .put("startTime", Dice.text(start))
                .put("endTime", Dice.text(start.plus(Duration.ofMinutes(45))))
                .put("feedbackLink", "https://app.ashbyhq.com/interview-briefings/" + id)
                .put("hasSubmittedFeedback", dice.percent(40));
        if (dice.percent(70)) {
            event.put("location", dice.of(PLACES));
        } else {
            event.putNull("location")
                    .put("meetingLink", "https://meet.example.com/" + dice.below(1_000_000));
        }
        return event;
    }

    private ObjectNode user() {
        String first = dice.firstName();
        String last = dice.lastName();
        return object().put("id", dice.uuid())
                .put("firstName", first)
                .put("lastName", last)
                .put("email", "user" + dice.below(10_000) + "@example.com")
                .put("globalRole", "Limited Access")
                .put("isEnabled", true);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
