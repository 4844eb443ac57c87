package io.convene.sandbox.greenhouse;

import io.convene.sandbox.wire.Bodies;
import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.IssuedTokens;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.QueryParameters;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.SandboxSettings;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code POST /token} of the authorisation server: client credentials, with every error body that
 * was seen live.
 */
final class GreenhouseTokenRoutes {

    static final String CLIENT_ID = "sandbox-client.harvest";
    static final String CLIENT_SECRET = "sandbox-client-secret";

    private static final String SUFFIX = ".harvest";
    private static final String OURS = "client_credentials";
    private static final List<String> GRANTS =
            List.of(
                    "authorization_code",
                    "refresh_token",
                    OURS,
                    "urn:ietf:params:oauth:grant-type:token-exchange");

    private final SandboxSettings house;
    private final IssuedTokens tokens;
    private final AtomicLong issued = new AtomicLong();

    GreenhouseTokenRoutes(SandboxSettings house, IssuedTokens tokens) {
        this.house = house;
        this.tokens = tokens;
    }

    Reply answer(IncomingCall call) {
        if (!call.path().equals("/token") || !call.method().equals("POST")) {
            return Reply.json(404, Json.object().put("message", "Resource not found"));
        }
        Optional<IncomingCall.Basic> client = call.basic();
        if (client.isEmpty()) {
            return refused(401, "Unauthorized");
        }
        QueryParameters form =
                call.hasType("application/x-www-form-urlencoded")
                        ? QueryParameters.parse(call.body())
                        : QueryParameters.parse("");
        String grant =
                form.first("grant_type").or(() -> call.query().first("grant_type")).orElse("");
        if (grant.isEmpty()) {
            return Reply.json(
                    400,
                    Json.object()
                            .put(
                                    "message",
                                    "Must include `grant_type` parameter in /token request"));
        }
        if (!GRANTS.contains(grant)) {
            String message =
                    "grant_type="
                            + grant
                            + " is invalid, please use one of: "
                            + String.join(", ", GRANTS);
            return Reply.json(400, Json.object().put("message", message));
        }
        if (!client.get().user().endsWith(SUFFIX)) {
            return refused(
                    400,
                    "client_id="
                            + client.get().user()
                            + " does not contain a valid client ID suffix");
        }
        if (!client.get().equals(new IncomingCall.Basic(CLIENT_ID, CLIENT_SECRET))) {
            return Reply.json(401, Json.object().put("error", "invalid_client"));
        }
        if (!grant.equals(OURS)) {
            return Reply.json(400, Json.object().put("error", "invalid_grant"));
        }
        return granted(call, form.first("sub").or(() -> subject(call)).orElse(""));
    }

    private Reply granted(IncomingCall call, String subject) {
        JsonObject body =
                Json.object()
                        .put(
                                "access_token",
                                tokens.issue(subject, call.at(), house.tokenLifetime()))
                        .put("token_type", "Bearer");
        // Both forms are known from clients in use: the documented one first, then the other, in
        // turn.
        if (issued.getAndIncrement() % 2 == 0) {
            body.put("expires_in", house.tokenLifetime().toSeconds());
        } else {
            body.put("expires_at", TableRow.moment(call.at().plus(house.tokenLifetime())));
        }
        return Reply.json(200, body);
    }

    private static Optional<String> subject(IncomingCall call) {
        return Bodies.object(call).map(body -> body.get("sub")).map(GreenhouseTokenRoutes::plain);
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static Reply refused(int status, String message) {
        return Reply.json(
                status,
                Json.object().put("message", message).put("errorId", "err-" + UUID.randomUUID()));
    }
}
