package io.convene.core;

/**
 * What a caller can narrow a list by. Which of them an integration takes is said by its {@code
 * Support}.
 */
public enum Filter {
    APPLICATION_ID("application_id", Field.APPLICATION),
    CANDIDATE_ID("candidate_id", Field.CANDIDATE),
    JOB_INTERVIEW_STAGE_ID("job_interview_stage_id", Field.JOB_INTERVIEW_STAGE),
    CREATED_AT("created_at", Field.CREATED_AT),
    UPDATED_AT("updated_at", Field.UPDATED_AT),
    START_AT("start_at", Field.START_AT),
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

    /** The unified field that the filter speaks about. */
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
