package io.convene.conformance;

import io.convene.testkit.VendorReply;

import java.util.List;
import java.util.Map;

/** Ceipal says what is wrong in words, whatever the status. */
final class CeipalVendor extends SandboxVendor {
    CeipalVendor(String connection) {
        super(connection);
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
