package io.convene.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Greenhouse keeps the panels beside the interviews, and days beside moments. */
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
    Unified unified(Drawn drawn) {
        return new Unified()
                .text("id", drawn.text("id"))
                .reference("application", drawn.text("application"))
                .reference("candidate", drawn.text("candidate"))
                .reference("job_interview_stage", drawn.text("stage"))
                .reference("organizer", drawn.text("organizer"))
                .interviewers(drawn.texts("interviewers"))
                .text("location", drawn.text("place").or(() -> drawn.text("video")))
                .time("start_at", drawn.time("start").or(() -> midnight(drawn, "all_day_start")))
                .time("end_at", drawn.time("end").or(() -> midnight(drawn, "all_day_end")))
                .text("status", drawn.text("status").map(STATUSES::get))
                .time("created_at", drawn.time("created"))
                .time("updated_at", drawn.time("updated"));
    }

    /** The panel's rows go in before the last brace. */
    @Override
    String remoteData(String id) {
        String record = super.remoteData(id);
        String rows =
                sandbox().interviewerRows(id).stream()
                        .map(row -> new String(row, UTF_8))
                        .collect(Collectors.joining(","));
        return record.substring(0, record.lastIndexOf('}')) + ",\"interviewers\":[" + rows + "]}";
    }

    private static Optional<Instant> midnight(Drawn drawn, String name) {
        return drawn.value(name, LocalDate.class)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
