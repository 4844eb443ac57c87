package io.convene.launcher.api.admin;

import io.convene.launcher.providers.rollout.RequestCounts;
import io.convene.launcher.providers.rollout.RolloutPhase;
import io.convene.launcher.providers.rollout.RolloutStatus;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.util.Collection;

/** Rollouts as JSON. */
final class RolloutJson {
    private RolloutJson() {}

    static JsonArray of(Collection<RolloutStatus> rollouts) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        rollouts.forEach(one -> out.add(of(one)));
        return out.build();
    }

    private static JsonObject of(RolloutStatus status) {
        JsonObjectBuilder out =
                Json.createObjectBuilder()
                        .add("id", status.rollout().id())
                        .add("phase", status.rollout().phase().name());
        boolean canary = status.rollout().phase() == RolloutPhase.CANARY;
        out.add("share", canary ? status.rollout().share() : 0);
        out.add("stable", version(status.rollout().stable().toString(), status.stable()));
        out.add("candidate", version(status.rollout().candidate().toString(), status.candidate()));
        ProviderJson.add(out, "reason", status.reason());
        return out.build();
    }

    private static JsonObjectBuilder version(String version, RequestCounts counts) {
        return Json.createObjectBuilder()
                .add("version", version)
                .add("requests", counts.requests())
                .add("failed", counts.failed());
    }
}
