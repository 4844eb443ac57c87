package io.convene.launcher.api.admin;

import io.convene.launcher.providers.status.Finding;
import io.convene.launcher.providers.status.ModuleFacts;
import io.convene.launcher.providers.status.ProviderChange;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.status.QualityClaim;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bundles as JSON, the same for {@code GET /admin/providers} and the command {@code convene
 * providers list}. A member that is not known is null.
 */
public final class ProviderJson {
    private ProviderJson() {}

    /** The object of one bundle. */
    public static JsonObject of(ProviderStatus status) {
        JsonObjectBuilder out = Json.createObjectBuilder().add("bundle", status.bundle());
        add(out, "id", status.id());
        add(out, "version", status.version());
        add(out, "module", status.module());
        out.add("state", status.state().name());
        add(out, "spi", status.spi());
        out.add("hosts", texts(status.hosts()));
        add(out, "documentation", status.documentation());
        status.tier()
                .ifPresentOrElse(claim -> out.add("tier", of(claim)), () -> out.addNull("tier"));
        addFinding(out, status);
        add(out, "sha256", status.contents().sha256());
        out.add("sheet", SheetJson.of(status.sheet()));
        out.add("problems", problems(status.findings()));
        out.add("modules", modules(status.contents().modules()));
        return out.build();
    }

    /** The objects of several bundles. */
    public static JsonArray of(Collection<ProviderStatus> bundles) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        bundles.forEach(status -> out.add(of(status)));
        return out.build();
    }

    /**
     * The objects of several bundles with the accounts that get them.
     *
     * @param accounts the ids of accounts by the name of their bundle
     */
    public static JsonArray of(
            Collection<ProviderStatus> bundles, Map<String, List<String>> accounts) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        for (ProviderStatus status : bundles) {
            List<String> ids =
                    isServing(status)
                            ? accounts.getOrDefault(status.bundle(), List.of())
                            : List.of();
            out.add(Json.createObjectBuilder(of(status)).add("accounts", texts(ids)));
        }
        return out.build();
    }

    private static boolean isServing(ProviderStatus status) {
        return status.state() == ProviderState.ACTIVE
                || status.state() == ProviderState.QUARANTINED;
    }

    /** The object of one change. */
    static JsonObject of(ProviderChange change) {
        ProviderStatus status = change.status();
        JsonObjectBuilder out = Json.createObjectBuilder().add("bundle", status.bundle());
        add(out, "id", status.id());
        add(out, "version", status.version());
        add(out, "from", change.from().map(ProviderState::name));
        add(out, "to", change.to().map(ProviderState::name));
        addFinding(out, status);
        add(out, "still_serving", change.serving());
        return out.build();
    }

    private static JsonObjectBuilder of(QualityClaim claim) {
        return Json.createObjectBuilder()
                .add("claimed", claim.tier())
                .add("kit", claim.kit())
                .add("spi", claim.spi());
    }

    /** Everything that was found, with the meaning of each code. */
    private static JsonArray problems(Collection<Finding> findings) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        for (Finding finding : findings) {
            out.add(
                    Json.createObjectBuilder()
                            .add("code", finding.code().code())
                            .add("meaning", finding.code().description())
                            .add("reason", finding.reason())
                            .add("fix", finding.fix()));
        }
        return out.build();
    }

    private static JsonArray modules(Collection<ModuleFacts> modules) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        for (ModuleFacts module : modules) {
            JsonObjectBuilder facts = Json.createObjectBuilder().add("module", module.name());
            facts.add("jar", module.jar());
            add(facts, "version", module.version());
            JsonArrayBuilder requires = Json.createArrayBuilder();
            for (ModuleFacts.Requirement one : module.requires()) {
                JsonObjectBuilder required = Json.createObjectBuilder().add("module", one.module());
                add(required, "version", one.version());
                required.add("from", one.source().name().toLowerCase(Locale.ROOT));
                requires.add(required);
            }
            out.add(facts.add("requires", requires));
        }
        return out.build();
    }

    static JsonArray texts(Collection<String> texts) {
        return Json.createArrayBuilder(texts).build();
    }

    static void add(JsonObjectBuilder out, String name, Optional<String> text) {
        text.ifPresentOrElse(value -> out.add(name, value), () -> out.addNull(name));
    }

    private static JsonObjectBuilder addFinding(JsonObjectBuilder out, ProviderStatus status) {
        add(out, "code", status.code().map(ProviderCode::code));
        add(out, "reason", status.reason());
        add(out, "fix", status.fix());
        return out;
    }
}
