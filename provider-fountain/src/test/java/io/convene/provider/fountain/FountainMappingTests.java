package io.convene.provider.fountain;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Query;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class FountainMappingTests {
    private static final Query ONE = Fountain.ask("a-1").build();
    private static final List<Item> SLOTS =
            Fountain.page(Fountain.fixture("slots.json"), ONE).items();

    @Test
    void mapsASlotWithTimesOfPeople() {
        InterviewDraft draft = Fountain.map(SLOTS.get(0), ONE);
        assertThat(draft.text(Field.ID)).hasToString("5f0c0000-0000-4000-8000-000000000002");
        assertThat(draft.text(Field.CANDIDATE)).hasToString("a-1");
        assertThat(draft.text(Field.LOCATION)).hasToString("Depot 4, gate B");
        assertThat(draft.text(Field.START_AT)).hasToString("2026-11-12T22:05:00Z");
        assertThat(draft.text(Field.END_AT)).hasToString("2026-11-12T22:35:00Z");
        assertThat(draft.text(Field.CREATED_AT)).hasToString("2026-11-09T19:27:00Z");
        assertThat(draft.status()).contains(InterviewStatus.COMPLETED);
    }

    @Test
    void mapsASlotWithTimesOfMachines() {
        InterviewDraft draft = Fountain.map(SLOTS.get(1), ONE);
        assertThat(draft.text(Field.START_AT)).hasToString("2026-12-01T17:00:00Z");
        assertThat(draft.text(Field.END_AT)).hasToString("2026-12-01T17:30:00Z");
        assertThat(draft.text(Field.CREATED_AT)).hasToString("2026-11-20T15:15:42.123Z");
        assertThat(draft.text(Field.LOCATION).isPresent()).isFalse();
        assertThat(draft.status()).contains(InterviewStatus.SCHEDULED);
    }

    @Test
    void leavesOutWhatCannotBeTold() {
        InterviewDraft draft = Fountain.map(SLOTS.get(2), ONE);
        assertThat(draft.text(Field.LOCATION)).hasToString("Depot 4");
        for (Field field :
                List.of(
                        Field.START_AT,
                        Field.END_AT,
                        Field.CREATED_AT,
                        Field.UPDATED_AT,
                        Field.APPLICATION,
                        Field.ORGANIZER,
                        Field.JOB_INTERVIEW_STAGE)) {
            assertThat(draft.text(field).isPresent()).as(field.text()).isFalse();
        }
        assertThat(draft.status()).isEmpty();
        assertThat(draft.interviewers()).isEmpty();
    }

    @Test
    void namesTheCandidateOfEverySlotOfMany() {
        Query many = Fountain.ask("a-1", "a-2", "a-3").build();
        List<String> candidates =
                Fountain.page(Fountain.fixture("bulk.json"), many).items().stream()
                        .map(item -> Fountain.map(item, many).text(Field.CANDIDATE).string())
                        .toList();
        assertThat(candidates).containsExactly("a-1", "a-3", "a-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "true | COMPLETED",
                "\"true\" | COMPLETED",
                "\"True\" | COMPLETED",
                "false | CANCELLED",
                "\"false\" | CANCELLED",
                "null | SCHEDULED",
                "\"\" | SCHEDULED",
                "\"maybe\" |",
                "1 |",
                "{} |",
                "[] |"
            })
    void readsWhetherTheyShowedUpInEveryType(String showedUp, InterviewStatus status) {
        String slot =
                "{\"id\":\"1\",\"end_time\":\"2026-12-01T10:00:00Z\",\"showed_up\":"
                        + showedUp
                        + "}";
        assertThat(Fountain.map(slot, ONE).status().orElse(null)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00:01Z, 2026-11-23T11:00:00Z, SCHEDULED",
        "2026-11-23T12:00:00Z, 2026-11-23T11:00:00Z, AWAITING_FEEDBACK",
        "2026-11-23T11:59:59Z, 2026-11-24T11:00:00Z, AWAITING_FEEDBACK",
        "'', 2026-11-23T12:00:01Z, SCHEDULED",
        "later, 2026-11-23T11:59:00Z, ",
        "'', '',"
    })
    void waitsForFeedbackOnceTheInterviewIsOver(String end, String start, InterviewStatus status) {
        String slot =
                "{\"id\":\"1\",\"end_time\":\"%s\",\"start_time\":\"%s\"}".formatted(end, start);
        assertThat(Fountain.map(slot, ONE).status().orElse(null)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"completed, COMPLETED", "awaiting_feedback, AWAITING_FEEDBACK", "'', CANCELLED"})
    void givesANoShowTheStatusOfTheSetting(String setting, InterviewStatus status) {
        Query query =
                Query.builder(Fountain.settings("no_show_status", setting))
                        .values(Filter.CANDIDATE_ID, List.of("a-1"))
                        .now(Fountain.NOW)
                        .build();
        assertThat(Fountain.map("{\"showed_up\":false}", query).status().orElse(null))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "[]", "\"slot\"", "{\"id\":{}}", "{\"start_time\":[1]}"})
    void findsNothingInSlotsOfOddShapes(String slot) {
        InterviewDraft draft = Fountain.map(slot, ONE);
        for (Field field : Field.values()) {
            assertThat(draft.text(field).isPresent()).isEqualTo(field == Field.CANDIDATE);
        }
        assertThat(draft.status()).isEmpty();
    }

    @Test
    void readsIdsThatAreNumbers() {
        assertThat(Fountain.map("{\"id\":27}", ONE).text(Field.ID)).hasToString("27");
    }

    @Test
    void anchorsAStartWithoutYearOnItsBooking() {
        InterviewDraft draft =
                Fountain.map(
                        """
                        {"id":"1","booked_time":"2015-06-01T08:00:00-07:00",
                         "start_time":"Wed, Jun 03 @11:27am PDT","end_time":"Wed, Jun 03 @11:30am PDT"}\
                        """,
                        ONE);
        assertThat(draft.text(Field.START_AT)).hasToString("2015-06-03T18:27:00Z");
        assertThat(draft.text(Field.END_AT)).hasToString("2015-06-03T18:30:00Z");
    }

    @Test
    void putsABookingWithoutYearIntoThePast() {
        InterviewDraft draft =
                Fountain.map(
                        """
                        {"id":"1","booked_time":"Sat, Jun 03 @ 8:00am PDT","start_time":"Mon, Jun 05 @ 8:00am PDT"}\
                        """,
                        ONE);
        assertThat(draft.text(Field.CREATED_AT)).hasToString("2023-06-03T15:00:00Z");
        assertThat(draft.text(Field.START_AT)).hasToString("2023-06-05T15:00:00Z");
    }

    @Test
    void anchorsAStartWithoutYearOnThePresentWhenNoBookingIsKnown() {
        InterviewDraft draft = Fountain.map("{\"start_time\":\"Fri, Jan 08 @ 9:00am EST\"}", ONE);
        assertThat(draft.text(Field.START_AT)).hasToString("2027-01-08T14:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "\"Wed, Jun 03 @ 8:00am XYZ\"", "{}", "false", "7"})
    void guessesNoYearWhenTheBookingCannotBeRead(String booked) {
        InterviewDraft draft =
                Fountain.map(
                        "{\"id\":\"1\",\"booked_time\":"
                                + booked
                                + ",\"start_time\":\"Wed, Jun 03 @ 9:00am PDT\","
                                + "\"end_time\":\"2026-06-03T17:00:00Z\"}",
                        ONE);
        assertThat(draft.text(Field.CREATED_AT).isPresent()).isFalse();
        assertThat(draft.text(Field.START_AT).isPresent()).isFalse();
        assertThat(draft.text(Field.END_AT)).hasToString("2026-06-03T17:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"later\"", "{}", "false"})
    void tellsNoStatusByTheStartWhenTheEndCannotBeRead(String end) {
        assertThat(
                        Fountain.map(
                                        "{\"start_time\":\"2020-01-01T00:00:00Z\",\"end_time\":"
                                                + end
                                                + "}",
                                        ONE)
                                .status())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "7", "[]", "\"\u00a0\""})
    void takesNothingButTextForAPlace(String place) {
        assertThat(Fountain.map("{\"location\":" + place + "}", ONE).text(Field.LOCATION))
                .isEqualTo(Text.absent());
    }

    @Test
    void takesTimesWithoutADesignatorForTheAccountsZone() {
        Query query =
                Query.builder(Fountain.settings("time_zone", "Europe/Berlin"))
                        .values(Filter.CANDIDATE_ID, List.of("a-1"))
                        .now(Fountain.NOW)
                        .build();
        InterviewDraft draft = Fountain.map("{\"start_time\":\"Fri, Jan 08 @ 9:00am\"}", query);
        assertThat(draft.text(Field.START_AT)).hasToString("2027-01-08T08:00:00Z");
    }
}
