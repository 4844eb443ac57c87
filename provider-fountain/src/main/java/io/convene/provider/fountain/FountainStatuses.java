package io.convene.provider.fountain;

import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An interview's status: {@code showed_up} is a boolean, a text or null. While nobody has said, the
 * interview's end decides, or its start when it has no end. An end that cannot be read decides
 * nothing.
 */
final class FountainStatuses {
    /** The setting with the status of an interview that the candidate did not come to. */
    static final String NO_SHOW_STATUS = "no_show_status";

    private FountainStatuses() {}

    static Optional<InterviewStatus> of(Item slot, FountainTimes times, Query query) {
        Item said = slot.at("showed_up");
        if (said.isObject() || said.isArray()) {
            return Optional.empty();
        }
        return switch (Text.collapsed(said.text().string()).toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(InterviewStatus.COMPLETED);
            case "false" -> Optional.of(noShow(query.settings()));
            case "" -> end(slot, times).map(end -> at(end, query.now()));
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> end(Item slot, FountainTimes times) {
        return slot.at("end_time").isMissing() ? times.start() : times.end();
    }

    /** The status of an interview that the candidate did not come to. */
    private static InterviewStatus noShow(Settings settings) {
        String text = settings.choice(NO_SHOW_STATUS);
        return Arrays.stream(InterviewStatus.values())
                .filter(status -> status.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** The texts of all statuses. */
    static String[] texts() {
        return Arrays.stream(InterviewStatus.values())
                .map(InterviewStatus::text)
                .toArray(String[]::new);
    }

    private static InterviewStatus at(Instant end, Instant now) {
        return now.isBefore(end) ? InterviewStatus.SCHEDULED : InterviewStatus.AWAITING_FEEDBACK;
    }
}
