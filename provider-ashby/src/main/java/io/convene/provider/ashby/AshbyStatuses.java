package io.convene.provider.ashby;

import static io.convene.core.InterviewStatus.AWAITING_FEEDBACK;
import static io.convene.core.InterviewStatus.CANCELLED;
import static io.convene.core.InterviewStatus.COMPLETED;
import static io.convene.core.InterviewStatus.DRAFT;
import static io.convene.core.InterviewStatus.SCHEDULED;

import static java.util.Map.entry;

import io.convene.core.InterviewStatus;
import io.convene.core.Text;

import java.util.Map;
import java.util.Optional;

/** The statuses of Ashby's schedules. Others, such as Ashby's own Unknown, say nothing. */
final class AshbyStatuses {
    private static final Map<Text, InterviewStatus> BY_NAME =
            Map.ofEntries(
                    entry(Text.of("NeedsScheduling"), DRAFT),
                    entry(Text.of("SchedulingRequested"), DRAFT),
                    entry(Text.of("WaitingOnCandidateBooking"), DRAFT),
                    entry(Text.of("WaitingOnCandidateAvailability"), DRAFT),
                    entry(Text.of("CandidateAvailabilitySubmitted"), DRAFT),
                    entry(Text.of("OnHold"), DRAFT),
                    entry(Text.of("Scheduled"), SCHEDULED),
                    entry(Text.of("WaitingOnFeedback"), AWAITING_FEEDBACK),
                    entry(Text.of("Complete"), COMPLETED),
                    entry(Text.of("Cancelled"), CANCELLED));

    private AshbyStatuses() {}

    /** The status of that name, if it is known. */
    static Optional<InterviewStatus> of(Text name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
