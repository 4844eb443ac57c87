package io.convene.core;

import java.util.Arrays;
import java.util.Optional;

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

    /**
     * The status with that text.
     *
     * @param text a status of an answer, such as {@code awaiting_feedback}
     * @return empty when this version does not know it
     * @since 1.0.0
     */
    public static Optional<InterviewStatus> of(String text) {
        return Arrays.stream(values()).filter(status -> status.text.equals(text)).findFirst();
    }
}
