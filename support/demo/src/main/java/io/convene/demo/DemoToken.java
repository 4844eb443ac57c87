package io.convene.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The token that callers of one demo use. Every demo has its own.
 *
 * @param value the token as callers send it
 */
record DemoToken(String value) {
    private static final int RANDOM_BYTES = 16;

    static DemoToken random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new DemoToken("demo_" + HexFormat.of().formatHex(bytes));
    }

    /** The hash that the configuration has instead. */
    String sha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
