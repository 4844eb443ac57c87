package io.convene.provider.ceipal;

import io.convene.core.spi.Settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where in a record a value is: the names of members, of which the first that has a value counts. A
 * dot leads into an object. Each list is a setting, such as {@code field_candidate}, because
 * Ceipal's own names are not public; the defaults follow its other records.
 */
enum CeipalField {
    ID("id, interview_id, interviewId", "the interview's id"),
    APPLICATION("submission_id, submissionId, submission.id", "the id of the submission"),
    CANDIDATE(
            "job_seeker_id, jobSeekerId, applicant_id, applicantId, candidate_id",
            "the id of the applicant"),
    JOB_INTERVIEW_STAGE(
            "interview_level, interview_round, level, round, interview_stage",
            "the level or round of the interview"),
    ORGANIZER("scheduled_by, organizer, created_by", "the id of the user who scheduled it"),
    INTERVIEWERS(
            "interviewers, interviewer_ids, interviewer, interviewer_id",
            "the interviewers: ids, objects with an id, or a comma list of ids"),
    LOCATION("interview_location, location, venue, address", "where the interview takes place"),
    DATE("interview_date, interviewDate, scheduled_date", "the day of the interview"),
    FROM_TIME(
            "from_time, fromTime, interview_start_time, start_time",
            "when it begins: a time of day, or a date with one"),
    TO_TIME(
            "to_time, toTime, interview_end_time, end_time",
            "when it ends: a time of day, or a date with one"),
    TIME_ZONE(
            "time_zone, timezone, timeZone",
            "the zone of the two times: an IANA or Windows name, or an offset"),
    STATUS("interview_status, interviewStatus, status", "the status in words"),
    CREATED_AT("created, created_at, created_on", "when the record was made"),
    UPDATED_AT("modified, modified_at, updated_at, modified_on", "when it was last changed");

    private static final Map<CeipalField, List<String>> DEFAULTS =
            Arrays.stream(values())
                    .collect(Collectors.toMap(field -> field, field -> list(field.defaultNames)));

    private final String defaultNames;
    private final String meaning;

    CeipalField(String defaultNames, String meaning) {
        this.defaultNames = defaultNames;
        this.meaning = meaning;
    }

    /** The setting's name. */
    String setting() {
        return "field_" + name().toLowerCase(Locale.ROOT);
    }

    String defaultNames() {
        return defaultNames;
    }

    String description() {
        return "The members of a record that may hold " + meaning + ", in order, with commas.";
    }

    /** The names of members to try, in order. */
    List<String> names(Settings settings) {
        String names = settings.text(setting());
        return names.equals(defaultNames) ? DEFAULTS.getOrDefault(this, List.of()) : list(names);
    }

    private static List<String> list(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
