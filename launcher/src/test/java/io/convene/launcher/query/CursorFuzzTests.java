package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.spi.Position;
import io.convene.launcher.Fuzzing;
import io.convene.launcher.RandomText;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Every text is a cursor or none: damaged ones, and ones that were sealed with the right key around
 * contents that no version of this writes.
 */
class CursorFuzzTests {
    private static final String SECRET = "a secret";
    private static final CursorCodec CODEC = new CursorCodec(List.of("newer", SECRET));
    private static final List<Cursor> CURSORS =
            List.of(
                    new Cursor("a", "", false, 7, Position.start(), 0, ""),
                    new Cursor(
                            "62f44730-dd91-461e-bd6a-aedd9e0ad79d",
                            "candidate_id=a\u001fb\u001ecreated_at=[2026-03-02T00:00:00Z\u001f)",
                            false,
                            100,
                            Position.of(1, 2, "eyJ0b2tlbiI6MX0="),
                            41,
                            "é-17"),
                    new Cursor("b", "x".repeat(900), false, 500, Position.of(3, 0, "9"), 0, ""),
                    new Cursor("c", CursorCodec.hash("x"), true, 1, Position.of(1, 0, ""), 1, "z"));

    private final SecretKeySpec key = key();
    private final RandomText texts =
            new RandomText(
                    CURSORS.stream().map(new CursorCodec(List.of(SECRET))::encode).toList(),
                    List.of("=", "==", "-", "_", "+", "/", "%3D", "AQ", " ", "\n", "é", "\ud800"));
    private final RandomText contents =
            new RandomText(
                    CURSORS.stream().map(CursorFuzzTests::content).toList(),
                    List.of(
                            "\u0000",
                            "\u00ff\u00ff\u00ff\u00ff",
                            "\u007f\u00ff\u00ff\u00ff",
                            "\u0080"));

    @Test
    void readsACursorOrNothing() throws InterruptedException {
        double taken = Fuzzing.run("Cursor", this::any, CursorFuzzTests::isTaken);

        assertThat(taken).isBetween(0.02, 0.98);
    }

    private String any(RandomGenerator random) {
        return random.nextInt(4) == 0 ? sealed(contents.any(random), random) : texts.any(random);
    }

    private static boolean isTaken(String text) {
        Optional<Cursor> cursor = CODEC.decode(text);
        cursor.ifPresent(taken -> {
            String again = CODEC.encode(taken);
            assertThat(again.length()).isLessThanOrEqualTo(CursorCodec.MAX_LENGTH);
            Cursor read = CODEC.decode(again).orElseThrow();
            assertThat(read.hashed() ? read.position() : read)
                    .isEqualTo(read.hashed() ? taken.position() : taken);
            isReadable(taken.filters());
        });
        return cursor.isPresent();
    }

    private static void isReadable(String filters) {
        try {
            String canonical = Filters.parse(filters).canonical();
            assertThat(Filters.parse(canonical).canonical()).isEqualTo(canonical);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("not the filters of this version|unknown filter .*");
        }
    }

    /** What a cursor holds before it is encrypted, one character a byte. */
    private static String content(Cursor cursor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            byte[] filters = cursor.filters().getBytes(UTF_8);
            out.writeUTF(cursor.accountId());
            out.writeInt(filters.length);
            out.write(filters);
            out.writeBoolean(cursor.hashed());
            out.writeInt(cursor.pageSize());
            out.writeInt(cursor.position().format());
            out.writeInt(cursor.position().phase());
            out.writeUTF(cursor.position().token());
            out.writeInt(cursor.index());
            out.writeUTF(cursor.lastId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(ISO_8859_1);
    }

    private String sealed(String content, RandomGenerator random) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            byte[] encrypted = cipher.doFinal(content.getBytes(ISO_8859_1));
            byte[] sealed =
                    ByteBuffer.allocate(13 + encrypted.length)
                            .put((byte) 1)
                            .put(nonce)
                            .put(encrypted)
                            .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKeySpec key() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("convene cursor key\n" + SECRET).getBytes(UTF_8));
            return new SecretKeySpec(hash, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
