package io.convene.sandbox.greenhouse;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One list endpoint: its rows, highest id first, and the parameters it takes. */
record Resource(String name, List<Row> rows, Map<String, Parameter> parameters) {

    static Resource of(String name, List<Row> rows, Map<String, Parameter> own) {
        Map<String, Parameter> parameters = new LinkedHashMap<>(own);
        parameters.put("ids", new Parameter.Ids("id"));
        parameters.put("created_at", new Parameter.Moments("created_at"));
        parameters.put("updated_at", new Parameter.Moments("updated_at"));
        List<Row> sorted =
                rows.stream().sorted(Comparator.comparingLong(Row::id).reversed()).toList();
        return new Resource(name, sorted, Map.copyOf(parameters));
    }

    static List<Resource> all(Company company, Interviews interviews) {
        return List.of(
                of("interviews", interviews.rows(), interviewParameters()),
                of(
                        "interviewers",
                        interviews.panels().values().stream().flatMap(List::stream).toList(),
                        Map.of(
                                "interview_ids", new Parameter.Ids("interview_id"),
                                "user_ids", new Parameter.Ids("user_id"),
                                "scorecard_ids", new Parameter.Ids("scorecard_id"),
                                "response_status",
                                        Parameter.OneOf.words(
                                                "response_status",
                                                "needs_action",
                                                "declined",
                                                "tentative",
                                                "accepted"))),
                of(
                        "job_interviews",
                        company.slots(),
                        Map.of(
                                "job_ids", new Parameter.Ids("job_id"),
                                "job_interview_stage_ids",
                                        new Parameter.Ids("job_interview_stage_id"),
                                "active", new Parameter.Flag("active"),
                                "scheduling_type",
                                        Parameter.OneOf.words(
                                                "scheduling_type",
                                                "none",
                                                "needs_scheduling",
                                                "take_home_test",
                                                "offer"))),
                of(
                        "job_interview_stages",
                        company.stages(),
                        Map.of(
                                "job_ids",
                                new Parameter.Ids("job_id"),
                                "active",
                                new Parameter.Flag("active"))),
                of("applications", company.applications(), applicationParameters()),
                of(
                        "users",
                        company.users(),
                        Map.of(
                                "deactivated", new Parameter.Flag("deactivated"),
                                "primary_email", new Parameter.Exactly("primary_email"),
                                "show_service_accounts", new Parameter.Accepted())));
    }

    private static Map<String, Parameter> interviewParameters() {
        return Map.of(
                "job_ids", new Parameter.Ids("job_id"),
                "application_ids", new Parameter.Ids("application_id"),
                "job_interview_ids", new Parameter.Ids("job_interview_id"),
                "organizer_ids", new Parameter.Ids("organizer_id"),
                "starts_at", new Parameter.Moments("starts_at"),
                "ends_at", new Parameter.Moments("ends_at"),
                "all_day_start_on", new Parameter.Days("all_day_start_on"),
                "all_day_end_on", new Parameter.Days("all_day_end_on"),
                "external_event_id", new Parameter.Exactly("external_event_id"),
                "status",
                        Parameter.OneOf.words(
                                "status", Interviews.STATUSES.toArray(String[]::new)));
    }

    private static Map<String, Parameter> applicationParameters() {
        // The filter says active where the field says in_process.
        Map<String, String> statuses =
                Map.of(
                        "active",
                        "in_process",
                        "rejected",
                        "rejected",
                        "hired",
                        "hired",
                        "converted",
                        "converted");
        return Map.of(
                "candidate_ids", new Parameter.Ids("candidate_id"),
                "job_ids", new Parameter.Ids("job_id"),
                "stage_ids", new Parameter.Ids("stage_id"),
                "stage_name", new Parameter.Exactly("stage_name"),
                "status", new Parameter.OneOf("status", statuses),
                "last_activity_at", new Parameter.Moments("last_activity_at"),
                "prospect", new Parameter.Flag("prospect"));
    }
}
