package io.convene.conformance;

import io.convene.core.Interview;
import io.convene.testkit.VendorReply;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Ashby reports most errors inside HTTP 200, and a wrong key with 403. */
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
    void fill(Drawn drawn, Interview.Builder interview) {
        List<Drawn> events = drawn.parts("events");
        drawn.text("application").ifPresent(interview::application);
        drawn.text("candidate").ifPresent(interview::candidate);
        drawn.text("stage").ifPresent(interview::jobInterviewStage);
        drawn.text("scheduled_by").ifPresent(interview::organizer);
        interview.interviewers(
                events.stream()
                        .flatMap(event -> event.texts("interviewers").stream())
                        .distinct()
                        .toList());
        first(events, "place").or(() -> first(events, "link")).ifPresent(interview::location);
        times(events, "start").min(Comparator.naturalOrder()).ifPresent(interview::startAt);
        times(events, "end").max(Comparator.naturalOrder()).ifPresent(interview::endAt);
        drawn.text("status").map(STATUSES::get).ifPresent(interview::status);
        drawn.time("created")
                .or(() -> times(events, "created").min(Comparator.naturalOrder()))
                .ifPresent(interview::createdAt);
        drawn.time("updated").ifPresent(interview::updatedAt);
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
