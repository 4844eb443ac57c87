package io.convene.launcher.api.admin;

import io.convene.launcher.providers.status.ProviderSheet;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import java.util.Optional;

/** What an operator wants to know before trusting a bundle, as JSON. */
final class SheetJson {
    private SheetJson() {}

    static JsonObjectBuilder of(ProviderSheet sheet) {
        JsonObjectBuilder out = Json.createObjectBuilder();
        out.add("requires", ProviderJson.texts(sheet.requires()));
        ProviderJson.add(out, "compiled_against", sheet.compiled().spi());
        sheet.compiled()
                .java()
                .ifPresentOrElse(release -> out.add("java", release), () -> out.addNull("java"));
        out.add("signers", ProviderJson.texts(sheet.signers()));
        out.add("settings", settings(sheet));
        out.add("credentials", credentials(sheet));
        return out;
    }

    private static JsonArrayBuilder settings(ProviderSheet sheet) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        for (ProviderSheet.SettingFacts setting : sheet.settings()) {
            JsonObjectBuilder facts = Json.createObjectBuilder();
            facts.add("name", setting.name()).add("type", setting.type());
            facts.add("required", setting.required());
            ProviderJson.add(
                    facts,
                    "default",
                    Optional.of(setting.standard()).filter(text -> !text.isEmpty()));
            out.add(facts);
        }
        return out;
    }

    private static JsonArrayBuilder credentials(ProviderSheet sheet) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        for (ProviderSheet.CredentialFacts way : sheet.credentials()) {
            JsonObjectBuilder facts = Json.createObjectBuilder();
            facts.add("authentication", way.name());
            facts.add("required", ProviderJson.texts(way.required()));
            facts.add("optional", ProviderJson.texts(way.optional()));
            out.add(facts);
        }
        return out;
    }
}
