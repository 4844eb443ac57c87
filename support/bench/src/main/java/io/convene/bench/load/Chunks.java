package io.convene.bench.load;

import io.convene.bench.BenchException;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of a chunked answer (RFC 9112, section 7.1), without the framing. */
final class Chunks {
    private static final int LONGEST_SIZE = 16;

    private final InputStream in;
    private long left;
    private boolean begun;
    private boolean ended;

    Chunks(InputStream in) {
        this.in = in;
    }

    /** Reads the available part of a chunk, at least one byte; -1 after the last. */
    int read(byte[] into) throws IOException {
        if (left == 0 && !ended) {
            begin();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(into, 0, (int) Math.min(left, into.length));
        if (read < 0) {
            throw new EOFException("the connection was closed within a chunk");
        }
        left -= read;
        return read;
    }

    private void begin() throws IOException {
        if (begun) {
            line();
        }
        begun = true;
        left = Long.parseLong(line(), 16);
        ended = left == 0;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(LONGEST_SIZE);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed between chunks");
            }
            if (line.length() == LONGEST_SIZE) {
                throw new BenchException("no size of a chunk: " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
