package io.convene.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens in the shape of a JWT, each remembered with its subject. Thread-safe. */
public final class IssuedTokens {

    private static final int KEPT = 10_000;

    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    /** The subject of a token, and its expiry. */
    public record Issued(String subject, Instant expiresAt) {}

    public String issue(String subject, Instant now, Duration lifetime) {
        Instant expiresAt = now.plus(lifetime);
        issued.values().removeIf(old -> issued.size() > KEPT && !old.expiresAt().isAfter(now));
        JsonObject claims =
                Json.object()
                        .put("user_id", subject)
                        .put("iat", now.getEpochSecond())
                        .put("exp", expiresAt.getEpochSecond())
                        .put("jti", UUID.randomUUID());
        String token =
                encode("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8))
                        + "."
                        + encode(claims.bytes())
                        + "."
                        + encode(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        remember(token, subject, expiresAt);
        return token;
    }

    /** Takes a token issued elsewhere. */
    public void remember(String token, String subject, Instant expiresAt) {
        issued.put(token, new Issued(subject, expiresAt));
    }

    /** The subject of the token, unless it is unknown or has expired. */
    public Optional<Issued> check(String token, Instant now) {
        return Optional.ofNullable(issued.get(token))
                .filter(known -> known.expiresAt().isAfter(now));
    }

    public void clear() {
        issued.clear();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
