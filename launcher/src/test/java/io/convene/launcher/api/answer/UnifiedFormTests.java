package io.convene.launcher.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.launcher.http.JsonBuffer;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class UnifiedFormTests {
    private final JsonBuffer out = new JsonBuffer();

    @Test
    void writesMembersInTheDocumentedOrderAndRemoteDataLast() {
        Item item = item("{\"id\" : 1E5, \"k\":\"\\u00e9\"}");
        InterviewDraft draft =
                InterviewDraft.empty()
                        .updatedAt(Text.of("2026-03-03T10:00:00Z"))
                        .createdAt(Text.of("2026-03-02T10:00:00Z"))
                        .status(InterviewStatus.AWAITING_FEEDBACK)
                        .endAt(Text.of("2026-03-02T11:00:00Z"))
                        .startAt(Text.of("2026-03-02T10:00:00Z"))
                        .location(Text.of("Room \"7\""))
                        .interviewer(Text.of("u1"))
                        .interviewer(Text.of("u2"))
                        .organizer(Text.of("o"))
                        .jobInterviewStage(Text.of("s"))
                        .candidate(Text.of("c"))
                        .application(Text.of("a"))
                        .id(item.text("id"));

        new UnifiedForm(Set.of()).write(out, item, draft);

        assertThat(out)
                .hasToString(
                        "{\"id\":\"1E5\",\"application\":{\"id\":\"a\"},\"candidate\":{\"id\":\"c\"},"
                                + "\"job_interview_stage\":{\"id\":\"s\"},\"organizer\":{\"id\":\"o\"},"
                                + "\"interviewers\":[{\"id\":\"u1\"},{\"id\":\"u2\"}],\"location\":\"Room \\\"7\\\"\","
                                + "\"start_at\":\"2026-03-02T10:00:00Z\",\"end_at\":\"2026-03-02T11:00:00Z\","
                                + "\"status\":\"awaiting_feedback\",\"created_at\":\"2026-03-02T10:00:00Z\","
                                + "\"updated_at\":\"2026-03-03T10:00:00Z\",\"remote_data\":{\"id\" : 1E5, \"k\":\"\\u00e9\"}}");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        InterviewForm form = new UnifiedForm(Set.of(Field.REMOTE_DATA));
        form.write(out, item("{}"), InterviewDraft.empty().id(Text.of("1")));
        form.write(out, item("{}"), InterviewDraft.empty());

        assertThat(out).hasToString("{\"id\":\"1\"}{}");
    }

    @Test
    void splicesJoinedRowsInBeforeTheLastBrace() {
        Item item = item("{ \"id\":1 }");
        item.splice("interviewers", List.of(item("{\"user_id\": 7}"), item("{}")));
        Item empty = item("{ }");
        empty.splice("interviewers", List.of());
        InterviewForm form = new UnifiedForm(Set.of());
        form.write(out, item, InterviewDraft.empty());
        form.write(out, empty, InterviewDraft.empty());

        assertThat(out)
                .hasToString(
                        "{\"remote_data\":{ \"id\":1 ,\"interviewers\":[{\"user_id\": 7},{}]}}"
                                + "{\"remote_data\":{ \"interviewers\":[]}}");
    }

    private static Item item(String json) {
        return Item.parse(json.getBytes(UTF_8));
    }
}
