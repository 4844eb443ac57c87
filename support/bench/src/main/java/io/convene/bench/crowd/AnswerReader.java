package io.convene.bench.crowd;

import io.convene.bench.BenchException;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Reads the answers of one connection, one after the other, as their bytes come. Bodies are skipped
 * where the status is 200.
 */
final class AnswerReader {
    private enum Part {
        STATUS,
        HEADER,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILER
    }

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int KEPT = 160;
    private static final int LINE_END = 2;
    private static final int HEX = 16;

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private Part part = Part.STATUS;
    private int status;
    private boolean retryAfter;
    private boolean chunked;
    private long left;

    /** Takes bytes until an answer is whole, which is told by true, or there are no more. */
    boolean isWhole(ByteBuffer in) {
        while (in.hasRemaining()) {
            boolean end =
                    switch (part) {
                        case BODY, CHUNK -> skip(in);
                        case STATUS, HEADER, CHUNK_SIZE, TRAILER -> take(in.get());
                    };
            if (end) {
                return true;
            }
        }
        return false;
    }

    /** The answer that has become whole; the next may begin. */
    Answer next() {
        Answer answer = new Answer(status, retryAfter, body.toString());
        reset();
        return answer;
    }

    /** Forgets an answer that will not come to its end. */
    void reset() {
        part = Part.STATUS;
        retryAfter = false;
        chunked = false;
        left = 0;
        line.setLength(0);
        body.setLength(0);
    }

    private boolean skip(ByteBuffer in) {
        int count = (int) Math.min(left, in.remaining());
        if (status != Answer.OK) {
            for (int i = in.position(); i < in.position() + count && body.length() < KEPT; i++) {
                body.append((char) (in.get(i) & 0xff));
            }
        }
        in.position(in.position() + count);
        left -= count;
        if (left > 0) {
            return false;
        }
        boolean end = part == Part.BODY;
        part = Part.CHUNK_SIZE;
        return end;
    }

    private boolean take(byte next) {
        if (line.length() == LONGEST_LINE) {
            throw new BenchException("a line of an answer is too long: " + line.substring(0, KEPT));
        }
        line.append((char) (next & 0xff));
        if (next != '\n') {
            return false;
        }
        String text = line.toString().strip();
        line.setLength(0);
        return switch (part) {
            case STATUS -> status(text);
            case HEADER -> header(text);
            case CHUNK_SIZE -> chunk(text);
            case TRAILER -> text.isEmpty();
            case BODY, CHUNK -> throw new IllegalStateException("bodies have no lines");
        };
    }

    private boolean status(String text) {
        if (!text.matches("HTTP/1\\.1 \\d{3}( .*)?")) {
            throw new BenchException("an answer begins with '" + text + "'");
        }
        status = Integer.parseInt(text.substring(9, 12));
        part = Part.HEADER;
        return false;
    }

    private boolean header(String text) {
        if (text.isEmpty()) {
            if (chunked) {
                part = Part.CHUNK_SIZE;
                return false;
            }
            part = Part.BODY;
            return left == 0;
        }
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1).strip();
        switch (text.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT)) {
            case "content-length" -> left = Long.parseLong(value);
            case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
            case "retry-after" -> retryAfter = value.matches("\\d+");
            default -> {}
        }
        return false;
    }

    private boolean chunk(String text) {
        long size = Long.parseLong(text.split(";", 2)[0].strip(), HEX);
        part = size == 0 ? Part.TRAILER : Part.CHUNK;
        left = size + LINE_END;
        return false;
    }
}
