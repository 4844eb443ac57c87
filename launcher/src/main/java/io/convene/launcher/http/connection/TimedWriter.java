package io.convene.launcher.http.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;

/**
 * Writes to a caller in pieces that each must be taken in time, so that a big answer over a slow
 * connection is not taken for one that nobody reads.
 */
public final class TimedWriter extends WholeWriter {
    /** As much as the socket takes at once, so that usual answers stay in one piece. */
    public static final int PIECE = 256 * 1024;

    private final DataWriter writer;
    private final SlowCallers callers;

    TimedWriter(DataWriter writer, SlowCallers callers) {
        super(writer);
        this.writer = writer;
        this.callers = callers;
    }

    @Override
    public void writeNow(BufferData buffer) {
        while (buffer.available() > PIECE) {
            byte[] piece = new byte[PIECE];
            int length = buffer.read(piece, 0, PIECE);
            callers.write(BufferData.create(piece, 0, length), writer);
        }
        callers.write(buffer, writer);
    }
}
