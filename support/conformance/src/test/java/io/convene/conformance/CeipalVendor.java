package io.convene.conformance;

import io.convene.core.Interview;
import io.convene.testkit.VendorReply;

import java.util.List;
import java.util.Map;

/** Ceipal reports errors in words, whatever the status. */
final class CeipalVendor extends SandboxVendor {
    /** The sandbox's unambiguous words; all others give no status. */
    private static final Map<String, String> STATUSES =
            Map.of(
                    "Scheduled", "scheduled",
                    "Internal Interview Scheduled", "scheduled",
                    "Completed", "completed",
                    "completed", "completed",
                    "Cancelled", "cancelled",
                    "Feedback Pending", "awaiting_feedback",
                    "Draft", "draft");

    CeipalVendor(String connection, int interviews) {
        super(connection, interviews);
    }

    @Override
    void fill(Drawn drawn, Interview.Builder interview) {
        drawn.text("submission").ifPresent(interview::application);
        drawn.text("job_seeker").or(() -> drawn.text("applicant")).ifPresent(interview::candidate);
        drawn.text("level").or(() -> drawn.text("round")).ifPresent(interview::jobInterviewStage);
        drawn.text("scheduled_by")
                .or(() -> drawn.text("created_by"))
                .ifPresent(interview::organizer);
        interview.interviewers(drawn.texts("interviewers").stream().distinct().toList());
        drawn.text("place").ifPresent(interview::location);
        drawn.time("start").ifPresent(interview::startAt);
        drawn.time("end").ifPresent(interview::endAt);
        drawn.text("status").map(STATUSES::get).ifPresent(interview::status);
        drawn.time("created").ifPresent(interview::createdAt);
        drawn.time("modified").ifPresent(interview::updatedAt);
    }

    @Override
    public Map<String, List<VendorReply>> refusals() {
        return Map.of(
                "BAD_CREDENTIALS",
                List.of(error(400, "API Key is not matched")),
                "NOT_ALLOWED",
                List.of(error(400, "Your API access is temporarily disabled")),
                "RATE_LIMITED",
                List.of(error(200, "API rate limit exceeded")));
    }

    private static VendorReply error(int status, String message) {
        return VendorReply.json(
                status,
                "{\"status\":" + status + ",\"success\":0,\"message\":\"" + message + "\"}");
    }
}
