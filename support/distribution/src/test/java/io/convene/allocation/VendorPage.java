package io.convene.allocation;

import io.convene.core.Filter;
import io.convene.core.spi.VendorRequest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A page of interviews as each vendor documents it, and the other responses that the page needs. A
 * change of one changes the measurement: write a new baseline then.
 */
enum VendorPage {
    ASHBY(100) {
        @Override
        String body(VendorRequest request) {
            String results =
                    records(
                            """
                            {"id":"4f2d1c7a-95b1-4c0e-8a3e-00000000@@@@","status":"Scheduled",\
                            "applicationId":"0b9a63de-2f64-4f6d-9a51-00000000@@@@",\
                            "interviewStageId":"7c61b8f0-1f2e-4d8a-b5c9-2f0e7d3a9b11",\
                            "scheduledBy":{"id":"c2a5d3f1-5e0b-4a77-8d9c-6b1f4e2a7c33","firstName":"Zoë","lastName":"Liskov",\
                            "email":"zoe@example.com","globalRole":"Limited Access","isEnabled":true},\
                            "createdAt":"2026-03-01T09:30:00.000Z","updatedAt":"2026-03-02T10:45:00.000Z",\
                            "interviewEvents":[{"id":"9d7e0c52-6a4b-4f1d-b3c8-00000000@@@@",\
                            "interviewId":"e1f3a9c4-8b2d-4e60-9f17-5a6c0d4b2e88",\
                            "interviewScheduleId":"4f2d1c7a-95b1-4c0e-8a3e-00000000@@@@",\
                            "interviewers":[{"id":"a8c6e4b2-0d1f-4b3a-9c5e-7f2d8e6a4c00","firstName":"Søren","lastName":"Ito",\
                            "email":"soren@example.com","globalRole":"Limited Access","isEnabled":true,"isFeedbackRequired":true}],\
                            "createdAt":"2026-03-01T09:30:00.000Z","updatedAt":"2026-03-01T09:30:00.000Z",\
                            "startTime":"2026-03-10T13:15:00.000Z","endTime":"2026-03-10T14:00:00.000Z",\
                            "feedbackLink":"https://app.ashbyhq.com/interview-briefings/@@@@","hasSubmittedFeedback":false,\
                            "location":"Room \\"Ada\\", 3rd floor","meetingLink":null}]}\
                            """);
            return "{\"success\":true,\"results\":[" + results + "],\"moreDataAvailable\":false}";
        }
    },
    CEIPAL(50) {
        @Override
        String body(VendorRequest request) {
            String results =
                    records(
                            """
                            {"id":"Zk9tL3Q+a1/0@@@@==","submission_id":"c3Vi/1+A@@@@=","job_id":"am9i/1+A=",\
                            "job_seeker_id":"YXBw/1+A@@@@=","interview_level":"L2 &amp; Panel","interview_mode":"Video",\
                            "interviewers":"dXNl/1+A=, dXNl/2+A=","interview_location":"Tower B, 2nd floor",\
                            "interview_date":"2026-03-10","from_time":"10:30 AM","to_time":"11:15 AM","time_zone":"",\
                            "interview_status":"Internal Interview Scheduled","scheduled_by":"dXNl/9+A=",\
                            "created_by":"dXNl/8+A=","created":"2026-03-01 09:00:00","modified":"2026-03-02T04:05:06Z",\
                            "comments":"Bring a portfolio"}\
                            """);
            return "{\"count\":50,\"num_pages\":1,\"page_number\":1,\"limit\":50,\"next\":\"\",\"previous\":\"\",\"results\":["
                    + results
                    + "]}";
        }
    },
    FOUNTAIN(100) {
        @Override
        Map<Filter, List<String>> filters() {
            return Map.of(
                    Filter.CANDIDATE_ID,
                    IntStream.range(0, size()).mapToObj(i -> "a-" + i).toList());
        }

        @Override
        String body(VendorRequest request) {
            if (request.url().endsWith("/users")) {
                return """
                {"users":[{"id":"u-1","name":"Ines Varga","email":"ines@example.com"}]}\
                """;
            }
            String applicants =
                    records(
                            """
                            {"applicant_id":"a-@@@@","booked_slots":[{"id":"5f0c0000-0000-4000-8000-00000000@@@@",\
                            "start_time":"Thu, Nov 12 @ 2:05pm PST","end_time":"Thu, Nov 12 @ 2:35pm PST",\
                            "booked_time":"2026-11-09T07:15:42.123-08:00","location":"Depot 4, gate B",\
                            "recruiter":"Ines Varga","instructions":"Bring your licence","showed_up":"true",\
                            "stage_title":"Phone Interview"}]}\
                            """);
            return "[" + applicants + "]";
        }
    },
    GREENHOUSE(100) {
        @Override
        String body(VendorRequest request) {
            String ids = String.join(",", request.query().getOrDefault("interview_ids", List.of()));
            if (!ids.isEmpty()) {
                return Arrays.stream(ids.split(",", -1))
                        .map(id ->
                                """
                                {"id":9%s,"interview_id":%s,"user_id":4400002003,"email":"grace@example.com",\
                                "scorecard_id":5500003003,"response_status":"accepted",\
                                "created_at":"2026-03-10T19:22:07.000Z","updated_at":"2026-03-11T19:22:07.000Z"}\
                                """
                                        .formatted(id, id))
                        .collect(Collectors.joining(",", "[", "]"));
            }
            return "["
                    + records(
                            """
                            {"id":4038739@@@@,"job_id":4100001003,"application_id":4493756@@@@,"job_interview_id":6105017003,\
                            "status":"scheduled","starts_at":"2026-03-20T13:15:00.000Z","ends_at":"2026-03-20T14:15:00.000Z",\
                            "all_day_start_on":null,"all_day_end_on":null,"location":null,\
                            "video_conferencing_url":"https://zoom.example.com/j/@@@@","organizer_id":4400001003,\
                            "scheduled_at":"2026-03-10T19:22:07.000Z","external_event_id":"e-@@@@",\
                            "created_at":"2026-03-10T19:22:07.000Z","updated_at":"2026-03-11T19:22:07.000Z"}\
                            """)
                    + "]";
        }
    };

    private static final String NUMBER = "@@@@";

    private final int size;

    VendorPage(int size) {
        this.size = size;
    }

    /** How many interviews are on it. */
    int size() {
        return size;
    }

    /** The filters that the vendor requires. */
    Map<Filter, List<String>> filters() {
        return Map.of();
    }

    /** The vendor's answer. */
    abstract String body(VendorRequest request);

    /** The vendor's bytes. */
    byte[] bytes(VendorRequest request) {
        return body(request).getBytes(StandardCharsets.UTF_8);
    }

    /** So many records, in which a number of four digits takes the place of four at signs. */
    String records(String template) {
        return IntStream.range(0, size)
                .mapToObj(i -> template.replace(NUMBER, Integer.toString(1000 + i)))
                .collect(Collectors.joining(","));
    }
}
