package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.InterviewStatus;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class CeipalStatusPropertyTests {
    private static final Map<List<String>, InterviewStatus> KNOWN =
            Map.of(
                    List.of("scheduled"), InterviewStatus.SCHEDULED,
                    List.of("to", "be", "scheduled"), InterviewStatus.DRAFT,
                    List.of("unscheduled"), InterviewStatus.DRAFT,
                    List.of("draft"), InterviewStatus.DRAFT,
                    List.of("completed"), InterviewStatus.COMPLETED,
                    List.of("scheduled", "completed"), InterviewStatus.COMPLETED,
                    List.of("cancelled"), InterviewStatus.CANCELLED,
                    List.of("completed", "canceled"), InterviewStatus.CANCELLED,
                    List.of("awaiting", "feedback"), InterviewStatus.AWAITING_FEEDBACK,
                    List.of("completed", "feedback", "pending"), InterviewStatus.AWAITING_FEEDBACK);

    @Property
    void knowsTheWordsInAnyCaseBetweenAnyOthers(
            @ForAll("known") List<String> words,
            @ForAll("separators") String separator,
            @ForAll("fillers") String before,
            @ForAll("fillers") String after,
            @ForAll boolean upper) {
        String text = before + separator + String.join(separator, words) + separator + after;

        assertThat(CeipalStatuses.of(upper ? text.toUpperCase(Locale.ROOT) : text))
                .isEqualTo(Optional.of(KNOWN.get(words)));
    }

    @Property
    void saysNothingOfOtherWords(
            @ForAll("fillers") String one,
            @ForAll("separators") String separator,
            @ForAll("letters") String other) {
        assertThat(CeipalStatuses.of(one + separator + other)).isEmpty();
    }

    @Provide
    Arbitrary<List<String>> known() {
        return Arbitraries.of(KNOWN.keySet());
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(" ", " - ", "_", "/", ", ", "-", " (", "é", "1");
    }

    @Provide
    Arbitrary<String> fillers() {
        return Arbitraries.of(
                "", "L1", "Interview", "by client", "Rescheduled", "selected", "Round 2", "ü");
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().withCharRange('a', 'f').withChars("XÉ ").ofMaxLength(12);
    }
}
