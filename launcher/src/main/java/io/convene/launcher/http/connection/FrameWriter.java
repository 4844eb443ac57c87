package io.convene.launcher.http.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes the frames of an HTTP/2 connection, one at a time, so that the end of the connection can
 * be announced between them. Thread-safe.
 */
final class FrameWriter extends WholeWriter {
    /**
     * GOAWAY without an error for the highest stream there may be: streams under way go on, no
     * other should be opened (RFC 9113, section 6.8).
     */
    private static final byte[] GO_AWAY = {
        0, 0, 8, 7, 0, 0, 0, 0, 0, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0, 0, 0
    };

    private final DataWriter writer;
    private final ReentrantLock lock = new ReentrantLock();

    FrameWriter(DataWriter writer) {
        super(writer);
        this.writer = writer;
    }

    /** Asks the caller to open no other stream. */
    void goAway() {
        writeNow(BufferData.create(GO_AWAY));
    }

    @Override
    public void writeNow(BufferData buffer) {
        lock.lock();
        try {
            writer.writeNow(buffer);
        } finally {
            lock.unlock();
        }
    }
}
