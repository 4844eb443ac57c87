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

import java.util.EnumSet;
import java.util.Set;

/** Flat rows for tables. */
class NormalizedFormTests {
    private static final Item RECORD = Item.parse("{\"secret\":1}".getBytes(UTF_8));

    private final JsonBuffer out = new JsonBuffer();

    @Test
    void haveEveryColumnWhateverIsKnown() {
        new NormalizedForm(Set.of()).write(out, RECORD, InterviewDraft.empty().id(Text.of("1")));

        assertThat(out)
                .hasToString(
                        "{\"id\":\"1\",\"application_id\":null,\"candidate_id\":null,\"job_interview_stage_id\":null,"
                                + "\"organizer_id\":null,\"interviewer_ids\":[],\"location\":null,\"start_at\":null,"
                                + "\"end_at\":null,\"status\":null,\"created_at\":null,\"updated_at\":null}");
    }

    @Test
    void haveIdsInPlaceOfObjects() {
        new NormalizedForm(
                        EnumSet.of(
                                Field.LOCATION,
                                Field.START_AT,
                                Field.END_AT,
                                Field.CREATED_AT,
                                Field.UPDATED_AT))
                .write(
                        out,
                        RECORD,
                        InterviewDraft.empty()
                                .id(Text.of("1"))
                                .application(Text.of("a\"b"))
                                .candidate(Text.of("c"))
                                .jobInterviewStage(Text.of("s"))
                                .organizer(Text.of("o"))
                                .interviewer(Text.of("u1"))
                                .interviewer(Text.of("u2"))
                                .status(InterviewStatus.SCHEDULED));

        assertThat(out)
                .hasToString(
                        "{\"id\":\"1\",\"application_id\":\"a\\\"b\",\"candidate_id\":\"c\",\"job_interview_stage_id\":\"s\","
                                + "\"organizer_id\":\"o\",\"interviewer_ids\":[\"u1\",\"u2\"],\"status\":\"scheduled\"}");
    }

    @Test
    void areEmptyWithoutAnyColumn() {
        new NormalizedForm(EnumSet.allOf(Field.class)).write(out, RECORD, InterviewDraft.empty());

        assertThat(out).hasToString("{}");
    }
}
