package io.convene.launcher.http.connection;

import io.helidon.http.RequestException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Passes an HTTP/1 caller's bytes to the server one head at a time, so that each head can be
 * checked and HTTP/1.0 be served. Bodies pass unchanged. Belongs to the connection's thread.
 */
final class RequestHeads implements Supplier<byte @Nullable []> {
    /** RFC 9112, section 2.2, asks to skip at least one empty line before a request. */
    private static final int MOST_EMPTY_LINES = 8;

    private final IdleInput input;
    private final Caller caller;
    private final int maxLine;
    private final int maxHeaders;
    private byte[] rest = {};
    private long body;
    private boolean refused;

    /**
     * Heads from that input.
     *
     * @param maxLine the most bytes of a request line
     * @param maxHeaders the most bytes of all headers
     */
    RequestHeads(IdleInput input, Caller caller, int maxLine, int maxHeaders) {
        this.input = input;
        this.caller = caller;
        this.maxLine = maxLine;
        this.maxHeaders = maxHeaders;
    }

    /** Whether the last request was refused because of its head. */
    boolean refused() {
        return refused;
    }

    /**
     * The next head, or the next bytes of a body; null at the end.
     *
     * @throws RequestException when a head is refused; the connection must end then
     */
    @Override
    public byte @Nullable [] get() {
        if (body != 0) {
            return ofBody();
        }
        try {
            return head();
        } catch (RequestException e) {
            refused = true;
            throw e;
        }
    }

    private byte @Nullable [] ofBody() {
        byte[] bytes = rest.length > 0 ? rest : input.next(false);
        rest = new byte[0];
        if (bytes == null || body == RequestHead.UNKNOWN) {
            return bytes;
        }
        int length = (int) Math.min(body, bytes.length);
        body -= length;
        rest = Arrays.copyOfRange(bytes, length, bytes.length);
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private byte @Nullable [] head() {
        byte[] bytes = rest;
        int begin = 0;
        int looked = 0;
        int emptyLines = 0;
        while (true) {
            while (bytes.length - begin >= 2 && bytes[begin] == '\r' && bytes[begin + 1] == '\n') {
                begin += 2;
                looked = begin;
                if (++emptyLines > MOST_EMPTY_LINES) {
                    throw HeadRefusal.of(400, "There are too many empty lines before the request.");
                }
            }
            if (begin < bytes.length && !RequestHead.canBegin(bytes[begin])) {
                throw HeadRefusal.of(400, "This is not an HTTP request; for TLS, set server.tls.");
            }
            int end = end(bytes, begin, Math.max(begin, looked - 3));
            requireRoom(bytes, begin, end > 0 ? end : bytes.length);
            if (end > 0) {
                rest = Arrays.copyOfRange(bytes, end, bytes.length);
                return served(
                        begin == 0 && end == bytes.length
                                ? bytes
                                : Arrays.copyOfRange(bytes, begin, end));
            }
            looked = bytes.length;
            byte[] more = input.next(bytes.length == begin);
            if (more == null) {
                return null;
            }
            bytes = begin == bytes.length ? more : joined(bytes, begin, more);
            looked = Math.max(0, looked - begin);
            begin = 0;
        }
    }

    private byte[] served(byte[] bytes) {
        RequestHead head = RequestHead.of(bytes);
        body = head.body();
        caller.takesChunks(head.chunks());
        return head.bytes();
    }

    /**
     * Where the head ends, its empty line included; -1 while it is not complete. A line that ends
     * otherwise than with CRLF is refused: servers differ in how they read it.
     */
    private static int end(byte[] bytes, int begin, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n' && (i == begin || bytes[i - 1] != '\r')) {
                throw HeadRefusal.of(400, "Lines must end with CRLF; this one ends with LF alone.");
            }
            if (bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] != '\n') {
                throw HeadRefusal.of(400, "A line has a CR that no LF follows; remove it.");
            }
            if (bytes[i] == '\n' && i - 3 >= begin && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private void requireRoom(byte[] bytes, int begin, int end) {
        int line = begin;
        while (line < end && bytes[line] != '\n') {
            line++;
        }
        if (line - begin > maxLine) {
            throw HeadRefusal.of(414, "The request line is too long; send fewer ids at once.");
        }
        if (end - line > maxHeaders) {
            throw HeadRefusal.of(
                    431, "The request's headers are too long; send fewer or shorter ones.");
        }
    }

    private static byte[] joined(byte[] bytes, int begin, byte[] more) {
        byte[] all = Arrays.copyOfRange(bytes, begin, bytes.length + more.length);
        System.arraycopy(more, 0, all, bytes.length - begin, more.length);
        return all;
    }
}
