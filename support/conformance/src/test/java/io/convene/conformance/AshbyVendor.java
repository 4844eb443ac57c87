package io.convene.conformance;

import io.convene.testkit.VendorReply;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Ashby says most of what is wrong inside of HTTP 200, and 403 of a wrong key. */
final class AshbyVendor extends SandboxVendor {
    private static final Map<String, String> STATUSES =
            Map.ofEntries(
                    Map.entry("NeedsScheduling", "draft"),
                    Map.entry("SchedulingRequested", "draft"),
                    Map.entry("WaitingOnCandidateBooking", "draft"),
                    Map.entry("WaitingOnCandidateAvailability", "draft"),
                    Map.entry("CandidateAvailabilitySubmitted", "draft"),
                    Map.entry("OnHold", "draft"),
                    Map.entry("Scheduled", "scheduled"),
                    Map.entry("WaitingOnFeedback", "awaiting_feedback"),
                    Map.entry("Complete", "completed"),
                    Map.entry("Cancelled", "cancelled"));

    AshbyVendor() {
        super("ashby", WHOLE);
    }

    @Override
    Unified unified(Drawn drawn) {
        List<Drawn> events = drawn.parts("events");
        return new Unified()
                .text("id", drawn.text("id"))
                .reference("application", drawn.text("application"))
                .reference("candidate", drawn.text("candidate"))
                .reference("job_interview_stage", drawn.text("stage"))
                .reference("organizer", drawn.text("scheduled_by"))
                .interviewers(
                        events.stream()
                                .flatMap(event -> event.texts("interviewers").stream())
                                .toList())
                .text("location", first(events, "place").or(() -> first(events, "link")))
                .time("start_at", times(events, "start").min(Comparator.naturalOrder()))
                .time("end_at", times(events, "end").max(Comparator.naturalOrder()))
                .text("status", drawn.text("status").map(STATUSES::get))
                .time(
                        "created_at",
                        drawn.time("created")
                                .or(() -> times(events, "created").min(Comparator.naturalOrder())))
                .time("updated_at", drawn.time("updated"));
    }

    private static Optional<String> first(List<Drawn> events, String name) {
        return events.stream().flatMap(event -> event.text(name).stream()).findFirst();
    }

    private static Stream<Instant> times(List<Drawn> events, String name) {
        return events.stream().flatMap(event -> event.time(name).stream());
    }

    @Override
    public Map<Integer, String> statuses() {
        return Map.of(403, "BAD_CREDENTIALS");
    }

    @Override
    public Map<String, List<VendorReply>> refusals() {
        return Map.of(
                "BAD_CURSOR",
                List.of(error(200, "invalid_next_cursor"), error(400, "next_cursor_expired")),
                "NOT_ALLOWED",
                List.of(error(403, "missing_endpoint_permission")),
                "RATE_LIMITED",
                List.of(error(200, "rate_limit_exceeded")),
                "REJECTED",
                List.of(error(200, "invalid_input")),
                "UNAVAILABLE",
                List.of(error(200, "internal_error")));
    }

    private static VendorReply error(int status, String code) {
        return VendorReply.json(
                status,
                "{\"success\":false,\"errors\":[\""
                        + code
                        + "\"],\"errorInfo\":{\"code\":\""
                        + code
                        + "\",\"message\":\"Something went wrong\"}}");
    }
}
