package io.convene.sandbox.ceipal;

import io.convene.sandbox.wire.Bodies;
import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.IssuedTokens;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.SandboxSettings;

import jakarta.json.JsonString;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * IssuedTokens: made from e-mail, password and key, renewed with the old one, good for one version
 * only.
 */
final class TokenEndpoint {

    static final String EMAIL = "recruiter@example.com";
    static final String DISABLED_EMAIL = "recruiter@disabled.example";
    static final String PASSWORD = "sandbox-ceipal-password";
    static final String KEY = "sandbox-ceipal-key";

    private static final Duration REFRESHABLE = Duration.ofDays(7);

    private final SandboxSettings house;
    private final IssuedTokens access = new IssuedTokens();

    /** Access tokens again, for as long as they can be exchanged for a new one. */
    private final IssuedTokens refresh = new IssuedTokens();

    TokenEndpoint(SandboxSettings house) {
        this.house = house;
    }

    /** {@code POST createAuthtoken/}. */
    Reply create(IncomingCall call, ApiVersion version) {
        Optional<jakarta.json.JsonObject> body = Bodies.object(call);
        Optional<String> email = text(body, "email");
        Optional<String> password = text(body, "password");
        Optional<String> key = text(body, version.keyName());
        if (email.isEmpty() || password.isEmpty() || key.isEmpty()) {
            return version.invalid();
        }
        if (!key.get().equals(KEY)) {
            return version.error(
                    400,
                    "The provided API Key is not matched, please contact you administrator and get back.");
        }
        boolean known = email.get().equals(EMAIL) || email.get().equals(DISABLED_EMAIL);
        if (!known || !password.get().equals(PASSWORD)) {
            return version.badToken();
        }
        String subject = version.name() + " " + email.get();
        boolean json = body.filter(sent -> sent.containsKey("json")).isPresent();
        return pair(
                call, issue(subject, call), refresh.issue(subject, call.at(), REFRESHABLE), json);
    }

    /** {@code POST refreshToken/} with the old access token in a header of its own. */
    Reply refresh(IncomingCall call, ApiVersion version) {
        Optional<String> subject =
                call.header("token")
                        .filter(value -> value.startsWith("Bearer "))
                        .flatMap(value ->
                                refresh.check(value.substring("Bearer ".length()), call.at()))
                        .map(IssuedTokens.Issued::subject)
                        .filter(found -> found.startsWith(version.name()));
        if (subject.isEmpty()) {
            return version.badToken();
        }
        return Reply.json(200, Json.object().put("access_token", issue(subject.get(), call)));
    }

    /** The refusal of a call, if it is refused. */
    Optional<Reply> refusal(IncomingCall call, ApiVersion version) {
        Optional<String> token = call.bearer();
        if (token.isEmpty()) {
            return Optional.of(version.error(401, "Please provide the access token."));
        }
        Optional<String> subject =
                access.check(token.get(), call.at()).map(IssuedTokens.Issued::subject);
        if (subject.isEmpty()) {
            return Optional.of(version.badToken());
        }
        if (!subject.get().startsWith(version.name())) {
            return Optional.of(version.error(401, "Please provide the access token."));
        }
        return subject.get().endsWith(DISABLED_EMAIL)
                ? Optional.of(version.error(403, "Your company access is temporarily disabled."))
                : Optional.empty();
    }

    void expire() {
        access.clear();
    }

    private String issue(String subject, IncomingCall call) {
        String token = access.issue(subject, call.at(), house.tokenLifetime());
        refresh.remember(token, subject, call.at().plus(REFRESHABLE));
        return token;
    }

    /** XML unless JSON was asked for, by a member of the body or by the Accept header. */
    private static Reply pair(
            IncomingCall call, String accessToken, String refreshToken, boolean json) {
        boolean accepted =
                call.header("accept")
                        .filter(types -> types.toLowerCase(Locale.ROOT).contains("json"))
                        .isPresent();
        if (json || accepted) {
            JsonObject body =
                    Json.object()
                            .put("access_token", accessToken)
                            .put("refresh_token", refreshToken);
            return Reply.json(200, body);
        }
        return Reply.typed(
                200,
                "application/xml",
                "<?xml version=\"1.0\"?>\n<root><access_token>"
                        + accessToken
                        + "</access_token><refresh_token>"
                        + refreshToken
                        + "</refresh_token></root>");
    }

    private static Optional<String> text(Optional<jakarta.json.JsonObject> body, String name) {
        return body.map(sent -> sent.get(name))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString());
    }
}
