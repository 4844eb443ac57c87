package io.convene.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.Support;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What the OpenAPI document says for which integrations. */
class OpenApiTests {
    private static final Abilities ACME =
            new Abilities(
                    "acme",
                    Support.builder()
                            .vendor(Filter.APPLICATION_ID)
                            .local(Filter.START_AT)
                            .fields(Field.STATUS)
                            .build());
    private static final Abilities ZENITH =
            new Abilities("zenith", Support.builder().local(Filter.APPLICATION_ID).build());

    private final OpenApi openApi = new OpenApi("1.2.3", 100, 500);

    @Test
    void offersTheFiltersThatAnIntegrationTakes() {
        JsonObject document = openApi.document(List.of(ACME, ZENITH));

        assertThat(document.getValue("/components/parameters/application_id/description"))
                .asString()
                .contains("Evaluated by the vendor for acme; evaluated by Convene for zenith.");
        assertThat(document.getValue("/components/parameters/start_at_gte/name"))
                .hasToString("\"start_at[gte]\"");
        assertThat(document.getValue("/components/parameters/start_at_gte/x-convene-integrations"))
                .hasToString("{\"acme\":\"local\",\"zenith\":\"none\"}");
        assertThat(document.getJsonObject("components").getJsonObject("parameters"))
                .doesNotContainKeys("candidate_id", "created_at_gte");
        assertThat(document.getValue("/paths/~1unified~1ats~1interviews/get/parameters"))
                .asString()
                .contains("parameters/start_at_lt\"", "parameters/application_id\"");
    }

    @Test
    void tellsWhichIntegrationFillsAField() {
        assertThat(
                        openApi.document(List.of(ACME, ZENITH))
                                .getValue("/components/schemas/Interview/x-convene-integrations"))
                .asString()
                .contains(
                        "\"acme\":{\"id\":\"filled\"",
                        "\"status\":\"filled\"",
                        "\"status\":\"none\"");
    }

    @Test
    void tellsTheLimitsAndTheVersionOfTheServer() {
        JsonObject document = openApi.document(List.of());

        assertThat(document.getValue("/info/version")).hasToString("\"1.2.3\"");
        assertThat(document.getValue("/components/parameters/limit/schema/default"))
                .hasToString("100");
        assertThat(document.getValue("/components/parameters/limit/schema/maximum"))
                .hasToString("500");
        assertThat(document.getValue("/info/x-convene-integrations"))
                .isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
    }

    @Test
    void writesATypeThatMayBeNullAsOlderToolsReadIt() {
        JsonObject older = OpenApi.forOlderTools(openApi.document(List.of(ACME)));

        assertThat(older.getString("openapi")).isEqualTo("3.0.3");
        assertThat(older.getValue("/components/schemas/InterviewList/properties/next_cursor/type"))
                .hasToString("\"string\"");
        assertThat(
                        older.getValue(
                                "/components/schemas/InterviewList/properties/next_cursor/nullable"))
                .isEqualTo(JsonValue.TRUE);
    }
}
