package io.convene.launcher.admission;

import java.time.Duration;

/**
 * How many requests may be in progress, and how long others wait.
 *
 * @param maxRequests the most requests in progress, 1 or more
 * @param queue how long a request may wait for its place; zero refuses it at once
 * @param answerBytes the most memory for answers under construction
 * @param shares how much of that one account, token or vendor may use
 */
public record AdmissionConfig(int maxRequests, Duration queue, long answerBytes, Shares shares) {
    private static final int PLACES_FOR_ONE_THAT_WAITS = 8;

    public AdmissionConfig {
        if (maxRequests < 1 || queue.isNegative() || answerBytes < 1) {
            throw new IllegalArgumentException("a limit of the admission is too small");
        }
    }

    /** How many requests may wait for a place: an eighth of those in progress, at least one. */
    int maxWaiting() {
        return Math.max(1, maxRequests / PLACES_FOR_ONE_THAT_WAITS);
    }
}
