package io.convene.launcher.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The Model Context Protocol, message by message. */
class McpServerTests {
    private static final String META =
            """
            "_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28", \
            "io.modelcontextprotocol/clientCapabilities": {}}\
            """;

    private final McpServer server = new McpServer("1.2.3");

    /** One tool, which repeats what it gets. */
    private static final Toolbox ECHO =
            new Toolbox() {
                @Override
                public List<Tool> tools() {
                    return List.of(new Tool(json("{\"name\": \"echo\", \"inputSchema\": {}}")));
                }

                @Override
                public ToolAnswer call(String name, JsonObject arguments) {
                    return new ToolAnswer(arguments.toString(), arguments.isEmpty());
                }
            };

    @Test
    void tellsAStatelessClientWhatItSpeaks() {
        McpAnswer answer = stateless("server/discover", "");

        assertThat(answer.status()).isEqualTo(200);
        JsonObject result = result(answer);
        assertThat(result.getJsonArray("supportedVersions"))
                .hasToString("[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\",\"2025-03-26\"]");
        assertThat(result.getString("resultType")).isEqualTo("complete");
        assertThat(result.getJsonObject("capabilities")).containsOnlyKeys("tools");
        assertThat(result.getJsonObject("serverInfo").getString("version")).isEqualTo("1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2024-11-05, 2025-11-25",
        "2026-07-28, 2025-11-25"
    })
    void agreesOnAVersionWithAClientThatInitializes(String asked, String agreed) {
        McpAnswer answer =
                answer(
                        """
                        {"jsonrpc": "2.0", "id": "a", "method": "initialize", "params": {"protocolVersion": "%s"}}\
                        """
                                .formatted(asked),
                        Map.of());

        assertThat(result(answer).getString("protocolVersion")).isEqualTo(agreed);
        assertThat(result(answer)).doesNotContainKey("resultType");
        assertThat(answer.body().orElseThrow().getString("id")).isEqualTo("a");
    }

    @Test
    void listsAndCallsToolsForBothKindsOfClients() {
        String call = "\"name\": \"echo\", \"arguments\": {\"a\": 1}";

        for (McpAnswer answer :
                List.of(
                        stateless("tools/call", call),
                        answer(message("tools/call", call), Map.of()))) {
            JsonObject result = result(answer);
            assertThat(result.getBoolean("isError")).isFalse();
            assertThat(result.getJsonArray("content").getJsonObject(0).getString("text"))
                    .isEqualTo("{\"a\":1}");
        }
        assertThat(result(stateless("tools/list", "")).getJsonArray("tools")).hasSize(1);
        assertThat(result(answer(message("tools/list", ""), Map.of()))).containsOnlyKeys("tools");
    }

    @Test
    void takesANotificationWithoutAnAnswer() {
        McpAnswer answer =
                answer(
                        "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}",
                        Map.of());

        assertThat(answer).isEqualTo(new McpAnswer(202, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "MCP-Protocol-Version, ''",
        "MCP-Protocol-Version, 2025-11-25",
        "Mcp-Method, ''",
        "Mcp-Method, tools/list",
        "Mcp-Name, ''",
        "Mcp-Name, other"
    })
    void refusesHeadersThatDifferFromTheBody(String name, String value) {
        Map<String, String> headers = headers("tools/call");
        headers.put(name.toLowerCase(Locale.ROOT), value);
        headers.values().removeIf(String::isEmpty);
        McpAnswer answer = answer(message("tools/call", "\"name\": \"echo\", " + META), headers);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(error(answer).getInt("code")).isEqualTo(-32020);
        assertThat(error(answer).getString("message")).contains(name);
    }

    @Test
    void readsANameThatIsSentInBase64() {
        Map<String, String> headers = headers("tools/call");
        headers.put("mcp-name", "=?base64?ZWNobw==?=");

        assertThat(answer(message("tools/call", "\"name\": \"echo\", " + META), headers).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2027-01-01", ""})
    void namesItsVersionsToAClientOfAnother(String version) {
        McpAnswer answer =
                answer(
                        message("tools/list", META.replace("2026-07-28", version)),
                        Map.of("mcp-protocol-version", version));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(error(answer).getInt("code")).isEqualTo(-32022);
        assertThat(error(answer).getJsonObject("data").getString("requested")).isEqualTo(version);
        assertThat(error(answer).getJsonObject("data").getJsonArray("supported")).hasSize(4);
    }

    @Test
    void needsTheCapabilitiesOfAStatelessClient() {
        McpAnswer answer =
                answer(
                        message(
                                "tools/list",
                                "\"_meta\": {\"io.modelcontextprotocol/protocolVersion\": \"2026-07-28\"}"),
                        headers("tools/list"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(error(answer).getInt("code")).isEqualTo(-32602);
        assertThat(error(answer).getString("message")).contains("clientCapabilities");
    }

    @Test
    void knowsNoOtherMethods() {
        McpAnswer stateless = stateless("initialize", "");
        McpAnswer older = answer(message("server/discover", ""), Map.of());

        assertThat(stateless.status()).isEqualTo(404);
        assertThat(error(stateless).getInt("code")).isEqualTo(-32601);
        assertThat(older.status()).isEqualTo(200);
        assertThat(error(older).getInt("code")).isEqualTo(-32601);
    }

    @Test
    void knowsNoOtherTools() {
        McpAnswer answer = answer(message("tools/call", "\"name\": \"other\""), Map.of());

        assertThat(error(answer).getInt("code")).isEqualTo(-32602);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|-32700",
                "{|-32700",
                "[]|-32600",
                "{}|-32600",
                "{\"jsonrpc\": \"1.0\", \"method\": \"ping\", \"id\": 1}|-32600",
                "{\"jsonrpc\": \"2.0\", \"method\": 1, \"id\": 1}|-32600",
                "{\"jsonrpc\": \"2.0\", \"method\": \"ping\", \"id\": null}|-32600",
                "{\"jsonrpc\": \"2.0\", \"method\": \"ping\", \"id\": {}}|-32600",
                "{\"jsonrpc\": \"2.0\", \"method\": \"ping\", \"id\": 1, \"params\": []}|-32600"
            })
    void refusesWhatIsNoMessage(String body, int code) {
        McpAnswer answer = answer(body == null ? "" : body, Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(error(answer).getInt("code")).isEqualTo(code);
    }

    private McpAnswer stateless(String method, String params) {
        return answer(
                message(method, params.isEmpty() ? META : params + ", " + META), headers(method));
    }

    private static Map<String, String> headers(String method) {
        return new HashMap<>(
                Map.of(
                        "mcp-protocol-version",
                        "2026-07-28",
                        "mcp-method",
                        method,
                        "mcp-name",
                        "echo"));
    }

    private static String message(String method, String params) {
        return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"%s\", \"params\": {%s}}"
                .formatted(method, params);
    }

    private McpAnswer answer(String body, Map<String, String> headers) {
        return server.answer(
                body.getBytes(UTF_8),
                name -> Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))),
                ECHO);
    }

    private static JsonObject result(McpAnswer answer) {
        return answer.body().orElseThrow().getJsonObject("result");
    }

    private static JsonObject error(McpAnswer answer) {
        return answer.body().orElseThrow().getJsonObject("error");
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
