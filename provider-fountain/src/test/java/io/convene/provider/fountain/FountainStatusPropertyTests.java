package io.convene.provider.fountain;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.InterviewStatus;
import io.convene.core.spi.Query;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.Optional;

class FountainStatusPropertyTests {
    private static final Query ONE = Fountain.ask("a-1").build();

    @Property
    void followsTheClockWhileNobodyHasSaid(
            @ForAll @IntRange(min = -100_000, max = 100_000) int end,
            @ForAll @IntRange(min = -100_000, max = 100_000) int start,
            @ForAll boolean ended,
            @ForAll("unsaid") String said) {
        String slot =
                "{\"start_time\":\""
                        + Fountain.NOW.plusSeconds(start)
                        + "\""
                        + (ended ? ",\"end_time\":\"" + Fountain.NOW.plusSeconds(end) + "\"" : "")
                        + said
                        + "}";

        assertThat(Fountain.map(slot, ONE).status())
                .contains(
                        (ended ? end : start) > 0
                                ? InterviewStatus.SCHEDULED
                                : InterviewStatus.AWAITING_FEEDBACK);
    }

    @Property
    void believesAYesAndANoInAnyCase(@ForAll("said") String said) {
        boolean showedUp = said.equalsIgnoreCase("true");

        assertThat(Fountain.map("{\"showed_up\":\"" + said + "\"}", ONE).status())
                .contains(showedUp ? InterviewStatus.COMPLETED : InterviewStatus.CANCELLED);
    }

    @Property
    void guessesNothingFromOtherWords(@ForAll("words") String words) {
        String slot = "{\"showed_up\":\"" + words + "\",\"end_time\":\"2026-12-01T10:00:00Z\"}";

        assertThat(Fountain.map(slot, ONE).status()).isEqualTo(Optional.empty());
    }

    @Provide
    Arbitrary<String> unsaid() {
        return Arbitraries.of(
                "", ",\"showed_up\":null", ",\"showed_up\":\"\"", ",\"showed_up\":\" \"");
    }

    @Provide
    Arbitrary<String> said() {
        return Arbitraries.of("true", "True", "TRUE", "tRuE", "false", "False", "FALSE", "fAlse");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("trueflsTFyno 10é")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(text ->
                        !text.isBlank()
                                && !text.equalsIgnoreCase("true")
                                && !text.equalsIgnoreCase("false"));
    }
}
