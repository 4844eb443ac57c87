package io.convene.provider.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class GreenhouseMappingTests {
    private final List<Item> interviews = Greenhouse.page().items();

    @Test
    void mapsATimedInterview() {
        InterviewDraft draft = Greenhouse.map(interviews.getFirst());
        assertThat(draft.text(Field.ID)).hasToString("71200934003");
        assertThat(draft.text(Field.APPLICATION)).hasToString("88120077003");
        assertThat(draft.text(Field.ORGANIZER)).hasToString("4021003");
        assertThat(draft.text(Field.LOCATION)).hasToString("Room Säntis, 4th floor");
        assertThat(draft.text(Field.START_AT)).hasToString("2026-03-02T10:00:00.000Z");
        assertThat(draft.text(Field.END_AT)).hasToString("2026-03-02T10:45:00.000Z");
        assertThat(draft.status()).contains(InterviewStatus.SCHEDULED);
        assertThat(draft.text(Field.CREATED_AT)).hasToString("2026-02-20T07:59:58.123Z");
        assertThat(draft.text(Field.UPDATED_AT)).hasToString("2026-02-21T00:00:00.000Z");
        assertThat(draft.text(Field.CANDIDATE).isPresent()).isFalse();
        assertThat(draft.text(Field.JOB_INTERVIEW_STAGE).isPresent()).isFalse();
    }

    @Test
    void mapsAnAllDayInterviewToMidnights() {
        InterviewDraft draft = Greenhouse.map(interviews.get(1));
        assertThat(draft.text(Field.START_AT)).hasToString("2026-03-05T00:00:00Z");
        assertThat(draft.text(Field.END_AT)).hasToString("2026-03-06T00:00:00Z");
        assertThat(draft.text(Field.LOCATION)).hasToString("https://meet.example.com/all-day");
        assertThat(draft.text(Field.ORGANIZER).isPresent()).isFalse();
    }

    @Test
    void leavesOutWhatARowDoesNotHave() {
        InterviewDraft draft = Greenhouse.map(interviews.get(2));
        assertThat(draft.text(Field.START_AT).isPresent()).isFalse();
        assertThat(draft.text(Field.END_AT).isPresent()).isFalse();
        assertThat(draft.text(Field.LOCATION).isPresent()).isFalse();
        assertThat(draft.text(Field.UPDATED_AT).isPresent()).isFalse();
        assertThat(draft.text(Field.CREATED_AT)).hasToString("2026-02-18T08:30:00Z");
        assertThat(draft.status()).contains(InterviewStatus.DRAFT);
    }

    @ParameterizedTest
    @CsvSource({
        "to_be_scheduled, DRAFT",
        "to_be_sent, DRAFT",
        "scheduled, SCHEDULED",
        "sent, SCHEDULED",
        "awaiting_feedback, AWAITING_FEEDBACK",
        "collect_feedback, AWAITING_FEEDBACK",
        "received, AWAITING_FEEDBACK",
        "complete, COMPLETED",
        "skipped, CANCELLED"
    })
    void knowsEveryStatus(String status, InterviewStatus unified) {
        assertThat(Greenhouse.map("{\"id\":1,\"status\":\"" + status + "\"}").status())
                .contains(unified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"cancelled\"", "\"Scheduled\"", "\"\"", "null", "{}", "7"})
    void guessesNoStatus(String status) {
        assertThat(Greenhouse.map("{\"id\":1,\"status\":" + status + "}").status()).isEmpty();
    }

    @Test
    void prefersMomentsToDaysEvenWhenTheyCannotBeRead() {
        InterviewDraft draft =
                Greenhouse.map(
                        """
                        {"id":1,"starts_at":"2026-06-20T09:00:00+02:00","all_day_start_on":"2026-06-20",
                         "ends_at":"later","all_day_end_on":"2026-06-21"}\
                        """);
        assertThat(draft.text(Field.START_AT)).hasToString("2026-06-20T07:00:00Z");
        assertThat(draft.text(Field.END_AT)).isEqualTo(Text.absent());
        assertThat(
                        Greenhouse.map("{\"ends_at\":{},\"all_day_end_on\":\"2026-06-21\"}")
                                .text(Field.END_AT)
                                .isPresent())
                .isFalse();
        assertThat(
                        Greenhouse.map("{\"ends_at\":\"\",\"all_day_end_on\":\"2026-06-21\"}")
                                .text(Field.END_AT))
                .hasToString("2026-06-21T00:00:00Z");
    }

    @Test
    void looksPastAPlaceThatIsNoText() {
        for (String place : List.of("false", "true", "7", "[]", "null", "\"\u00a0\"")) {
            assertThat(
                            Greenhouse.map(
                                            "{\"location\":%s,\"video_conferencing_url\":\"https://x.example\"}"
                                                    .formatted(place))
                                    .text(Field.LOCATION))
                    .hasToString("https://x.example");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "[]",
                "\"interview\"",
                "{\"id\":[1]}",
                "{\"starts_at\":{}}",
                "{\"id\":false,\"application_id\":true,\"organizer_id\":false,\"location\":true}"
            })
    void findsNothingInRowsOfOddShapes(String row) {
        InterviewDraft draft = Greenhouse.map(row);
        for (Field field : Field.values()) {
            assertThat(draft.text(field).isPresent()).isFalse();
        }
        assertThat(draft.interviewers()).isEmpty();
    }

    @Test
    void readsTextIdsAndNumbersAlike() {
        InterviewDraft draft =
                Greenhouse.map("{\"id\":\"9007199254740993\",\"application_id\":\"12\"}");
        assertThat(draft.text(Field.ID)).hasToString("9007199254740993");
        assertThat(draft.text(Field.APPLICATION)).hasToString("12");
    }
}
