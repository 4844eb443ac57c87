package io.convene.endtoend.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.convene.endtoend.Site;
import io.convene.testing.WireRequest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A caller down to the bytes: it reads as slowly as it likes, sees trailers, and knows a body that
 * lacks its end. Its socket takes little at once.
 */
final class WireCaller implements AutoCloseable {
    private static final int LONGEST_WAIT = 60_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final String status;
    private final Map<String, String> headers;
    private Map<String, String> trailers = Map.of();
    private int left;
    private boolean ended;

    /** Asks, and reads the head of the answer. */
    WireCaller(int port, String pathAndQuery, String... lines) throws IOException {
        socket.setReceiveBufferSize(64 * 1024);
        socket.setSoTimeout(LONGEST_WAIT);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        String request =
                "GET "
                        + pathAndQuery
                        + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                        + Site.TOKEN
                        + "\r\n"
                        + (lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n")
                        + "\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        in = new BufferedInputStream(socket.getInputStream());
        status = WireRequest.line(in);
        headers = fields();
    }

    String status() {
        return status.split(" ")[1];
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** A trailer field; the body must have been read to its end. */
    String trailer(String name) {
        return trailers.getOrDefault(name, "");
    }

    /**
     * The next bytes of a chunked body, fewer at its end.
     *
     * @throws EOFException when the connection ends before the body does
     */
    byte[] read(int length) throws IOException {
        byte[] bytes = new byte[length];
        int size = 0;
        while (size < length && open()) {
            int read = in.read(bytes, size, Math.min(left, length - size));
            if (read < 0) {
                throw new EOFException("the body broke off");
            }
            size += read;
            left -= read;
            if (left == 0) {
                WireRequest.line(in);
            }
        }
        return size == length ? bytes : Arrays.copyOf(bytes, size);
    }

    private boolean open() throws IOException {
        if (left == 0 && !ended) {
            left = Integer.parseInt(WireRequest.line(in), 16);
            if (left == 0) {
                ended = true;
                trailers = fields();
            }
        }
        return !ended;
    }

    private Map<String, String> fields() throws IOException {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = WireRequest.line(in); !line.isEmpty(); line = WireRequest.line(in)) {
            String[] field = line.split(": ?", 2);
            fields.merge(field[0], field[1], (one, other) -> one + ", " + other);
        }
        return fields;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
