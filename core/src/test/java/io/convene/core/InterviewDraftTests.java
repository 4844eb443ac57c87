package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class InterviewDraftTests {
    @Test
    void holdsWhatWasSetUntilItIsCleared() {
        InterviewDraft draft =
                InterviewDraft.empty()
                        .id(Text.of("1"))
                        .startAt(Text.of("2026-03-02T11:00:00+01:00"))
                        .status(InterviewStatus.SCHEDULED)
                        .interviewer(Text.of("u1"));

        assertThat(draft.text(Field.ID).string()).isEqualTo("1");
        assertThat(draft.text(Field.START_AT).string()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(draft.status()).contains(InterviewStatus.SCHEDULED);
        draft.clear();
        assertThat(draft.text(Field.ID).isPresent()).isFalse();
        assertThat(draft.status()).isEmpty();
        assertThat(draft.interviewers()).isEmpty();
    }

    @Test
    void keepsEveryTextUnderItsOwnField() {
        InterviewDraft draft =
                InterviewDraft.empty()
                        .id(Text.of("id"))
                        .application(Text.of("application"))
                        .candidate(Text.of("candidate"))
                        .jobInterviewStage(Text.of("job_interview_stage"))
                        .organizer(Text.of("organizer"))
                        .location(Text.of("location"))
                        .startAt(Text.of("2026-01-01"))
                        .endAt(Instant.parse("2026-01-02T00:00:00Z"))
                        .createdAt(Text.of("2026-01-03"))
                        .updatedAt(Instant.parse("2026-01-04T00:00:00Z"));

        assertThat(texts(draft))
                .containsExactly(
                        "id",
                        "application",
                        "candidate",
                        "job_interview_stage",
                        "organizer",
                        "",
                        "location",
                        "2026-01-01T00:00:00Z",
                        "2026-01-02T00:00:00Z",
                        "",
                        "2026-01-03T00:00:00Z",
                        "2026-01-04T00:00:00Z",
                        "");
        draft.clear();
        assertThat(texts(draft)).containsOnly("");
    }

    @Test
    void keepsEachInterviewerOnceAndInOrder() {
        InterviewDraft draft =
                InterviewDraft.empty()
                        .interviewer(Text.of("b"))
                        .interviewer(Text.absent())
                        .interviewer(Text.of("a"))
                        .interviewer(Text.of("b"));

        assertThat(draft.interviewers()).extracting(Text::string).containsExactly("b", "a");
    }

    @Test
    void takesNoLiteralForAnIdOrAPlace() {
        InterviewDraft draft = InterviewDraft.empty();
        Item item = Item.parse("{\"no\":false,\"yes\":true,\"text\":\"false\"}".getBytes(UTF_8));
        for (String literal : List.of("no", "yes")) {
            Text text = item.text(literal);
            draft.id(text).application(text).candidate(text).jobInterviewStage(text);
            draft.organizer(text).location(text).interviewer(text).startAt(text);
            assertThat(texts(draft)).containsOnly("");
            assertThat(draft.interviewers()).isEmpty();
        }

        draft.id(item.text("text")).location(item.text("text")).interviewer(item.text("text"));

        assertThat(draft.text(Field.ID)).hasToString("false");
        assertThat(draft.text(Field.LOCATION)).hasToString("false");
        assertThat(draft.interviewers()).hasSize(1);
    }

    @Test
    void refusesNullByTheNameOfTheSetter() {
        InterviewDraft draft = InterviewDraft.empty();
        Map<String, Runnable> setters =
                Map.ofEntries(
                        Map.entry("id", () -> draft.id(null)),
                        Map.entry("application", () -> draft.application(null)),
                        Map.entry("candidate", () -> draft.candidate(null)),
                        Map.entry("jobInterviewStage", () -> draft.jobInterviewStage(null)),
                        Map.entry("organizer", () -> draft.organizer(null)),
                        Map.entry("interviewer", () -> draft.interviewer(null)),
                        Map.entry("location", () -> draft.location(null)),
                        Map.entry("startAt", () -> draft.startAt((Text) null)),
                        Map.entry("endAt", () -> draft.endAt((Instant) null)),
                        Map.entry("status", () -> draft.status(null)),
                        Map.entry("createdAt", () -> draft.createdAt((Instant) null)),
                        Map.entry("updatedAt", () -> draft.updatedAt((Text) null)));

        setters.forEach((name, setter) ->
                assertThatThrownBy(setter::run)
                        .isInstanceOf(NullPointerException.class)
                        .hasMessageStartingWith(name + "(null)"));
    }

    @Test
    void losesATimeThatCannotBeReadAndNothingElse() {
        InterviewDraft draft = InterviewDraft.empty().id(Text.of("1")).endAt(Text.of("soon"));

        assertThat(draft.text(Field.END_AT).isPresent()).isFalse();
        assertThat(draft.text(Field.ID).isPresent()).isTrue();
    }

    private static List<String> texts(InterviewDraft draft) {
        return Arrays.stream(Field.values()).map(field -> draft.text(field).string()).toList();
    }
}
