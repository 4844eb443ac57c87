package io.convene.launcher.http.connection;

import org.jspecify.annotations.Nullable;

import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * An HTTP/2 caller's bytes, unchanged; reports each stream that the caller resets (RFC 9113,
 * section 6.4). The server itself ends no handler for that. Belongs to the connection's thread.
 */
final class ResetFrames implements Supplier<byte @Nullable []> {
    private static final int PREFACE = 24;
    private static final int HEADER = 9;
    private static final int RST_STREAM = 3;

    private final Supplier<byte @Nullable []> input;
    private final IntConsumer reset;
    private final byte[] header = new byte[HEADER];
    private int inHeader;
    private int skip = PREFACE;

    ResetFrames(Supplier<byte @Nullable []> input, IntConsumer reset) {
        this.input = input;
        this.reset = reset;
    }

    @Override
    public byte @Nullable [] get() {
        byte[] bytes = input.get();
        if (bytes != null) {
            look(bytes);
        }
        return bytes;
    }

    private void look(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (skip > 0) {
                int skipped = Math.min(skip, bytes.length - at);
                skip -= skipped;
                at += skipped;
            } else {
                header[inHeader++] = bytes[at++];
                if (inHeader == HEADER) {
                    inHeader = 0;
                    skip = number(0, 3);
                    if (header[3] == RST_STREAM) {
                        reset.accept(number(5, 9) & Integer.MAX_VALUE);
                    }
                }
            }
        }
    }

    private int number(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = (number << 8) | (header[i] & 0xff);
        }
        return number;
    }
}
