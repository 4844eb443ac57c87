package io.convene.launcher.openapi;

import io.convene.core.Field;
import io.convene.core.Filter;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the OpenAPI document of a server. What is the same everywhere is in {@code openapi.json};
 * filters, fields, limits and names of integrations are added. Thread-safe.
 *
 * <p>Parameters of filters are flat names such as {@code start_at[gte]}: generators of clients fail
 * on objects in a query.
 */
public final class OpenApi {
    private static final String LIST = "/paths/~1unified~1ats~1interviews/get/parameters/";
    private static final String ONE = "/paths/~1unified~1ats~1interviews~1{id}/get/parameters/";
    private static final String PARAMETERS = "/components/parameters/";
    private static final String SUPPORT = "x-convene-integrations";

    private static final Map<String, String> COMPARISONS = new LinkedHashMap<>();

    static {
        COMPARISONS.put("eq", "equal to");
        COMPARISONS.put("gt", "after");
        COMPARISONS.put("gte", "at or after");
        COMPARISONS.put("lt", "before");
        COMPARISONS.put("lte", "at or before");
    }

    private final JsonObject frame = frame();
    private final String version;
    private final int defaultLimit;
    private final int maxLimit;

    /**
     * A document for a server with those limits.
     *
     * @param version of the server
     */
    public OpenApi(String version, int defaultLimit, int maxLimit) {
        this.version = version;
        this.defaultLimit = defaultLimit;
        this.maxLimit = maxLimit;
    }

    /**
     * The document of OpenAPI 3.1.
     *
     * @param integrations those that are loaded, in the order in which they are to appear
     */
    public JsonObject document(List<Abilities> integrations) {
        JsonPatchBuilder patch = Json.createPatchBuilder();
        patch.replace("/info/version", version);
        patch.add(PARAMETERS + "limit/schema/maximum", maxLimit);
        patch.add(PARAMETERS + "limit/schema/default", defaultLimit);
        names(patch, integrations);
        Arrays.stream(Filter.values())
                .filter(filter -> Abilities.anyTakes(filter, integrations))
                .forEach(filter -> add(patch, filter, integrations));
        patch.add("/components/schemas/Interview/" + SUPPORT, fields(integrations));
        return patch.build().apply(frame);
    }

    private static JsonObject fields(List<Abilities> integrations) {
        JsonObjectBuilder out = Json.createObjectBuilder();
        for (Abilities integration : integrations) {
            JsonObjectBuilder fields = Json.createObjectBuilder();
            for (Field field : Field.values()) {
                fields.add(field.text(), integration.of(field));
            }
            out.add(integration.integration(), fields);
        }
        return out.build();
    }

    private static void names(JsonPatchBuilder patch, List<Abilities> integrations) {
        JsonArrayBuilder names = Json.createArrayBuilder();
        integrations.forEach(it -> names.add(it.integration()));
        patch.add("/info/" + SUPPORT, names.build());
        if (!integrations.isEmpty()) {
            patch.add(
                    PARAMETERS + "integration/example",
                    Json.createValue(integrations.getFirst().integration()));
        }
    }

    private static void add(JsonPatchBuilder patch, Filter filter, List<Abilities> integrations) {
        String support = Abilities.sentence(filter, integrations);
        JsonObject words = words(filter, integrations);
        if (filter.isTime()) {
            COMPARISONS.forEach((operator, meaning) -> {
                String key = filter.text() + "_" + operator;
                String said =
                        "Interviews whose `%s` is %s this date or date-time with an offset. %s"
                                .formatted(filter.text(), meaning, support);
                patch.add(PARAMETERS + key, time(filter, operator, said, words));
                patch.add(LIST + "-", reference(key));
            });
            return;
        }
        String said =
                "Interviews of one of these ids, at most 200; repeated or separated by commas. "
                        + support;
        patch.add(PARAMETERS + filter.text(), ids(filter, said, words));
        patch.add(LIST + "-", reference(filter.text()));
        patch.add(ONE + "-", reference(filter.text()));
    }

    private static JsonObject time(
            Filter filter, String operator, String description, JsonObject words) {
        return parameter("%s[%s]".formatted(filter.text(), operator), description)
                .add("schema", Json.createObjectBuilder().add("type", "string"))
                .add("example", "2026-03-02T10:00:00Z")
                .add(SUPPORT, words)
                .build();
    }

    private static JsonObject ids(Filter filter, String description, JsonObject words) {
        JsonObjectBuilder schema =
                Json.createObjectBuilder()
                        .add("type", "array")
                        .add("items", Json.createObjectBuilder().add("type", "string"));
        return parameter(filter.text(), description)
                .add("style", "form")
                .add("explode", true)
                .add("schema", schema)
                .add(SUPPORT, words)
                .build();
    }

    private static JsonObjectBuilder parameter(String name, String description) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("in", "query")
                .add("description", description);
    }

    private static JsonObject reference(String parameter) {
        return Json.createObjectBuilder()
                .add("$ref", "#/components/parameters/" + parameter)
                .build();
    }

    private static JsonObject words(Filter filter, List<Abilities> integrations) {
        JsonObjectBuilder out = Json.createObjectBuilder();
        integrations.forEach(it -> out.add(it.integration(), it.of(filter)));
        return out.build();
    }

    private static JsonObject frame() {
        try (InputStream in =
                        Objects.requireNonNull(OpenApi.class.getResourceAsStream("openapi.json"));
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for tools that read OpenAPI 3.0 only. */
    public static JsonObject forOlderTools(JsonObject document) {
        JsonValue older = OlderSchema.of(document);
        return Json.createObjectBuilder(older.asJsonObject()).add("openapi", "3.0.3").build();
    }
}
