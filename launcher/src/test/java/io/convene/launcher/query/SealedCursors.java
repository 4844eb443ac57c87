package io.convene.launcher.query;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors sealed as {@link CursorCodec} does, around any contents, and the same again for the same
 * random numbers.
 */
public final class SealedCursors {
    private static final byte FORMAT = 2;

    private final SecretKeySpec key;

    /** Cursors that a codec with that secret can open. */
    public SealedCursors(String secret) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("convene cursor key\n" + secret).getBytes(UTF_8));
            this.key = new SecretKeySpec(hash, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cursor as text. */
    public String seal(Cursor cursor, RandomGenerator random) {
        return seal(content(cursor), random);
    }

    /** Those contents, one character a byte, as text. */
    String seal(String content, RandomGenerator random) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            byte[] encrypted = cipher.doFinal(content.getBytes(ISO_8859_1));
            byte[] sealed =
                    ByteBuffer.allocate(13 + encrypted.length)
                            .put(FORMAT)
                            .put(nonce)
                            .put(encrypted)
                            .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The content of a cursor before it is encrypted, one character for each byte. */
    static String content(Cursor cursor) {
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
            cursor.trail().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(ISO_8859_1);
    }
}
