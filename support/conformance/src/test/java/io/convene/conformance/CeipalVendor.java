package io.convene.conformance;

import io.convene.testkit.VendorReply;

import java.util.List;
import java.util.Map;

/** Ceipal says what is wrong in words, whatever the status. */
final class CeipalVendor extends SandboxVendor {
    /** What the sandbox's words leave no doubt about; all others say nothing. */
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
    Unified unified(Drawn drawn) {
        return new Unified()
                .text("id", drawn.text("id"))
                .reference("application", drawn.text("submission"))
                .reference("candidate", drawn.text("job_seeker").or(() -> drawn.text("applicant")))
                .reference("job_interview_stage", drawn.text("level").or(() -> drawn.text("round")))
                .reference(
                        "organizer", drawn.text("scheduled_by").or(() -> drawn.text("created_by")))
                .interviewers(drawn.texts("interviewers"))
                .text("location", drawn.text("place"))
                .time("start_at", drawn.time("start"))
                .time("end_at", drawn.time("end"))
                .text("status", drawn.text("status").map(STATUSES::get))
                .time("created_at", drawn.time("created"))
                .time("updated_at", drawn.time("modified"));
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
