package io.convene.launcher.api;

import java.io.IOException;
import java.io.InputStream;

/** A chunked body, read no further than asked for. */
public final class Chunks extends InputStream {
    private final InputStream in;
    private int left;
    private boolean ended;

    public Chunks(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ended && left == 0) {
            left = Integer.parseInt(line(), 16);
            ended = left == 0;
        }
        if (ended) {
            return -1;
        }
        int count = in.readNBytes(bytes, offset, Math.min(length, left));
        left -= count;
        if (left == 0) {
            line();
        }
        return count;
    }

    @Override
    public int available() {
        return left;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the body broke off");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
