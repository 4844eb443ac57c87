package io.convene.launcher.cli.providers;

import io.convene.launcher.api.admin.ProviderJson;
import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.Inspection;
import io.convene.launcher.providers.status.ProvidersException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** The checks that {@code verify} and {@code install} make of a bundle. */
final class BundleCheck {
    /** A provider has ten seconds to start; a folder may have several that need them. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Set<String> SOUND = Set.of("VERIFIED", "ACTIVE");

    private BundleCheck() {}

    /** Whether the object is that of a bundle that no check refused. */
    static boolean isSound(JsonObject bundle) {
        return SOUND.contains(bundle.getString("state"));
    }

    /** A loaded bundle with the findings from before it was loaded, which are warnings. */
    static JsonObject withWarnings(JsonObject loaded, JsonObject inspected) {
        Set<JsonValue> problems = new LinkedHashSet<>(loaded.getJsonArray("problems"));
        problems.addAll(inspected.getJsonArray("problems"));
        return Json.createObjectBuilder(loaded)
                .add("problems", Json.createArrayBuilder(problems))
                .build();
    }

    /** Makes the checks that run none of the bundle's code. */
    static JsonObject inspect(Path file, ProvidersConfig config) {
        return inspect(config, inspection -> ProviderJson.of(inspection.of(file)));
    }

    /**
     * Looks at bundles without running their code.
     *
     * @throws CommandFailedException when a folder cannot be used
     */
    static <T> T inspect(ProvidersConfig config, Function<Inspection, T> look) {
        try (Inspection inspection = new Inspection(config)) {
            return look.apply(inspection);
        } catch (ProvidersException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }
}
