package io.convene.launcher.egress.coding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Collects decoded bytes, up to a limit for the whole body. Not thread-safe. */
final class Output {
    private final long limit;
    private List<ByteBuffer> pieces = new ArrayList<>();
    private long size;

    /**
     * An output that has nothing yet.
     *
     * @param limit how many bytes it takes, all pieces together
     */
    Output(long limit) {
        this.limit = limit;
    }

    /**
     * Adds the first bytes of an array, which must not change afterwards.
     *
     * @throws BodyTooLargeException when that exceeds the limit
     */
    void add(byte[] bytes, int length) throws BodyTooLargeException {
        size += length;
        if (size > limit) {
            throw new BodyTooLargeException();
        }
        pieces.add(ByteBuffer.wrap(bytes, 0, length));
    }

    /** Returns the bytes added since the last call. */
    List<ByteBuffer> take() {
        List<ByteBuffer> taken = pieces;
        pieces = new ArrayList<>();
        return taken;
    }
}
