package io.convene.sandbox.ceipal;

import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Reply;

/** The two versions and how each words an error. */
enum ApiVersion {
    V1("api_key"),
    V2("apiKey");

    private final String keyName;

    ApiVersion(String keyName) {
        this.keyName = keyName;
    }

    /** The name of the API key in a token request. */
    String keyName() {
        return keyName;
    }

    /** Version 1 answers 200 and says the status inside. */
    Reply error(int status, String message) {
        JsonObject body = Json.object();
        if (this == V1) {
            return Reply.json(200, body.put("status", status).put("message", message));
        }
        return Reply.json(status, body.put("message", message));
    }

    Reply invalid() {
        return error(400, "Invalid parameters or filters.");
    }

    Reply notFound() {
        return error(404, "Data not found.");
    }

    Reply badToken() {
        return error(403, "Invalid credentials or token, Please provide valid Access Token");
    }
}
