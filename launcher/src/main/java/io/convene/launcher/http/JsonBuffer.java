package io.convene.launcher.http;

import io.convene.core.Text;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * JSON on its way out: a growing array of bytes. The caller keeps the syntax right. Belongs to one
 * request.
 */
public final class JsonBuffer {
    private static final int INITIAL = 1024;
    private static final byte[] QUOTE = {'"'};
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** Subtracting these from eight bytes sets the high bit of each control among them. */
    private static final long BLANKS = 0x2020_2020_2020_2020L;

    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private byte[] bytes = new byte[INITIAL];
    private int size;

    /** Adds characters below U+0080 as they are. */
    public JsonBuffer ascii(String characters) {
        int length = characters.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[size + i] = (byte) characters.charAt(i);
        }
        size += length;
        return this;
    }

    /** Adds JSON as it is. */
    public JsonBuffer bytes(byte[] json) {
        return span(json, 0, json.length);
    }

    /** Puts a brace on the comma that is there, or at the end when there is none. */
    public JsonBuffer openObject(int comma) {
        if (comma == size) {
            return ascii('{');
        }
        bytes[comma] = '{';
        return this;
    }

    /** Adds a number. */
    public JsonBuffer number(int number) {
        return ascii(Integer.toString(number));
    }

    /** Turns line ends from {@code start} on, which are few if any, into blanks. */
    public JsonBuffer replaceLineEnds(int start) {
        int at = start;
        for (; at <= size - Long.BYTES; at += Long.BYTES) {
            long eight = (long) LONG.get(bytes, at);
            if (((eight - BLANKS) & ~eight & HIGH_BITS) != 0) {
                replaceLineEnds(at, at + Long.BYTES);
            }
        }
        replaceLineEnds(at, size);
        return this;
    }

    private void replaceLineEnds(int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' ';
            }
        }
    }

    /** Forgets everything and keeps the room. */
    public void clear() {
        size = 0;
    }

    /** Adds one character below U+0080. */
    public JsonBuffer ascii(char character) {
        reserve(1);
        bytes[size++] = (byte) character;
        return this;
    }

    /** Adds JSON as it is, with a string's characters in its middle. */
    public JsonBuffer between(byte[] before, Text text, byte[] after) {
        int length = text.length();
        reserve(before.length + length + after.length);
        System.arraycopy(before, 0, bytes, size, before.length);
        size += before.length;
        text.copyTo(bytes, size);
        size += length;
        for (byte b : after) {
            bytes[size++] = b;
        }
        return this;
    }

    /** Adds a string in quotes. */
    public JsonBuffer text(Text text) {
        return between(QUOTE, text, QUOTE);
    }

    /** Adds a string in quotes. */
    public JsonBuffer string(String characters) {
        return characters.isBlank()
                ? ascii('"').ascii(characters).ascii('"')
                : text(Text.of(characters));
    }

    /** Adds a string in quotes, or null. */
    public JsonBuffer stringOrNull(Optional<String> characters) {
        return characters.isPresent() ? string(characters.get()) : ascii("null");
    }

    /** Sends the added text as the whole answer. */
    public void sendTo(ServerResponse response) {
        response.headers().set(HeaderValues.CONTENT_TYPE_JSON);
        response.send(bytes, 0, size);
    }

    /** Adds a span of JSON as it is. */
    public JsonBuffer span(byte[] source, int start, int end) {
        int length = end - start;
        reserve(length);
        System.arraycopy(source, start, bytes, size, length);
        size += length;
        return this;
    }

    /** Makes room for that many more bytes at once. */
    public void expect(int length) {
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, size + length);
        }
    }

    /** The bytes, of which the first {@link #size()} count. Not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /** A copy of the bytes that count. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private void reserve(int length) {
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
    }
}
