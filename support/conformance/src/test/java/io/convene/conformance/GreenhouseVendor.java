package io.convene.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Interview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Greenhouse has interviewers in a separate list, and days as well as moments. */
final class GreenhouseVendor extends SandboxVendor {
    private static final Map<String, String> STATUSES =
            Map.of(
                    "to_be_scheduled", "draft",
                    "to_be_sent", "draft",
                    "scheduled", "scheduled",
                    "sent", "scheduled",
                    "awaiting_feedback", "awaiting_feedback",
                    "collect_feedback", "awaiting_feedback",
                    "received", "awaiting_feedback",
                    "complete", "completed",
                    "skipped", "cancelled");

    GreenhouseVendor() {
        super("greenhouse", WHOLE);
    }

    @Override
    void fill(Drawn drawn, Interview.Builder interview) {
        drawn.text("application").ifPresent(interview::application);
        drawn.text("candidate").ifPresent(interview::candidate);
        drawn.text("stage").ifPresent(interview::jobInterviewStage);
        drawn.text("organizer").ifPresent(interview::organizer);
        interview.interviewers(drawn.texts("interviewers").stream().distinct().toList());
        drawn.text("place").or(() -> drawn.text("video")).ifPresent(interview::location);
        drawn.time("start")
                .or(() -> midnight(drawn, "all_day_start"))
                .ifPresent(interview::startAt);
        drawn.time("end").or(() -> midnight(drawn, "all_day_end")).ifPresent(interview::endAt);
        drawn.text("status").map(STATUSES::get).ifPresent(interview::status);
        drawn.time("created").ifPresent(interview::createdAt);
        drawn.time("updated").ifPresent(interview::updatedAt);
    }

    /** The panel's rows go in before the last brace. */
    @Override
    public Optional<String> remoteData(String id) {
        String record = record(id);
        String rows =
                sandbox().interviewerRows(id).stream()
                        .map(row -> new String(row, UTF_8))
                        .collect(Collectors.joining(","));
        return Optional.of(
                "%s,\"interviewers\":[%s]}"
                        .formatted(record.substring(0, record.lastIndexOf('}')), rows));
    }

    private static Optional<Instant> midnight(Drawn drawn, String name) {
        return drawn.value(name, LocalDate.class)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
