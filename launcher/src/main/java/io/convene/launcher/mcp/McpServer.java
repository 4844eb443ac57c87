package io.convene.launcher.mcp;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

import java.util.Optional;
import java.util.function.Function;

/**
 * Answers messages of the Model Context Protocol, each by itself and with one JSON object: nothing
 * is kept between two messages. Thread-safe.
 */
public final class McpServer {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    /** How long a client may keep a list of tools: bundles may be exchanged. */
    private static final int KEEP_MILLIS = 60_000;

    private static final String INSTRUCTIONS =
            "Reads job interviews from applicant tracking systems. Call list_accounts first, then list_interviews"
                    + " with an integrated_account_id. Narrow lists by filters, and pass next_cursor back as cursor for"
                    + " more. describe_integration tells which filters an account takes. Nothing can be changed here.";

    private final JsonObject info;

    /** A server of that version of Convene. */
    public McpServer(String version) {
        info = Json.createObjectBuilder().add("name", "convene").add("version", version).build();
    }

    /**
     * The answer to a message.
     *
     * @param header finds the headers of the request by name
     */
    public McpAnswer answer(
            byte[] body, Function<String, Optional<String>> header, Toolbox toolbox) {
        Optional<JsonValue> id = Optional.empty();
        try {
            Message message = Message.parse(body);
            id = message.id();
            boolean stateless = Versions.isStateless(message, header);
            if (id.isEmpty()) {
                return new McpAnswer(ACCEPTED, Optional.empty());
            }
            JsonObjectBuilder result = result(message, stateless, toolbox);
            if (stateless) {
                result.add("resultType", "complete");
                result.add(
                        "_meta",
                        Json.createObjectBuilder().add("io.modelcontextprotocol/serverInfo", info));
            }
            return new McpAnswer(OK, Optional.of(envelope(id).add("result", result).build()));
        } catch (McpException e) {
            JsonObjectBuilder error =
                    Json.createObjectBuilder().add("code", e.code()).add("message", e.sentence());
            e.data().ifPresent(data -> error.add("data", data));
            return new McpAnswer(e.status(), Optional.of(envelope(id).add("error", error).build()));
        }
    }

    private static JsonObjectBuilder envelope(Optional<JsonValue> id) {
        JsonObjectBuilder out = Json.createObjectBuilder().add("jsonrpc", "2.0");
        id.ifPresent(it -> out.add("id", it));
        return out;
    }

    private JsonObjectBuilder result(Message message, boolean stateless, Toolbox toolbox)
            throws McpException {
        String method = message.method();
        if (method.equals("tools/list")) {
            return cached(tools(toolbox), stateless);
        }
        if (method.equals("tools/call")) {
            return call(message, toolbox);
        }
        if (stateless && method.equals("server/discover")) {
            return cached(
                    self().add("supportedVersions", Versions.all()).add("serverInfo", info), true);
        }
        if (!stateless && method.equals("initialize")) {
            return self().add("protocolVersion", Versions.agreed(message.text("protocolVersion")))
                    .add("serverInfo", info);
        }
        if (!stateless && method.equals("ping")) {
            return Json.createObjectBuilder();
        }
        throw new McpException(
                stateless ? NOT_FOUND : OK,
                McpException.METHOD_NOT_FOUND,
                "There is no method of that name; tools/list and tools/call are what this server is for.",
                Optional.empty());
    }

    private static JsonObjectBuilder self() {
        return Json.createObjectBuilder()
                .add(
                        "capabilities",
                        Json.createObjectBuilder().add("tools", JsonValue.EMPTY_JSON_OBJECT))
                .add("instructions", INSTRUCTIONS);
    }

    private static JsonObjectBuilder cached(JsonObjectBuilder result, boolean stateless) {
        return stateless ? result.add("ttlMs", KEEP_MILLIS).add("cacheScope", "private") : result;
    }

    private static JsonObjectBuilder tools(Toolbox toolbox) {
        JsonArrayBuilder tools = Json.createArrayBuilder();
        toolbox.tools().forEach(tool -> tools.add(tool.description()));
        return Json.createObjectBuilder().add("tools", tools);
    }

    private static JsonObjectBuilder call(Message message, Toolbox toolbox) throws McpException {
        String name = message.text("name").orElse("");
        if (toolbox.tools().stream().noneMatch(tool -> tool.name().equals(name))) {
            throw new McpException(
                    OK,
                    McpException.INVALID_PARAMS,
                    "There is no tool of that name; tools/list names them.",
                    Optional.empty());
        }
        JsonValue arguments =
                message.params().getOrDefault("arguments", JsonValue.EMPTY_JSON_OBJECT);
        if (!(arguments instanceof JsonObject given)) {
            throw new McpException(
                    OK,
                    McpException.INVALID_PARAMS,
                    "The arguments are not an object; send one.",
                    Optional.empty());
        }
        ToolAnswer answer = toolbox.call(name, given);
        return Json.createObjectBuilder()
                .add(
                        "content",
                        Json.createArrayBuilder()
                                .add(
                                        Json.createObjectBuilder()
                                                .add("type", "text")
                                                .add("text", answer.text())))
                .add("isError", answer.isError());
    }
}
