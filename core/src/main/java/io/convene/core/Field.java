package io.convene.core;

/**
 * A member of the unified interview, in the order in which an answer carries them. A bundle names
 * those that it fills in its {@link io.convene.core.spi.Support}; {@link #ID} and {@link
 * #REMOTE_DATA} need not be named.
 *
 * @since 1.0.0
 */
public enum Field {
    /** The interview's own id, which every interview has. */
    ID("id"),
    /** The application that the interview belongs to. */
    APPLICATION("application"),
    /** The candidate. */
    CANDIDATE("candidate"),
    /** The interview stage of the job. */
    JOB_INTERVIEW_STAGE("job_interview_stage"),
    /** The user who organises the interview. */
    ORGANIZER("organizer"),
    /** The users who interview. */
    INTERVIEWERS("interviewers"),
    /** A room, an address or a link. */
    LOCATION("location"),
    /** When it begins. */
    START_AT("start_at"),
    /** When it ends. */
    END_AT("end_at"),
    /** Its {@link InterviewStatus}. */
    STATUS("status"),
    /** When the vendor's record was made. */
    CREATED_AT("created_at"),
    /** When the vendor's record was last changed. */
    UPDATED_AT("updated_at"),
    /** The vendor's own bytes for the record. The host fills it, not the bundle. */
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
