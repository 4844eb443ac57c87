package io.convene.launcher.http;

import io.convene.core.Text;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.OutputStream;
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
    private static final int FIRST = EncodedResponse.HEAD_ROOM;
    private static final int INITIAL = 1024 + FIRST;
    private static final byte[] NONE = new byte[FIRST];
    private static final byte[] QUOTE = {'"'};
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** Subtracting these from eight bytes sets the high bit of each control among them. */
    private static final long BLANKS = 0x2020_2020_2020_2020L;

    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private byte[] bytes = new byte[INITIAL];

    /** The place after the last byte; those before the first one are for the answer's head. */
    private int end = FIRST;

    /** Adds characters below U+0080 as they are. */
    public JsonBuffer ascii(String characters) {
        int length = characters.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[end + i] = (byte) characters.charAt(i);
        }
        end += length;
        return this;
    }

    /** Adds JSON as it is. */
    public JsonBuffer bytes(byte[] json) {
        return span(json, 0, json.length);
    }

    /** Puts a brace on the comma that is there, or at the end when there is none. */
    public JsonBuffer openObject(int comma) {
        if (comma == size()) {
            return ascii('{');
        }
        bytes[FIRST + comma] = '{';
        return this;
    }

    /** Adds a number. */
    public JsonBuffer number(int number) {
        return ascii(Integer.toString(number));
    }

    /** Turns line ends from {@code start} on, which are few if any, into blanks. */
    public JsonBuffer replaceLineEnds(int start) {
        int at = FIRST + start;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long eight = (long) LONG.get(bytes, at);
            if (((eight - BLANKS) & ~eight & HIGH_BITS) != 0) {
                replaceLineEndsIn(at, at + Long.BYTES);
            }
        }
        replaceLineEndsIn(at, end);
        return this;
    }

    private void replaceLineEndsIn(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' ';
            }
        }
    }

    /** Forgets everything and keeps the room. */
    public void clear() {
        end = FIRST;
    }

    /** Adds one character below U+0080. */
    public JsonBuffer ascii(char character) {
        reserve(1);
        bytes[end++] = (byte) character;
        return this;
    }

    /** Adds JSON as it is, with a string's characters in its middle. */
    public JsonBuffer between(byte[] before, Text text, byte[] after) {
        int length = text.length();
        reserve(before.length + length + after.length);
        System.arraycopy(before, 0, bytes, end, before.length);
        end += before.length;
        text.copyTo(bytes, end);
        end += length;
        for (byte b : after) {
            bytes[end++] = b;
        }
        return this;
    }

    /** Adds a string in quotes. */
    public JsonBuffer text(Text text) {
        return between(QUOTE, text, QUOTE);
    }

    /** Adds a string in quotes. */
    public JsonBuffer string(String characters) {
        if (!isPlain(characters)) {
            return text(Text.of(characters));
        }
        return ascii('"').ascii(characters).ascii('"');
    }

    /** Whether no character has an escape, as in names. */
    private static boolean isPlain(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Adds a string in quotes, or null. */
    public JsonBuffer stringOrNull(Optional<String> characters) {
        return characters.isPresent() ? string(characters.get()) : ascii("null");
    }

    /** Sends the added text as the whole answer, with which this buffer ends. */
    public void sendTo(ServerResponse response) {
        response.headers().set(HeaderValues.CONTENT_TYPE_JSON);
        if (response instanceof EncodedResponse encoded) {
            encoded.sendWithRoom(bytes, FIRST, size());
        } else {
            response.send(bytes, FIRST, size());
        }
        // Not when sending failed: nobody knows then who still writes.
        release();
    }

    /**
     * Forgets everything and leaves the room to other answers. Only for the thread that has filled
     * this buffer, and when nothing else writes or reads its bytes any more.
     */
    public void release() {
        byte[] room = bytes;
        bytes = NONE;
        end = FIRST;
        AnswerArrays.give(room);
    }

    /** Adds a span of JSON as it is. */
    public JsonBuffer span(byte[] source, int start, int after) {
        int length = after - start;
        reserve(length);
        System.arraycopy(source, start, bytes, end, length);
        end += length;
        return this;
    }

    /** Makes room for that many more bytes at once. */
    public void expect(int length) {
        if (bytes.length - end < length) {
            grow(end + length);
        }
    }

    public int size() {
        return end - FIRST;
    }

    /** Writes everything there. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, FIRST, size());
    }

    /** A copy of everything. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, FIRST, end);
    }

    @Override
    public String toString() {
        return new String(bytes, FIRST, size(), StandardCharsets.UTF_8);
    }

    private void reserve(int length) {
        if (bytes.length - end < length) {
            grow(Math.max(bytes.length * 2, end + length));
        }
    }

    private void grow(int length) {
        byte[] longer = AnswerArrays.take(length);
        System.arraycopy(bytes, FIRST, longer, FIRST, size());
        AnswerArrays.give(bytes);
        bytes = longer;
    }
}
