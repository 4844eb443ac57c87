package io.convene.provider.ceipal;

import io.convene.core.InterviewStatus;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The status, which Ceipal's customers word as they like. Only words that leave no doubt count;
 * outcomes such as "Selected" or "Rejected" and a mere "Rescheduled" do not give an interview's
 * status.
 */
final class CeipalStatuses {
    private static final List<String> CANCELLED = List.of("cancelled", "canceled");
    private static final List<String> COMPLETED = List.of("completed", "complete");
    private static final List<String> WAITING =
            List.of("awaiting", "awaited", "waiting", "pending");
    private static final List<String> NOT_YET = List.of("not", "be", "yet", "pending", "awaiting");

    private CeipalStatuses() {}

    /** The status that the words mean, if they are known. */
    static Optional<InterviewStatus> of(String text) {
        Set<String> words =
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                        .collect(Collectors.toSet());
        if (words.contains("feedback") && hasAny(words, WAITING)) {
            return Optional.of(InterviewStatus.AWAITING_FEEDBACK);
        }
        boolean isNotYet = hasAny(words, NOT_YET);
        if (hasAny(words, CANCELLED)) {
            return isNotYet ? Optional.empty() : Optional.of(InterviewStatus.CANCELLED);
        }
        if (hasAny(words, COMPLETED)) {
            return isNotYet ? Optional.empty() : Optional.of(InterviewStatus.COMPLETED);
        }
        if (words.contains("draft") || words.contains("unscheduled")) {
            return Optional.of(InterviewStatus.DRAFT);
        }
        if (words.contains("scheduled")) {
            return Optional.of(isNotYet ? InterviewStatus.DRAFT : InterviewStatus.SCHEDULED);
        }
        return Optional.empty();
    }

    private static boolean hasAny(Set<String> words, List<String> wanted) {
        return !Collections.disjoint(words, wanted);
    }
}
