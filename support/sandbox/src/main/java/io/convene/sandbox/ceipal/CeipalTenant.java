package io.convene.sandbox.ceipal;

import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.People;
import io.convene.sandbox.wire.SandboxSettings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One tenant as one version shows it: the interviews and the users. */
final class CeipalTenant {

    static final int USERS = 18;

    private final Map<String, StoredInterview> interviews = new LinkedHashMap<>();
    private final List<JsonObject> users = new ArrayList<>();
    private final OpaqueIds keys;

    CeipalTenant(SandboxSettings house, ApiVersion version) {
        this.keys = new OpaqueIds(house.seed(), version);
        // The same dice for both versions: only the ids differ.
        CeipalRecords generator = new CeipalRecords(house, keys);
        for (int i = 0; i < house.interviews(); i++) {
            StoredInterview interview = generator.next();
            interviews.put(interview.id(), interview);
        }
        for (int i = 0; i < USERS; i++) {
            users.add(user(i));
        }
    }

    List<StoredInterview> interviews() {
        return List.copyOf(interviews.values());
    }

    Optional<StoredInterview> interview(String id) {
        return Optional.ofNullable(interviews.get(id));
    }

    List<JsonObject> users() {
        return users;
    }

    Optional<JsonObject> user(String id) {
        return users.stream()
                .filter(user -> user.get("id").equals(Optional.of(Json.of(id))))
                .findFirst();
    }

    private JsonObject user(int i) {
        return Json.object()
                .put("id", keys.id("user", i))
                .put("email_id", People.email(i))
                .put("first_name", People.first(i))
                .put("last_name", People.last(i).replace("'", "&#39;"))
                .put("display_name", People.name(i).replace("'", "&#39;"))
                .put("role", "Recruiter Lead")
                .put("business_unit_id", 42)
                .put("timezone", CeipalRecords.ZONE.getId())
                .put("team_name", "")
                .put("reporting_to", i == 0 ? "0" : keys.id("user", 0))
                .put("status", i % 6 == 5 ? "Inactive" : "Active");
    }
}
