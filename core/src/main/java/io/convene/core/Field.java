package io.convene.core;

/** A member of the unified interview, in the order in which an answer carries them. */
public enum Field {
    ID("id"),
    APPLICATION("application"),
    CANDIDATE("candidate"),
    JOB_INTERVIEW_STAGE("job_interview_stage"),
    ORGANIZER("organizer"),
    INTERVIEWERS("interviewers"),
    LOCATION("location"),
    START_AT("start_at"),
    END_AT("end_at"),
    STATUS("status"),
    CREATED_AT("created_at"),
    UPDATED_AT("updated_at"),
    /** The vendor's own bytes for the record. */
    REMOTE_DATA("remote_data");

    private final String text;

    Field(String text) {
        this.text = text;
    }

    /** The member's name in an answer, such as {@code start_at}. */
    public String text() {
        return text;
    }
}
