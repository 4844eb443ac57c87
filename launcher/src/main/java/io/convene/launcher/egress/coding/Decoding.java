package io.convene.launcher.egress.coding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The decoding of one body through all of its codings. Thread-safe: it may be closed while another
 * thread decodes.
 */
final class Decoding implements AutoCloseable {
    private record Stage(Decoder decoder, Output out) {}

    private final List<Stage> stages;
    private final long limit;

    // Guarded by this.
    private long encoded;
    private boolean closed;

    /**
     * A decoding of a body that has not begun.
     *
     * @param decoders in the order in which they are used
     * @param limit how many bytes the body may have before, between and after the decoders
     */
    Decoding(List<Decoder> decoders, long limit) {
        this.stages = decoders.stream().map(each -> new Stage(each, new Output(limit))).toList();
        this.limit = limit;
    }

    /** Decodes a part of the body; nothing comes once this is closed. */
    synchronized List<ByteBuffer> decode(List<ByteBuffer> buffers) throws IOException {
        List<ByteBuffer> pieces = buffers;
        for (ByteBuffer buffer : buffers) {
            encoded += buffer.remaining();
        }
        if (closed) {
            return List.of();
        }
        if (encoded > limit) {
            throw new BodyTooLargeException();
        }
        for (Stage stage : stages) {
            for (ByteBuffer piece : pieces) {
                stage.decoder().decode(piece, stage.out());
            }
            pieces = stage.out().take();
        }
        return pieces;
    }

    /** Whether the body may end here. An empty body has no coding. */
    synchronized boolean isComplete() {
        return stages.stream().allMatch(stage -> stage.decoder().isComplete());
    }

    @Override
    public synchronized void close() {
        closed = true;
        stages.forEach(stage -> stage.decoder().close());
    }
}
