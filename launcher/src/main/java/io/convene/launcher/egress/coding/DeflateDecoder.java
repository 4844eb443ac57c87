package io.convene.launcher.egress.coding;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The coding {@code deflate}: zlib (RFC 1950) as RFC 9110 has it, or the bare compressed data (RFC
 * 1951) that some servers send under this name. The first two bytes tell which. Bytes after the
 * data are ignored.
 */
final class DeflateDecoder implements Decoder {
    private static final int NONE = -1;
    private static final int METHOD_MASK = 0x0f;
    private static final int DEFLATED = 8;
    private static final int HEADER_CHECK = 31;

    private int first = NONE;
    private @Nullable Inflation data;

    @Override
    public void decode(ByteBuffer in, Output out) throws IOException {
        if (first == NONE && in.hasRemaining()) {
            first = in.get() & 0xff;
        }
        if (!in.hasRemaining()) {
            return;
        }
        Inflation reading = data;
        if (reading == null) {
            int second = in.get() & 0xff;
            reading = new Inflation(!isZlib(first, second));
            data = reading;
            reading.read(ByteBuffer.wrap(new byte[] {(byte) first, (byte) second}), out);
        }
        reading.read(in, out);
        in.position(in.limit());
    }

    private static boolean isZlib(int first, int second) {
        return (first & METHOD_MASK) == DEFLATED && ((first << 8) + second) % HEADER_CHECK == 0;
    }

    @Override
    public boolean isComplete() {
        return first == NONE || (data != null && data.isFinished());
    }

    @Override
    public void close() {
        if (data != null) {
            data.close();
        }
    }
}
