package io.convene.launcher.egress.coding;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Decodes one content coding, piece by piece. Not thread-safe. */
interface Decoder extends AutoCloseable {
    /**
     * Decodes a piece of the body and consumes all of it.
     *
     * @throws UnusableAnswerException when the bytes do not follow the coding
     * @throws BodyTooLargeException when there is more than {@code out} takes
     */
    void decode(ByteBuffer in, Output out) throws IOException;

    /** Whether the body may end here. */
    boolean isComplete();

    @Override
    void close();
}
