package io.convene.launcher.http.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;

/**
 * A writer over another one that sees everything as single buffers, to be written at once. Flushing
 * and closing go to the other one.
 */
public abstract class WholeWriter implements DataWriter {
    private final DataWriter writer;

    /** A writer over that one. */
    protected WholeWriter(DataWriter writer) {
        this.writer = writer;
    }

    @Override
    public final void write(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public final void write(BufferData buffer) {
        writeNow(buffer);
    }

    @Override
    public final void writeNow(BufferData... buffers) {
        writeNow(BufferData.create(buffers));
    }

    @Override
    public abstract void writeNow(BufferData buffer);

    @Override
    public final void flush() {
        writer.flush();
    }

    @Override
    public final void close() {
        writer.close();
    }
}
