package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.spi.Position;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CeipalMappingTests {
    private final List<Item> records =
            Ceipal.page(Ceipal.fixture("interviews.json"), Position.start(), 5).items();

    @Test
    void mapsAFullRecord() {
        InterviewDraft interview = Ceipal.map(records.get(0), "time_zone", "Asia/Kolkata");

        assertText(interview, Field.ID, "Zk9tL3Q+a1/0Pz==");
        assertText(interview, Field.APPLICATION, "c3Vi/1+A=");
        assertText(interview, Field.CANDIDATE, "YXBw/1+A=");
        assertText(interview, Field.JOB_INTERVIEW_STAGE, "L2 & Panel");
        assertText(interview, Field.ORGANIZER, "dXNl/9+A=");
        assertThat(Ceipal.interviewers(interview)).containsExactly("dXNl/1+A=", "dXNl/2+A=");
        assertText(interview, Field.LOCATION, "Tower B – Café — 2nd floor");
        assertText(interview, Field.START_AT, "2026-03-10T05:00:00Z");
        assertText(interview, Field.END_AT, "2026-03-10T05:45:00Z");
        assertText(interview, Field.CREATED_AT, "2026-03-01T03:30:00Z");
        assertText(interview, Field.UPDATED_AT, "2026-03-02T04:05:06Z");
        assertThat(interview.status()).contains(InterviewStatus.SCHEDULED);
    }

    @Test
    void looksUnderOtherNamesWhereTheFirstIsEmpty() {
        InterviewDraft interview = Ceipal.map(records.get(1));

        assertText(interview, Field.ID, "4711");
        assertText(interview, Field.APPLICATION, "c3Vi/2+A=");
        assertText(interview, Field.CANDIDATE, "YXBw/2+A=");
        assertText(interview, Field.JOB_INTERVIEW_STAGE, "Final Round");
        assertText(interview, Field.ORGANIZER, "dXNl/8+A=");
        assertThat(Ceipal.interviewers(interview)).containsExactly("dXNl/3+A=", "12");
        assertText(interview, Field.LOCATION, "Room 7");
        assertText(interview, Field.START_AT, "");
        assertText(interview, Field.END_AT, "");
        assertText(interview, Field.CREATED_AT, "2026-03-04T18:00:00Z");
        assertText(interview, Field.UPDATED_AT, "");
        assertThat(interview.status()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "\"x\"",
                "{\"id\":\"\",\"submission_id\":\"0\",\"job_seeker_id\":0,\"created_by\":\" \"}",
                "{\"id\":[],\"submission_id\":{},\"interviewers\":{},\"venue\":[\"x\"]}",
                "{\"interviewers\":\"0\",\"venue\":\"&nbsp;\",\"created\":\"\",\"modified\":null}",
                "{\"interviewers\":\" , ,0,\",\"interview_status\":\"0\",\"status\":{}}",
                "{\"interviewers\":[\"\",\"0\",0,null,{},[],{\"id\":\"0\"},{\"name\":\"Asha\"}]}",
                "{\"interviewers\":\"Asha Kumar, asha@example.com\"}",
                "{\"created\":\"Open Until Filled\",\"modified\":\"0000-00-00 00:00:00\"}",
                "{\"interview_date\":\"2026-03-10\"}",
                "{\"from_time\":\"10:00\",\"to_time\":\"11:00\"}",
                "{\"id\":false,\"submission_id\":true,\"job_seeker_id\":false,\"created_by\":true}",
                "{\"venue\":false,\"location\":true,\"address\":7,\"level\":false,\"status\":true}",
                "{\"interviewers\":\"[{\\\"name\\\":\\\"Asha\\\"}]\",\"venue\":\"\u00a0\u2003\"}",
                "{\"interviewers\":\"[{\\\"id\\\":\",\"interviewer\":\"[u1, u2]\"}",
                "{\"interviewers\":true,\"interviewer_ids\":false,\"organizer\":\"[1]\"}",
            })
    void leavesOutWhatIsEmptyOrOddlyTyped(String record) {
        InterviewDraft interview = Ceipal.map(record);

        for (Field field : Field.values()) {
            assertText(interview, field, "");
        }
        assertThat(interview.interviewers()).isEmpty();
        assertThat(interview.status()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"interviewers\":\"u1\"",
                "\"interviewers\":\"u1,u1\"",
                "\"interviewers\":[\"u1\"]",
                "\"interviewers\":[\" u1 , u1\"]",
                "\"interviewers\":[{\"id\":\"u1\"},{\"user_id\":\"u1\"}]",
                "\"interviewers\":{\"id\":\"u1\"}",
                "\"interviewers\":\"\",\"interviewer_ids\":[\"u1\"]",
                "\"interviewers\":\"Asha Kumar\",\"interviewer_id\":\"u1\"",
                "\"interviewers\":\"asha@example.com, u1\"",
                "\"interviewers\":\"[{\\\"id\\\":\\\"u1\\\"}]\"",
                "\"interviewers\":\" [\\\"u1\\\",\\\"u1\\\"] \"",
                "\"interviewers\":\"{\\\"user_id\\\":\\\"u1\\\",\\\"name\\\":\\\"Asha\\\"}\"",
                "\"interviewers\":\"[{&quot;id&quot;:&quot;u1&quot;}]\"",
                "\"interviewers\":[\"{\\\"id\\\":\\\"u1\\\"}\",true,false]",
                "\"interviewers\":\"\u00a0u1\u202f,\ufeffu1\"",
                "\"interviewers\":\"Asha\u00a0Kumar,u1\"",
                "\"interviewers\":[{\"id\":false,\"user_id\":\"u1\"}]",
                "\"interviewers\":false,\"interviewer_ids\":[\"u1\"]",
            })
    void findsTheInterviewersInEveryShape(String members) {
        assertThat(Ceipal.interviewers(Ceipal.map("{" + members + "}"))).containsExactly("u1");
    }

    @Test
    void followsTheAccountsOwnNames() {
        String record =
                "{\"applicant_id\":\"a\",\"person\":{\"ref\":{\"key\":\"p\"}},\"when\":\"2026-05-01\"}";

        assertText(
                Ceipal.map(record, "field_candidate", " x , person.ref.key "),
                Field.CANDIDATE,
                "p");
        assertText(
                Ceipal.map(record, "field_created_at", "when"),
                Field.CREATED_AT,
                "2026-05-01T00:00:00Z");
        assertText(Ceipal.map(record, "field_candidate", "person.no.key"), Field.CANDIDATE, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Use &nbsp; and &#39;quotes&#39; | Use   and 'quotes'",
                "&lt;b&gt; &quot;A&quot; &amp; &apos;B&apos; | <b> \"A\" & 'B'",
                "Caf&#xE9; &#X1F600;&hellip; | Café 😀…",
                "&amp;#39; | &#39;",
                "&unknown; &#0; &#xD800; &#9999999; &; a&b | &unknown; &#0; &#xD800; &#9999999; &; a&b",
                "$1 \\ &amp; | $1 \\ &",
                "S&atilde;o &middot; Caf&#233; | São · Café",
                "&Eacute;cole &Zcaron;&icirc;&NotEqualTilde;&rarr;&hearts;&frac12; | École Žî≂̸→♥½",
                "&#128;&#x80;&#146;&#x9F;&#0150; | €€’Ÿ–",
                "&#x0000E9;&#000000233; | éé",
                "&copy 2026 ?a=1&reg=2&lt=3 | &copy 2026 ?a=1&reg=2&lt=3",
            })
    void decodesEntitiesOnce(String encoded, String decoded) {
        assertThat(CeipalText.decode(encoded)).isEqualTo(decoded);
    }

    @ParameterizedTest
    @CsvSource({
        "Scheduled, SCHEDULED",
        "L1 Interview Scheduled, SCHEDULED",
        "INTERVIEW-SCHEDULED, SCHEDULED",
        "Completed, COMPLETED",
        "interview complete, COMPLETED",
        "Cancelled, CANCELLED",
        "Canceled by client, CANCELLED",
        "Scheduled - cancelled, CANCELLED",
        "Awaiting Feedback, AWAITING_FEEDBACK",
        "Feedback Pending, AWAITING_FEEDBACK",
        "Completed - feedback awaited, AWAITING_FEEDBACK",
        "Draft, DRAFT",
        "To be scheduled, DRAFT",
        "Not Scheduled, DRAFT",
        "Unscheduled, DRAFT",
    })
    void recognisesStatusesInWords(String words, InterviewStatus status) {
        assertThat(CeipalStatuses.of(words)).contains(status);
        assertThat(Ceipal.map("{\"status\":\"" + words + "\"}").status()).contains(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "Rescheduled",
                "L2 Rejected",
                "Selected",
                "No Show",
                "Confirmed",
                "Not completed",
                "To be completed",
                "Incomplete",
                "Not cancelled",
                "Feedback given",
                "Pending",
            })
    void neverGuessesAStatus(String words) {
        assertThat(CeipalStatuses.of(words)).isEmpty();
    }

    private static void assertText(InterviewDraft interview, Field field, String expected) {
        assertThat(Ceipal.text(interview, field)).as(field.text()).isEqualTo(expected);
    }
}
