package io.convene.launcher.query;

import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns cursors into opaque text and back: AES-GCM, so that the ids inside stay secret and a change
 * is noticed. The first key encrypts, all decrypt. Thread-safe.
 */
public final class CursorCodec {
    /** The longest cursor in characters. */
    public static final int MAX_LENGTH = 2048;

    private static final int FORMAT = 2;
    private static final String CIPHER = "AES/GCM/NoPadding";

    // Looked for once: each look goes through all that are installed.
    private static final Provider PROVIDER = cipher().getProvider();

    private static final int SPARE_CIPHERS = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    /** The longest content of a cursor, without Base64 and encryption. */
    private static final int MAX_BYTES =
            MAX_LENGTH / 4 * 3 - 1 - NONCE_LENGTH - TAG_BITS / Byte.SIZE;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    // Making one costs as much as using it.
    private final BlockingQueue<Cipher> spare = new ArrayBlockingQueue<>(SPARE_CIPHERS);

    /**
     * A codec with those secrets, of which the first encrypts; any text of any length may be one.
     */
    public CursorCodec(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("secrets is empty");
        }
        this.keys =
                secrets.stream()
                        .map(secret ->
                                new SecretKeySpec(sha256("convene cursor key\n" + secret), "AES"))
                        .toList();
    }

    /**
     * The cursor as opaque text. When it would be too long, its filters are replaced by their hash,
     * or else the last id is left out, so that reading continues by the number of items alone.
     *
     * @throws VendorException when the vendor's own place in its list is too long
     */
    public String encode(Cursor cursor) {
        return encrypt(cursor)
                .or(() -> encrypt(cursor.withHash()))
                .or(() -> encrypt(cursor.withoutLastId()))
                .or(() -> encrypt(cursor.withHash().withoutLastId()))
                .orElseThrow(() -> tooLong(cursor.position()));
    }

    private static VendorException tooLong(Position position) {
        return new VendorException(
                VendorException.Kind.UNUSABLE_ANSWER,
                "The vendor's place in its list has "
                        + position.token().length()
                        + " characters, which is too long for a next_cursor; read the whole list at once,"
                        + " with truto_ignore_limit=true.");
    }

    /** The cursor in the text, or nothing when the text is not one of ours, or was changed. */
    public Optional<Cursor> decode(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (sealed.length <= 1 + NONCE_LENGTH || sealed[0] != FORMAT) {
            return Optional.empty();
        }
        return keys.stream().flatMap(key -> decrypt(sealed, key).stream()).findFirst();
    }

    /** The hash that replaces filters too long to carry. */
    public static String hash(String filters) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(filters));
    }

    /** Nothing when it would be too long. */
    private Optional<String> encrypt(Cursor cursor) {
        if (cursor.position().token().length() + cursor.lastId().length() > MAX_BYTES) {
            return Optional.empty();
        }
        byte[] written = write(cursor);
        if (written.length > MAX_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            Cipher kept = spare.poll();
            Cipher cipher = kept == null ? Cipher.getInstance(CIPHER, PROVIDER) : kept;
            cipher.init(
                    Cipher.ENCRYPT_MODE, keys.getFirst(), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] encrypted = cipher.doFinal(written);
            spare.offer(cipher);
            byte[] sealed =
                    ByteBuffer.allocate(1 + NONCE_LENGTH + encrypted.length)
                            .put((byte) FORMAT)
                            .put(nonce)
                            .put(encrypted)
                            .array();
            return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    private static Optional<Cursor> decrypt(byte[] sealed, SecretKeySpec key) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER, PROVIDER);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE_LENGTH));
            return Optional.of(
                    read(
                            cipher.doFinal(
                                    sealed, 1 + NONCE_LENGTH, sealed.length - 1 - NONCE_LENGTH)));
        } catch (GeneralSecurityException | IOException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    private static byte[] write(Cursor cursor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(cursor.accountId());
            byte[] filters = cursor.filters().getBytes(StandardCharsets.UTF_8);
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
            throw new IllegalStateException("a cursor could not be written", e);
        }
        return bytes.toByteArray();
    }

    private static Cursor read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String accountId = in.readUTF();
            String filters =
                    new String(in.readNBytes(atLeast(0, in.readInt())), StandardCharsets.UTF_8);
            boolean hashed = in.readBoolean();
            int pageSize = atLeast(1, in.readInt());
            Position position = Position.of(in.readInt(), in.readInt(), in.readUTF());
            int index = atLeast(0, in.readInt());
            String lastId = in.readUTF();
            ChainMemory trail = ChainMemory.readFrom(in);
            if (in.read() >= 0) {
                throw new IOException("bytes follow the cursor");
            }
            return new Cursor(
                    accountId,
                    filters,
                    hashed,
                    pageSize,
                    new Cursor.Place(position, index, lastId),
                    trail);
        }
    }

    /** A cursor that another version sealed with the same key may have another layout. */
    static int atLeast(int least, int number) throws IOException {
        if (number < least) {
            throw new IOException(number + " is less than " + least);
        }
        return number;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
