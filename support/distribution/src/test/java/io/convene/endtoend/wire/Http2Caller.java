package io.convene.endtoend.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * A caller that speaks HTTP/2 from its first byte (RFC 9113, section 3.3), down to the frames. It
 * reads nothing.
 */
final class Http2Caller implements AutoCloseable {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int WHOLE_REQUEST = 0x5;
    private static final int CANCEL = 8;
    private static final int STREAM = 1;
    private static final int SEVEN_BITS = 0x7f;

    // Fields, and names of fields, by their place in the table of RFC 7541, appendix A.
    private static final int METHOD_GET = 0x82;
    private static final int SCHEME_HTTP = 0x86;
    private static final int[] AUTHORITY = {1};
    private static final int[] PATH = {4};
    private static final int[] AUTHORIZATION = {15, 23 - 15};

    private final Socket socket;

    /** Connects and sends a request. */
    Http2Caller(int port, String path, String token) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.getOutputStream().write(PREFACE);
        frame(SETTINGS, 0, 0, new byte[0]);
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(METHOD_GET);
        block.write(SCHEME_HTTP);
        header(block, AUTHORITY, "a");
        header(block, PATH, path);
        header(block, AUTHORIZATION, "Bearer " + token);
        frame(HEADERS, WHOLE_REQUEST, STREAM, block.toByteArray());
    }

    /** Rejects the answer to the request; the connection stays. */
    void reset() throws IOException {
        frame(RST_STREAM, 0, STREAM, ByteBuffer.allocate(Integer.BYTES).putInt(CANCEL).array());
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(
                ByteBuffer.allocate(Integer.BYTES + 5 + payload.length)
                        .putInt(payload.length << 8 | type)
                        .put((byte) flags)
                        .putInt(stream)
                        .put(payload)
                        .array());
    }

    /** A field whose name is in the table, literal and not indexed (RFC 7541, section 6.2.2). */
    private static void header(ByteArrayOutputStream block, int[] name, String value) {
        for (int part : name) {
            block.write(part);
        }
        text(block, value);
    }

    private static void text(ByteArrayOutputStream block, String text) {
        int length = text.length();
        if (length < SEVEN_BITS) {
            block.write(length);
        } else {
            block.write(SEVEN_BITS);
            int rest = length - SEVEN_BITS;
            while (rest > SEVEN_BITS) {
                block.write(rest & SEVEN_BITS | SEVEN_BITS + 1);
                rest >>= 7;
            }
            block.write(rest);
        }
        block.writeBytes(text.getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
