package io.convene.conformance;

import java.util.List;
import java.util.Map;

/** Fountain lists within applicants only. */
final class FountainVendor extends SandboxVendor {
    FountainVendor(String connection) {
        super(connection);
    }

    @Override
    public Map<String, List<String>> within() {
        return Map.of("candidate_id", sandbox().applicantIds());
    }
}
