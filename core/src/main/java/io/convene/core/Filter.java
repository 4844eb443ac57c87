package io.convene.core;

/**
 * A condition on interviews that a caller can set. A bundle names the filters that it supports, and
 * who evaluates each, in its {@link io.convene.core.spi.Support}; the host refuses the others.
 *
 * @since 1.0.0
 */
public enum Filter {
    /** Ids of applications, any of which may match. */
    APPLICATION_ID("application_id", Field.APPLICATION),
    /** Ids of candidates, any of which may match. */
    CANDIDATE_ID("candidate_id", Field.CANDIDATE),
    /** Ids of interview stages, any of which may match. */
    JOB_INTERVIEW_STAGE_ID("job_interview_stage_id", Field.JOB_INTERVIEW_STAGE),
    /** A range of times of creation. */
    CREATED_AT("created_at", Field.CREATED_AT),
    /** A range of times of the last change. */
    UPDATED_AT("updated_at", Field.UPDATED_AT),
    /** A range of starts. */
    START_AT("start_at", Field.START_AT),
    /** A range of ends. */
    END_AT("end_at", Field.END_AT);

    private final String text;
    private final Field field;

    Filter(String text, Field field) {
        this.text = text;
        this.field = field;
    }

    /** The query parameter's name, such as {@code created_at}. */
    public String text() {
        return text;
    }

    /** The unified field that the filter compares. */
    public Field field() {
        return field;
    }

    /** Whether the filter is a range of times; otherwise it is a set of ids. */
    public boolean isTime() {
        return switch (this) {
            case APPLICATION_ID, CANDIDATE_ID, JOB_INTERVIEW_STAGE_ID -> false;
            case CREATED_AT, UPDATED_AT, START_AT, END_AT -> true;
        };
    }
}
