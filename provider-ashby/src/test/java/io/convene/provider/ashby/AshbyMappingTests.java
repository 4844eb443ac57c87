package io.convene.provider.ashby;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AshbyMappingTests {
    @Test
    void makesOneInterviewOfAScheduleWithManyEvents() {
        InterviewDraft interview = Ashby.map(Ashby.schedules().get(0));

        assertText(interview, Field.ID, "5a0c1f6e-0001-4c1e-9d10-000000000001");
        assertText(interview, Field.APPLICATION, "5a0c1f6e-00aa-4c1e-9d10-00000000000a");
        assertText(interview, Field.JOB_INTERVIEW_STAGE, "5a0c1f6e-00bb-4c1e-9d10-00000000000b");
        assertText(interview, Field.ORGANIZER, "user-coordinator");
        assertText(interview, Field.LOCATION, "Room “Aalto”");
        assertText(interview, Field.START_AT, "2026-03-10T09:30:00Z");
        assertText(interview, Field.END_AT, "2026-03-10T16:45:00Z");
        assertText(interview, Field.CREATED_AT, "2026-03-01T08:15:30.250Z");
        assertText(interview, Field.UPDATED_AT, "2026-03-02T08:00:00Z");
        assertText(interview, Field.CANDIDATE, "");
        assertThat(interview.status()).contains(InterviewStatus.SCHEDULED);
        assertThat(Ashby.interviewers(interview))
                .containsExactly("user-2", "user-1", "user-3", "user-4");
    }

    @Test
    void keepsADraftWithoutEvents() {
        InterviewDraft interview = Ashby.map(Ashby.schedules().get(1));

        assertText(interview, Field.CREATED_AT, "2026-03-03T10:00:00.000Z");
        assertText(interview, Field.ORGANIZER, "");
        assertText(interview, Field.START_AT, "");
        assertText(interview, Field.END_AT, "");
        assertText(interview, Field.LOCATION, "");
        assertThat(interview.interviewers()).isEmpty();
        assertThat(interview.status()).contains(InterviewStatus.DRAFT);
    }

    @Test
    void takesTheOrganizerAsAPlainId() {
        InterviewDraft interview = Ashby.map(Ashby.schedules().get(2));

        assertText(interview, Field.ORGANIZER, "user-plain");
        assertText(interview, Field.CREATED_AT, "");
        assertThat(interview.status()).contains(InterviewStatus.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({
        "NeedsScheduling, DRAFT",
        "SchedulingRequested, DRAFT",
        "WaitingOnCandidateBooking, DRAFT",
        "WaitingOnCandidateAvailability, DRAFT",
        "CandidateAvailabilitySubmitted, DRAFT",
        "OnHold, DRAFT",
        "Scheduled, SCHEDULED",
        "WaitingOnFeedback, AWAITING_FEEDBACK",
        "Complete, COMPLETED",
        "Cancelled, CANCELLED",
    })
    void knowsAshbysStatuses(String ashby, InterviewStatus status) {
        assertThat(Ashby.map("{\"status\":\"" + ashby + "\"}").status()).contains(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Unknown\"", "\"scheduled\"", "\"Paused\"", "\"\"", "null", "7"})
    void neverGuessesAStatus(String ashby) {
        assertThat(Ashby.map("{\"status\":" + ashby + "}").status()).isEmpty();
    }

    @Test
    void fallsBackOnTheFirstLinkWhenNoEventNamesAPlace() {
        InterviewDraft interview =
                Ashby.map(
                        """
                        {"interviewEvents":[{"location":" "},
                          {"location":null,"meetingLink":"https://meet.example.com/1"},
                          {"meetingLink":"https://meet.example.com/2"}]}
                        """);

        assertText(interview, Field.LOCATION, "https://meet.example.com/1");
    }

    @Test
    void comparesTimesAsInstantsAndNotAsText() {
        InterviewDraft interview =
                Ashby.map(
                        """
                        {"interviewEvents":[
                          {"startTime":"2026-05-04T23:30:00-08:00","endTime":"2026-05-05T00:30:00-08:00"},
                          {"startTime":"2026-05-05T07:00:00.5Z","endTime":"2026-05-05T08:00:00.125Z"}]}
                        """);

        assertText(interview, Field.START_AT, "2026-05-05T07:00:00.5Z");
        assertText(interview, Field.END_AT, "2026-05-05T08:30:00Z");
    }

    @Test
    void knowsNoEarliestOrLatestTimeWhenOneCannotBeRead() {
        InterviewDraft interview =
                Ashby.map(
                        """
                        {"interviewEvents":[
                          {"startTime":"soon","endTime":null},
                          {"startTime":"2026-05-05T07:00:00Z","endTime":"2026-05-05T08:00:00Z"},
                          {"startTime":"later","endTime":1777968000000}]}
                        """);

        assertText(interview, Field.START_AT, "");
        assertText(interview, Field.END_AT, "");
        assertText(
                Ashby.map("{\"interviewEvents\":[{\"startTime\":\"soon\"}]}"), Field.START_AT, "");
    }

    @Test
    void looksPastTimesThatAreMissing() {
        InterviewDraft interview =
                Ashby.map(
                        """
                        {"interviewEvents":[
                          {"startTime":null,"endTime":" "},
                          {"startTime":"2026-05-05T07:00:00Z","endTime":"2026-05-05T08:00:00Z"},{}]}
                        """);

        assertText(interview, Field.START_AT, "2026-05-05T07:00:00Z");
        assertText(interview, Field.END_AT, "2026-05-05T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "{}", "false", "7"})
    void datesNoScheduleByItsEventsWhenItsOwnDateCannotBeRead(String created) {
        assertText(
                Ashby.map(
                        "{\"createdAt\":"
                                + created
                                + ",\"interviewEvents\":[{\"createdAt\":\"2026-04-01T00:00:00Z\"}]}"),
                Field.CREATED_AT,
                "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"user-1\"}",
                "\"user-1\"",
                "\"{\\\"id\\\":\\\"user-1\\\",\\\"firstName\\\":\\\"A\\\"}\""
            })
    void findsTheOrganizerInEveryShape(String user) {
        assertText(Ashby.map("{\"scheduledBy\":" + user + "}"), Field.ORGANIZER, "user-1");
    }

    @Test
    void datesAScheduleWithoutCreationByItsEarliestEvent() {
        InterviewDraft interview =
                Ashby.map(
                        """
                        {"createdAt":null,"interviewEvents":[
                          {"createdAt":"2026-04-02T00:00:00Z"},{"createdAt":"2026-04-01T00:00:00Z"}]}
                        """);

        assertText(interview, Field.CREATED_AT, "2026-04-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"interviewerUserIds\":[\"user-1\",\"user-2\"]",
                "\"interviewers\":null,\"interviewerUserIds\":[\"user-1\",\"user-2\"]",
                "\"interviewers\":[],\"interviewerUserIds\":[\"user-1\",\"user-2\",\"user-1\"]",
                "\"interviewers\":[{\"id\":null}],\"interviewerUserIds\":[\"user-1\",\"user-2\"]",
                "\"interviewers\":[\"user-1\",\"user-2\"]",
                "\"interviewers\":[{\"id\":\"user-1\"},null,{},{\"id\":\"user-2\"}]",
            })
    void findsTheInterviewersInEveryShape(String event) {
        assertThat(Ashby.interviewers(Ashby.map("{\"interviewEvents\":[{" + event + "}]}")))
                .containsExactly("user-1", "user-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "7",
                "{\"id\":null,\"interviewEvents\":null,\"scheduledBy\":[]}",
                "{\"interviewEvents\":{\"startTime\":\"2026-05-05T07:00:00Z\"}}",
                "{\"id\":false,\"applicationId\":true,\"interviewStageId\":true,\"scheduledBy\":false}",
                "{\"scheduledBy\":\"{\\\"id\\\":\",\"interviewEvents\":[{\"interviewers\":[true,\"[1]\"]}]}",
                "{\"interviewEvents\":[{\"location\":true,\"meetingLink\":7,\"startTime\":false}]}",
                "{\"interviewEvents\":[null,7,\"x\",[],{\"interviewers\":\"user-1\"}]}",
            })
    void leavesOutWhatIsOddlyTyped(String schedule) {
        InterviewDraft interview = Ashby.map(schedule);

        for (Field field : Field.values()) {
            assertText(interview, field, "");
        }
        assertThat(interview.interviewers()).isEmpty();
        assertThat(interview.status()).isEmpty();
    }

    private static void assertText(InterviewDraft interview, Field field, String expected) {
        assertThat(interview.text(field).string()).as(field.text()).isEqualTo(expected);
    }
}
