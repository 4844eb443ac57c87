package io.convene.core;

import java.util.Arrays;
import java.util.Optional;

/**
 * The status of an interview. A bundle leaves it out for a vendor's value that means none of these;
 * it never guesses.
 *
 * @since 1.0.0
 */
public enum InterviewStatus {
    /** Being prepared: no time is agreed on. */
    DRAFT("draft"),
    /** Agreed on. */
    SCHEDULED("scheduled"),
    /** Called off. */
    CANCELLED("cancelled"),
    /** Over, with feedback of interviewers missing. */
    AWAITING_FEEDBACK("awaiting_feedback"),
    /** Over, with nothing missing. */
    COMPLETED("completed");

    private final String text;

    InterviewStatus(String text) {
        this.text = text;
    }

    /** The value in an answer, such as {@code awaiting_feedback}. */
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
