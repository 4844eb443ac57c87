package io.convene.launcher.egress.coding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The compressed data that gzip and deflate share. Not thread-safe. */
final class Inflation implements AutoCloseable {
    private static final int PIECE = 32 * 1024;

    private final Inflater inflater;
    private final CRC32 checksum = new CRC32();

    /**
     * Compressed data of which nothing was read yet.
     *
     * @param raw whether it has no zlib header and checksum
     */
    Inflation(boolean raw) {
        inflater = new Inflater(raw);
    }

    /**
     * Reads as much as there is, at most up to the end of the compressed data.
     *
     * @throws UnusableAnswerException when the data is damaged
     * @throws BodyTooLargeException when there is more than {@code out} takes
     */
    void read(ByteBuffer in, Output out) throws IOException {
        inflater.setInput(in);
        while (!inflater.finished()) {
            byte[] piece = new byte[PIECE];
            int length = inflate(piece);
            if (length == 0) {
                if (inflater.needsDictionary()) {
                    throw damaged();
                }
                if (!inflater.finished()) {
                    return;
                }
            } else {
                checksum.update(piece, 0, length);
                out.add(piece, length);
            }
        }
    }

    /** Whether the end of the compressed data was reached. */
    boolean isFinished() {
        return inflater.finished();
    }

    /** The CRC-32 of the decoded bytes. */
    long checksum() {
        return checksum.getValue();
    }

    /** How many bytes were decoded. */
    long size() {
        return inflater.getBytesWritten();
    }

    /** Starts over with the next data. */
    void reset() {
        inflater.reset();
        checksum.reset();
    }

    static UnusableAnswerException damaged() {
        return new UnusableAnswerException("has damaged compressed data");
    }

    private int inflate(byte[] piece) throws UnusableAnswerException {
        try {
            return inflater.inflate(piece);
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
