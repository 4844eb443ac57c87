package io.convene.launcher.egress.coding;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The coding {@code gzip} (RFC 1952): one member or several in a row. Bytes after the last member
 * that do not begin like another one are ignored, as browsers do.
 */
final class GzipDecoder implements Decoder {
    private enum HeaderPart {
        HEADER,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        HEADER_CHECKSUM,
        DATA,
        TRAILER,
        IGNORED
    }

    private static final int[] MAGIC = {0x1f, 0x8b, 8};
    private static final int FLAGS_AT = 3;
    private static final int HEADER_LENGTH = 10;
    private static final int TRAILER_LENGTH = 8;
    private static final int HAS_HEADER_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final long LOW_32_BITS = 0xffff_ffffL;

    private final Inflation data = new Inflation(true);
    private HeaderPart part = HeaderPart.HEADER;
    private boolean another;
    // How many bytes of the part were read.
    private int read;
    private int flags;
    private int extra;
    private long trailer;

    @Override
    public void decode(ByteBuffer in, Output out) throws IOException {
        while (in.hasRemaining()) {
            if (part == HeaderPart.DATA) {
                data.read(in, out);
                if (data.isFinished()) {
                    begin(HeaderPart.TRAILER);
                }
            } else if (part == HeaderPart.IGNORED) {
                in.position(in.limit());
            } else {
                take(in.get() & 0xff);
            }
        }
    }

    @Override
    public boolean isComplete() {
        if (part == HeaderPart.HEADER) {
            return read == 0 || (another && read == 1);
        }
        return part == HeaderPart.IGNORED;
    }

    private void take(int octet) throws UnusableAnswerException {
        read++;
        switch (part) {
            case HEADER -> header(octet);
            case EXTRA_LENGTH -> {
                extra |= octet << (8 * (read - 1));
                if (read == 2) {
                    begin(extra == 0 ? afterExtra() : HeaderPart.EXTRA);
                }
            }
            case EXTRA -> {
                if (read == extra) {
                    begin(afterExtra());
                }
            }
            case NAME -> {
                if (octet == 0) {
                    begin(afterName());
                }
            }
            case COMMENT -> {
                if (octet == 0) {
                    begin(afterComment());
                }
            }
            case HEADER_CHECKSUM -> {
                if (read == 2) {
                    begin(HeaderPart.DATA);
                }
            }
            case TRAILER -> trailer(octet);
            case DATA, IGNORED -> throw new IllegalStateException(part.name());
        }
    }

    private void header(int octet) throws UnusableAnswerException {
        int at = read - 1;
        if (at < MAGIC.length && octet != MAGIC[at]) {
            if (!another) {
                throw new UnusableAnswerException("is not gzip, although its header says so");
            }
            begin(HeaderPart.IGNORED);
        } else if (at == FLAGS_AT) {
            flags = octet;
        } else if (read == HEADER_LENGTH) {
            begin((flags & HAS_EXTRA) == 0 ? afterExtra() : HeaderPart.EXTRA_LENGTH);
        }
    }

    private HeaderPart afterExtra() {
        return (flags & HAS_NAME) == 0 ? afterName() : HeaderPart.NAME;
    }

    private HeaderPart afterName() {
        return (flags & HAS_COMMENT) == 0 ? afterComment() : HeaderPart.COMMENT;
    }

    private HeaderPart afterComment() {
        return (flags & HAS_HEADER_CHECKSUM) == 0 ? HeaderPart.DATA : HeaderPart.HEADER_CHECKSUM;
    }

    private void trailer(int octet) throws UnusableAnswerException {
        trailer |= (long) octet << (8 * (read - 1));
        if (read < TRAILER_LENGTH) {
            return;
        }
        boolean whole =
                (trailer & LOW_32_BITS) == data.checksum()
                        && trailer >>> 32 == (data.size() & LOW_32_BITS);
        if (!whole) {
            throw Inflation.damaged();
        }
        data.reset();
        another = true;
        extra = 0;
        trailer = 0;
        begin(HeaderPart.HEADER);
    }

    private void begin(HeaderPart next) {
        part = next;
        read = 0;
    }

    @Override
    public void close() {
        data.close();
    }
}
