package io.convene.endtoend.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.endtoend.Site;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Asks a site as a client of the stateless protocol does. */
final class McpClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Site site;
    private final String path;
    private final Map<String, String> headers;

    private McpClient(Site site, String path, Map<String, String> headers) {
        this.site = site;
        this.path = path;
        this.headers = headers;
    }

    static McpClient withHeader(Site site, String token) {
        return new McpClient(site, "/mcp", Map.of("Authorization", "Bearer " + token));
    }

    static McpClient withPath(Site site, String token) {
        return new McpClient(site, "/mcp/" + token, Map.of());
    }

    /** A script of a page of that origin. */
    static McpClient ofPage(Site site, String token, String origin) {
        return new McpClient(
                site, "/mcp", Map.of("Authorization", "Bearer " + token, "Origin", origin));
    }

    /** The answer of a tool, which must be no error. */
    JsonObject tool(String name, JsonObjectBuilder arguments) throws Exception {
        JsonObject result = call(name, arguments.build());
        String text = text(result);
        assertThat(result.getBoolean("isError")).as(text).isFalse();
        return parse(text);
    }

    /** What a tool says when it cannot do that. */
    String refusal(String name, JsonObjectBuilder arguments) throws Exception {
        JsonObject result = call(name, arguments.build());
        assertThat(result.getBoolean("isError")).isTrue();
        return text(result);
    }

    static String text(JsonObject result) {
        return result.getJsonArray("content").getJsonObject(0).getString("text");
    }

    JsonObject call(String name, JsonObject arguments) throws Exception {
        JsonObjectBuilder params =
                Json.createObjectBuilder().add("name", name).add("arguments", arguments);
        return parse(send("tools/call", name, params).body()).getJsonObject("result");
    }

    /** The answer to any message. */
    HttpResponse<String> send(String method, String name, JsonObjectBuilder params)
            throws Exception {
        JsonObjectBuilder meta =
                Json.createObjectBuilder()
                        .add("io.modelcontextprotocol/protocolVersion", "2026-07-28")
                        .add(
                                "io.modelcontextprotocol/clientCapabilities",
                                Json.createObjectBuilder());
        JsonObject message =
                Json.createObjectBuilder()
                        .add("jsonrpc", "2.0")
                        .add("id", 1)
                        .add("method", method)
                        .add("params", params.add("_meta", meta))
                        .build();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .header("MCP-Protocol-Version", "2026-07-28")
                        .header("Mcp-Method", method)
                        .header("Mcp-Name", name)
                        .POST(BodyPublishers.ofString(message.toString()));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
