package io.convene.endtoend.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.endtoend.Answer;
import io.convene.endtoend.PlainVendor;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Records in the shapes that the vendors document, from a server that is nothing like the sandbox.
 */
@Timeout(120)
class DocumentedPayloadTests {
    private static PlainVendor vendor;
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        vendor =
                PlainVendor.start()
                        .answer(
                                "/ashby/interviewSchedule.list",
                                """
                                {"success": true, "results": [
                                  {"id": "s-open", "status": "NeedsScheduling", "applicationId": "a-1", "interviewStageId": "st-1",
                                   "scheduledBy": null, "createdAt": "2026-05-02T08:00:00.000Z",
                                   "updatedAt": "2026-05-02T08:00:00.000Z", "interviewEvents": []},
                                  {"id": "s-onsite", "status": "WaitingOnFeedback", "applicationId": "a-2",
                                   "interviewStageId": "st-2", "scheduledBy": "u-9", "createdAt": "2026-05-03T08:00:00.000Z",
                                   "updatedAt": "2026-05-04T08:00:00.000Z", "interviewEvents": [
                                    {"id": "e-2", "startTime": "2026-05-11T09:00:00.000Z", "endTime": "2026-05-11T10:00:00.000Z",
                                     "location": null, "meetingLink": "https://meet.example.com/x",
                                     "interviewers": [{"id": "u-2"}, {"id": "u-1"}]},
                                    {"id": "e-1", "startTime": "2026-05-10T09:00:00.000Z", "endTime": "2026-05-10T10:00:00.000Z",
                                     "location": "Room 4", "interviewers": [{"id": "u-1"}, {"id": "u-3"}]}]},
                                  {"id": "s-old", "status": "SomethingNew", "applicationId": "a-3", "interviewStageId": "st-3",
                                   "scheduledBy": {"id": "u-7", "firstName": "Ada", "isEnabled": true},
                                   "interviewEvents": [
                                    {"id": "e-3", "createdAt": "2026-04-01T00:00:00Z", "startTime": "2026-05-01T15:00:00Z",
                                     "endTime": "2026-05-01T16:00:00Z", "interviewerUserIds": ["u-4"]}]}],
                                 "moreDataAvailable": false, "nextCursor": null}\
                                """)
                        .answer(
                                "/greenhouse/token",
                                """
                                {"access_token": "a.b.c", "token_type": "Bearer", "expires_in": 3600}\
                                """)
                        .answer(
                                "/greenhouse/v3/interviews",
                                """
                                [{"id": 40387397003, "application_id": 44937562003, "job_interview_id": 6105017003,
                                  "status": "scheduled", "starts_at": "2026-03-20T13:15:00.000Z",
                                  "ends_at": "2026-03-20T14:15:00.000Z", "all_day_start_on": null, "all_day_end_on": null,
                                  "location": null, "video_conferencing_url": "https://video.example.com/1",
                                  "organizer_id": 4400001003, "created_at": "2026-03-10T19:22:07.000Z",
                                  "updated_at": "2026-03-11T19:22:07.000Z"},
                                 {"id": 40387397001, "application_id": 44937562001, "status": "skipped", "starts_at": null,
                                  "ends_at": null, "all_day_start_on": "2026-06-20", "all_day_end_on": "2026-06-21"}]\
                                """)
                        .answer(
                                "/greenhouse/v3/interviewers",
                                """
                                [{"id": 1, "interview_id": 40387397003, "user_id": 4400002003, "email": null},
                                 {"id": 2, "interview_id": 40387397003, "user_id": null, "email": "guest@example.com"},
                                 {"id": 3, "interview_id": 40387397003, "user_id": 4400003003, "email": "x@example.com"}]\
                                """)
                        .answer(
                                "/greenhouse/v3/applications",
                                """
                                [{"id": 44937562003, "candidate_id": 77}, {"id": 44937562001, "candidate_id": 78}]\
                                """)
                        .answer(
                                "/greenhouse/v3/job_interviews",
                                """
                                [{"id": 6105017003, "job_interview_stage_id": 5418278003}]\
                                """)
                        .answer(
                                "/fountain/v2/applicants/ap-1/booked_slots",
                                """
                                {"booked_slots": [
                                  {"id": "slot-2", "start_time": "2026-06-04T09:00:00-07:00",
                                   "end_time": "2026-06-04T09:30:00-07:00", "booked_time": "2026-05-20T12:00:00-07:00",
                                   "location": "", "recruiter": "Owen", "showed_up": false, "stage_title": "Interview"},
                                  {"id": "slot-1", "start_time": "Wed, Jun 03 @11:27am PDT",
                                   "end_time": "Wed, Jun 03 @11:30am PDT", "location": "Seoul", "recruiter": "Nobody",
                                   "showed_up": "true"}]}\
                                """)
                        .answer(
                                "/fountain/v2/applicants/ap-1",
                                """
                                {"id": "ap-1", "funnel": {"id": "f-1"}}\
                                """)
                        .answer(
                                "/fountain/v2/funnels/f-1/stages",
                                """
                                {"stages": [{"id": "stage-9", "title": "Interview"}, {"id": "stage-8", "title": "Hired"}]}\
                                """)
                        .answer(
                                "/fountain/v2/users",
                                """
                                {"users": [{"id": "user-5", "name": "Owen", "email": "owen@example.com"}]}\
                                """);
        site =
                Site.over(Sandbox.builder().interviews(5).start(), folder)
                        .allow(vendor.host())
                        .account(
                                "ashby",
                                "ashby",
                                Map.of("api_key", "k"),
                                Map.of("base_url", url("/ashby")))
                        .account(
                                "greenhouse",
                                "greenhouse",
                                Map.of("client_id", "id", "client_secret", "secret"),
                                Map.of(
                                        "base_url",
                                        url("/greenhouse"),
                                        "token_url",
                                        url("/greenhouse/token")))
                        .account(
                                "fountain",
                                "fountain",
                                Map.of("api_key", "k"),
                                Map.of("base_url", url("/fountain/v2")))
                        .start();
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        vendor.close();
    }

    @Test
    void mapsAshbysSchedules() throws Exception {
        assertThat(unified("ashby", ""))
                .isEqualTo(
                        """
                        {"result":[\
                        {"id":"s-open","application":{"id":"a-1"},"job_interview_stage":{"id":"st-1"},"status":"draft",\
                        "created_at":"2026-05-02T08:00:00.000Z","updated_at":"2026-05-02T08:00:00.000Z"},\
                        {"id":"s-onsite","application":{"id":"a-2"},"job_interview_stage":{"id":"st-2"},"organizer":{"id":"u-9"},\
                        "interviewers":[{"id":"u-2"},{"id":"u-1"},{"id":"u-3"}],"location":"Room 4",\
                        "start_at":"2026-05-10T09:00:00.000Z","end_at":"2026-05-11T10:00:00.000Z","status":"awaiting_feedback",\
                        "created_at":"2026-05-03T08:00:00.000Z","updated_at":"2026-05-04T08:00:00.000Z"},\
                        {"id":"s-old","application":{"id":"a-3"},"job_interview_stage":{"id":"st-3"},"organizer":{"id":"u-7"},\
                        "interviewers":[{"id":"u-4"}],"start_at":"2026-05-01T15:00:00Z","end_at":"2026-05-01T16:00:00Z",\
                        "created_at":"2026-04-01T00:00:00Z"}],\
                        "next_cursor":null,"prev_cursor":null,"result_count":3}\
                        """);
    }

    @Test
    void mapsGreenhousesRowsWithTheirPanels() throws Exception {
        assertThat(unified("greenhouse", "&expand[]=candidate&expand[]=job_interview_stage"))
                .isEqualTo(
                        """
                        {"result":[\
                        {"id":"40387397003","application":{"id":"44937562003"},"candidate":{"id":"77"},\
                        "job_interview_stage":{"id":"5418278003"},"organizer":{"id":"4400001003"},\
                        "interviewers":[{"id":"4400002003"},{"id":"4400003003"}],"location":"https://video.example.com/1",\
                        "start_at":"2026-03-20T13:15:00.000Z","end_at":"2026-03-20T14:15:00.000Z","status":"scheduled",\
                        "created_at":"2026-03-10T19:22:07.000Z","updated_at":"2026-03-11T19:22:07.000Z"},\
                        {"id":"40387397001","application":{"id":"44937562001"},"candidate":{"id":"78"},\
                        "start_at":"2026-06-20T00:00:00Z","end_at":"2026-06-21T00:00:00Z","status":"cancelled"}],\
                        "next_cursor":null,"prev_cursor":null,"result_count":2}\
                        """);
    }

    @Test
    void mapsFountainsSlotsInTheOrderOfTheirStart() throws Exception {
        String year =
                unified("fountain", "&candidate_id=ap-1")
                        .replaceAll("(?s).*\"start_at\":\"(\\d{4})-06-03T18.*", "$1");
        assertThat(LocalDate.parse(year + "-06-03").getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
        assertThat(unified("fountain", "&candidate_id=ap-1"))
                .contains(
                        """
                        {"id":"slot-2","candidate":{"id":"ap-1"},"job_interview_stage":{"id":"stage-9"},\
                        "interviewers":[{"id":"user-5"}],"start_at":"2026-06-04T16:00:00Z","end_at":"2026-06-04T16:30:00Z",\
                        "status":"cancelled","created_at":"2026-05-20T19:00:00Z"}\
                        """);
        assertThat(site.interviews("fountain", "&candidate_id=ap-1").ids())
                .containsExactly("slot-1", "slot-2");
    }

    private static String unified(String account, String query) throws Exception {
        Answer answer =
                site.interviews(
                        account, "&truto_ignore_remote_data=true" + query.replace("[]", "%5B%5D"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private static String url(String path) {
        return "http://" + vendor.host() + path;
    }
}
