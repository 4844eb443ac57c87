package io.convene.launcher.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tokens of all callers, found by hash. Immutable. */
public final class Tokens {
    private static final int RANDOM_BYTES = 32;

    private final Map<String, CallerToken> byHash;

    /** The given tokens; their hashes must differ. */
    public Tokens(Collection<CallerToken> tokens) {
        this.byHash =
                tokens.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        CallerToken::sha256, Function.identity()));
    }

    /** The token that the caller presented, if it is one of ours. */
    public Optional<CallerToken> find(String presented) {
        return Optional.ofNullable(byHash.get(sha256(presented)));
    }

    /** The SHA-256 of a token in lower-case hexadecimal, as the configuration holds it. */
    public static String sha256(String token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    /** A new random token of 256 bits. */
    public static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "cv_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
