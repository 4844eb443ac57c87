package io.convene.launcher.http.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;

import org.jspecify.annotations.Nullable;

/**
 * Writes an answer's head and its body at once, from the array that the body is in: the server
 * would copy the body after the head. For one HTTP/1 connection; not thread-safe.
 */
public final class HeadedWriter extends WholeWriter {
    private final DataWriter writer;
    private @Nullable Body body;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Body(byte[] bytes, int position, int length) {}

    HeadedWriter(DataWriter writer) {
        super(writer);
        this.writer = writer;
    }

    /**
     * Has the next buffer, which must be a head, followed by that body. The bytes before the body
     * are overwritten.
     *
     * @param head sends the head
     */
    public void write(byte[] bytes, int position, int length, Runnable head) {
        body = new Body(bytes, position, length);
        try {
            head.run();
        } finally {
            body = null;
        }
    }

    @Override
    public void writeNow(BufferData buffer) {
        Body following = body;
        if (following == null) {
            writer.writeNow(buffer);
            return;
        }
        body = null;
        int head = buffer.available();
        int start = following.position() - head;
        if (start < 0) {
            writer.writeNow(buffer);
            start = following.position();
        } else {
            buffer.read(following.bytes(), start, head);
        }
        int end = following.position() + following.length();
        while (start < end) {
            int piece = Math.min(TimedWriter.PIECE, end - start);
            writer.writeNow(BufferData.create(following.bytes(), start, piece));
            start += piece;
        }
    }
}
