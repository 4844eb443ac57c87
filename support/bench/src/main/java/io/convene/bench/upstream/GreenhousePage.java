package io.convene.bench.upstream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of {@code GET /v3/interviews}, and the answers of {@code GET /v3/interviewers} for its
 * interviews in batches of 50.
 *
 * @param interviews the page
 * @param batches the interviewers of the first 50 interviews, of the next 50, and so on
 * @see <a href="https://harvestdocs.greenhouse.io/reference/get_v3-interviews">GET
 *     /v3/interviews</a>
 */
@SuppressWarnings("ArrayRecordComponent") // written once, compared never
public record GreenhousePage(byte[] interviews, List<InterviewerBatch> batches) {
    /** The cursor of the second page. */
    static final String CURSOR = "eyJwZXJfcGFnZSI6MTAwLCJsYXN0X2lkIjo0MDM4NzM5NzAwM30=";

    private static final int BATCH = 50;
    private static final List<String> STATUSES =
            List.of("scheduled", "awaiting_feedback", "complete", "complete", "skipped", "sent");

    /**
     * The interviewers of some interviews.
     *
     * @param ids the interviews' ids as the caller names them, separated by commas
     * @param rows the answer
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, compared never
    public record InterviewerBatch(String ids, byte[] rows) {}

    /** The first of two pages. */
    public static GreenhousePage first(int interviews) {
        return of(new Dice(interviews), interviews);
    }

    /** The second of two pages, with other interviews. */
    static GreenhousePage last(int interviews) {
        return of(new Dice(1_000_003L + interviews), interviews);
    }

    private static GreenhousePage of(Dice dice, int count) {
        ArrayNode interviews = JsonNodeFactory.instance.arrayNode();
        List<InterviewerBatch> batches = new ArrayList<>();
        for (int from = 0; from < count; from += BATCH) {
            ArrayNode interviewers = JsonNodeFactory.instance.arrayNode();
            List<String> ids = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, count); i++) {
                long id = dice.number();
                ids.add(Long.toString(id));
                ObjectNode interview = interview(dice, id);
                interviews.add(interview);
                panel(dice, interview).forEach(interviewers::add);
            }
            batches.add(new InterviewerBatch(String.join(",", ids), bytes(interviewers)));
        }
        return new GreenhousePage(bytes(interviews), List.copyOf(batches));
    }

    private static ObjectNode interview(Dice dice, long id) {
        Instant start = dice.quarterHour();
        Instant created = dice.before(start);
        boolean allDay = dice.percent(5);
        boolean video = dice.percent(60);
        ObjectNode interview =
                object().put("id", id)
                        .put("job_id", dice.number())
                        .put("application_id", dice.number())
                        .put("job_interview_id", dice.number())
                        .put("status", dice.of(STATUSES))
                        .put("starts_at", allDay ? null : Dice.text(start))
                        .put(
                                "ends_at",
                                allDay ? null : Dice.text(start.plus(Duration.ofMinutes(45))))
                        .put("all_day_start_on", allDay ? day(start) : null)
                        .put("all_day_end_on", allDay ? day(start) : null)
                        .put("location", video ? null : "Büro 4, \"Grace\"")
                        .put(
                                "video_conferencing_url",
                                video ? "https://zoom.example.com/j/" + dice.number() : null);
        if (dice.percent(70)) {
            interview.put("organizer_id", dice.number());
        } else {
            interview.putNull("organizer_id");
        }
        return interview
                .put("scheduled_at", Dice.text(created))
                .put("external_event_id", dice.uuid())
                .put("created_at", Dice.text(created))
                .put("updated_at", Dice.text(created.plusSeconds(dice.below(86_400))));
    }

    private static List<ObjectNode> panel(Dice dice, ObjectNode interview) {
        List<ObjectNode> rows = new ArrayList<>();
        int size = dice.below(4);
        for (int i = 0; i < size; i++) {
            ObjectNode row =
                    object().put("id", dice.number())
                            .put("interview_id", interview.get("id").longValue());
            if (dice.percent(90)) {
                row.put("user_id", dice.number());
            } else {
                row.putNull("user_id");
            }
            rows.add(
                    row.put("email", "user" + dice.below(10_000) + "@example.com")
                            .put("scorecard_id", dice.number())
                            .put("response_status", dice.percent(70) ? "accepted" : "needs_action")
                            .put("created_at", interview.get("created_at").textValue())
                            .put("updated_at", interview.get("updated_at").textValue()));
        }
        return rows;
    }

    private static String day(Instant time) {
        return time.toString().substring(0, 10);
    }

    private static byte[] bytes(ArrayNode rows) {
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
