package io.convene.sandbox.greenhouse;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One list endpoint: its rows, highest id first, and the parameters it takes. */
record Resource(String name, List<TableRow> rows, Map<String, FilterRule> parameters) {

    static Resource of(String name, List<TableRow> rows, Map<String, FilterRule> own) {
        Map<String, FilterRule> parameters = new LinkedHashMap<>(own);
        parameters.put("ids", new FilterRule.IdList("id"));
        parameters.put("created_at", new FilterRule.Moments("created_at"));
        parameters.put("updated_at", new FilterRule.Moments("updated_at"));
        List<TableRow> sorted =
                rows.stream().sorted(Comparator.comparingLong(TableRow::id).reversed()).toList();
        return new Resource(name, sorted, Map.copyOf(parameters));
    }

    static List<Resource> all(Company company, GreenhouseRecords interviews) {
        return List.of(
                of("interviews", interviews.rows(), interviewParameters()),
                of(
                        "interviewers",
                        interviews.panels().values().stream().flatMap(List::stream).toList(),
                        Map.of(
                                "interview_ids", new FilterRule.IdList("interview_id"),
                                "user_ids", new FilterRule.IdList("user_id"),
                                "scorecard_ids", new FilterRule.IdList("scorecard_id"),
                                "response_status",
                                        FilterRule.OneOf.words(
                                                "response_status",
                                                "needs_action",
                                                "declined",
                                                "tentative",
                                                "accepted"))),
                of(
                        "job_interviews",
                        company.slots(),
                        Map.of(
                                "job_ids", new FilterRule.IdList("job_id"),
                                "job_interview_stage_ids",
                                        new FilterRule.IdList("job_interview_stage_id"),
                                "active", new FilterRule.Flag("active"),
                                "scheduling_type",
                                        FilterRule.OneOf.words(
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
                                new FilterRule.IdList("job_id"),
                                "active",
                                new FilterRule.Flag("active"))),
                of("applications", company.applications(), applicationParameters()),
                of(
                        "users",
                        company.users(),
                        Map.of(
                                "deactivated", new FilterRule.Flag("deactivated"),
                                "primary_email", new FilterRule.Exactly("primary_email"),
                                "show_service_accounts", new FilterRule.Accepted())));
    }

    private static Map<String, FilterRule> interviewParameters() {
        return Map.of(
                "job_ids", new FilterRule.IdList("job_id"),
                "application_ids", new FilterRule.IdList("application_id"),
                "job_interview_ids", new FilterRule.IdList("job_interview_id"),
                "organizer_ids", new FilterRule.IdList("organizer_id"),
                "starts_at", new FilterRule.Moments("starts_at"),
                "ends_at", new FilterRule.Moments("ends_at"),
                "all_day_start_on", new FilterRule.Days("all_day_start_on"),
                "all_day_end_on", new FilterRule.Days("all_day_end_on"),
                "external_event_id", new FilterRule.Exactly("external_event_id"),
                "status",
                        FilterRule.OneOf.words(
                                "status", GreenhouseRecords.STATUSES.toArray(String[]::new)));
    }

    private static Map<String, FilterRule> applicationParameters() {
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
                "candidate_ids", new FilterRule.IdList("candidate_id"),
                "job_ids", new FilterRule.IdList("job_id"),
                "stage_ids", new FilterRule.IdList("stage_id"),
                "stage_name", new FilterRule.Exactly("stage_name"),
                "status", new FilterRule.OneOf("status", statuses),
                "last_activity_at", new FilterRule.Moments("last_activity_at"),
                "prospect", new FilterRule.Flag("prospect"));
    }
}
