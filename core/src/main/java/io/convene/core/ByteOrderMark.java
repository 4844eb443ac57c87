package io.convene.core;

/** The mark that some programs put in front of UTF-8. */
final class ByteOrderMark {
    private ByteOrderMark() {}

    /** How many bytes it has in front of these: three or none. */
    static int length(byte[] utf8) {
        boolean marked =
                utf8.length >= 3
                        && utf8[0] == (byte) 0xef
                        && utf8[1] == (byte) 0xbb
                        && utf8[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }
}
