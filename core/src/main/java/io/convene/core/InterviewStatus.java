package io.convene.core;

/** Where an interview stands. A vendor's value outside this set is left absent, never guessed. */
public enum InterviewStatus {
    DRAFT("draft"),
    SCHEDULED("scheduled"),
    CANCELLED("cancelled"),
    AWAITING_FEEDBACK("awaiting_feedback"),
    COMPLETED("completed");

    private final String text;

    InterviewStatus(String text) {
        this.text = text;
    }

    /** The value as it stands in an answer, such as {@code awaiting_feedback}. */
    public String text() {
        return text;
    }
}
