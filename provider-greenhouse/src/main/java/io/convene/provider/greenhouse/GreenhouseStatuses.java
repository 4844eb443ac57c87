package io.convene.provider.greenhouse;

import static io.convene.core.InterviewStatus.AWAITING_FEEDBACK;
import static io.convene.core.InterviewStatus.CANCELLED;
import static io.convene.core.InterviewStatus.COMPLETED;
import static io.convene.core.InterviewStatus.DRAFT;
import static io.convene.core.InterviewStatus.SCHEDULED;

import io.convene.core.InterviewStatus;
import io.convene.core.Text;

import java.util.Map;
import java.util.Optional;

/** The statuses of Greenhouse's interviews. */
final class GreenhouseStatuses {
    private static final Map<Text, InterviewStatus> BY_NAME =
            Map.of(
                    Text.of("to_be_scheduled"), DRAFT,
                    Text.of("to_be_sent"), DRAFT,
                    Text.of("scheduled"), SCHEDULED,
                    Text.of("sent"), SCHEDULED,
                    Text.of("awaiting_feedback"), AWAITING_FEEDBACK,
                    Text.of("collect_feedback"), AWAITING_FEEDBACK,
                    Text.of("received"), AWAITING_FEEDBACK,
                    Text.of("complete"), COMPLETED,
                    Text.of("skipped"), CANCELLED);

    private GreenhouseStatuses() {}

    /** The status of that name, if it is known. */
    static Optional<InterviewStatus> of(Text name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
