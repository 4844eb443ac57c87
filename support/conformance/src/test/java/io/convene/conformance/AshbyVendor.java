package io.convene.conformance;

import io.convene.testkit.VendorReply;

import java.util.List;
import java.util.Map;

/** Ashby says most of what is wrong inside of HTTP 200, and 403 of a wrong key. */
final class AshbyVendor extends SandboxVendor {
    AshbyVendor() {
        super("ashby");
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
