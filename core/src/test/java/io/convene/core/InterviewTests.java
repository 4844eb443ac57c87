package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class InterviewTests {
    private static final Instant TIME = Instant.parse("2026-07-02T04:30:00.001Z");

    @Test
    void readsEveryMemberOfAnAnswer() {
        String json =
                """
                {"id":"i","application":{"id":"a"},"candidate":{"id":"c"},
                 "job_interview_stage":{"id":"s"},"organizer":{"id":"o"},
                 "interviewers":[{"id":"u1"},{"id":"u2"}],"location":"Büro Köln",
                 "start_at":"2026-07-02T04:30:00.001Z","end_at":"2026-07-02T04:30:00.001Z",
                 "status":"awaiting_feedback","created_at":"2026-07-02T04:30:00.001Z",
                 "updated_at":"2026-07-02T04:30:00.001Z","remote_data":{"n":1E5,"list":[null,true]}}
                """;

        Interview read = InterviewJson.read(json);

        List<Object> list = new ArrayList<>();
        list.add(null);
        list.add(true);
        assertThat(read)
                .isEqualTo(
                        Interview.builder()
                                .id("i")
                                .application("a")
                                .candidate("c")
                                .jobInterviewStage("s")
                                .organizer("o")
                                .interviewers(List.of("u1", "u2"))
                                .location("Büro Köln")
                                .startAt(TIME)
                                .endAt(TIME)
                                .status(InterviewStatus.AWAITING_FEEDBACK)
                                .createdAt(TIME)
                                .updatedAt(TIME)
                                .remoteData(Map.of("n", new BigDecimal("1E5"), "list", list))
                                .build());
        assertThat(read.knownStatus()).contains(InterviewStatus.AWAITING_FEEDBACK);
    }

    @Test
    void writesOnlyWhatIsSet() {
        assertThat(InterviewJson.written(Interview.builder().id("i").build()))
                .isEqualTo("{\"id\":\"i\",\"interviewers\":[]}");
    }

    @Test
    void takesNullForAbsent() {
        String json =
                "{\"id\":\"i\",\"candidate\":null,\"interviewers\":null,\"start_at\":null,\"status\":null,\"remote_data\":null}";

        assertThat(InterviewJson.read(json)).isEqualTo(Interview.builder().id("i").build());
    }

    @Test
    void ignoresMembersOfANewerVersion() {
        String json =
                "{\"id\":\"i\",\"candidate\":{\"id\":\"c\",\"name\":\"Ada\"},\"rating\":{\"stars\":5}}";

        assertThat(InterviewJson.read(json))
                .isEqualTo(Interview.builder().id("i").candidate("c").build());
    }

    @Test
    void keepsTheTextOfAStatusOfANewerVersion() {
        Interview read = InterviewJson.read("{\"id\":\"i\",\"status\":\"rescheduled\"}");

        assertThat(read.status()).contains("rescheduled");
        assertThat(read.knownStatus()).isEmpty();
        assertThat(InterviewJson.written(read)).contains("\"status\":\"rescheduled\"");
    }

    @Test
    void readsAnAnswerFromWhichTheIdIsExcluded() {
        String json = "{\"interviewers\":[],\"location\":\"Room 7\"}";

        Interview read = InterviewJson.read(json);

        assertThat(read).isEqualTo(Interview.builder().location("Room 7").build());
        assertThat(InterviewJson.written(read)).isEqualTo(json);
    }

    @Test
    void doesNotChangeWithTheCollectionsItWasMadeOf() {
        List<String> ids = new ArrayList<>(List.of("u1"));
        List<Object> values = new ArrayList<>(List.of("x"));
        Map<String, Object> members = new HashMap<>(Map.of("list", values));
        Interview interview =
                Interview.builder().id("i").interviewers(ids).remoteData(members).build();

        ids.add("u2");
        values.add("y");
        members.put("more", true);

        assertThat(interview.interviewers()).containsExactly(new Interview.Reference("u1"));
        assertThat(interview.remoteData()).contains(Map.of("list", List.of("x")));
        assertThatThrownBy(() -> interview.remoteData().orElseThrow().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesRemoteDataThatJsonCannotExpress() {
        assertThatThrownBy(() -> remoteData(TIME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.time.Instant");
        assertThatThrownBy(() -> remoteData(List.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no number NaN");
    }

    @Test
    void holdsTheNumbersOfRemoteDataInOneType() {
        assertThat(remoteData(List.of(1, 2L, 0.5f, 1.25)).remoteData().orElseThrow())
                .containsEntry(
                        "value",
                        List.of(
                                new BigDecimal("1"),
                                new BigDecimal("2"),
                                new BigDecimal("0.5"),
                                new BigDecimal("1.25")));
    }

    @Test
    void takesTheValuesOfADraft() {
        InterviewDraft draft =
                InterviewDraft.empty()
                        .id(Text.of("i"))
                        .candidate(Text.of("c"))
                        .interviewer(Text.of("u1"))
                        .location(Text.of("Room 7"))
                        .startAt(Text.of("2026-07-02T06:30:00.001+02:00"))
                        .createdAt(Text.of("2026-07-02"))
                        .status(InterviewStatus.SCHEDULED);

        assertThat(draft.toInterview())
                .isEqualTo(
                        Interview.builder()
                                .id("i")
                                .candidate("c")
                                .interviewers(List.of("u1"))
                                .location("Room 7")
                                .startAt(TIME)
                                .createdAt(Instant.parse("2026-07-02T00:00:00Z"))
                                .status("scheduled")
                                .build());
    }

    @Test
    void takesADraftInWhichNothingIsSet() {
        assertThat(InterviewDraft.empty().toInterview()).isEqualTo(Interview.builder().build());
    }

    @Test
    void findsAStatusByItsText() {
        for (InterviewStatus status : InterviewStatus.values()) {
            assertThat(InterviewStatus.of(status.text())).contains(status);
        }
        assertThat(InterviewStatus.of("COMPLETED")).isEqualTo(Optional.empty());
    }

    private static Interview remoteData(Object value) {
        return Interview.builder().id("i").remoteData(Map.of("value", value)).build();
    }
}
