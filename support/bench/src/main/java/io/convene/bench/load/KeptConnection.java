package io.convene.bench.load;

import io.convene.bench.BenchException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One HTTP/1.1 connection that does no more than measuring needs. Not thread-safe. */
final class KeptConnection implements AutoCloseable {
    private static final int LARGEST_HEAD = 16 * 1024;
    private static final Pattern LENGTH =
            Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    KeptConnection(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        in = new BufferedInputStream(socket.getInputStream(), 256 * 1024);
        out = socket.getOutputStream();
    }

    /** Sends a request and reads its answer to the last byte. */
    void exchange(byte[] request) throws IOException {
        exchange(request, 0);
    }

    /** The same, and returns the last bytes of the answer's body, so many at most. */
    String exchange(byte[] request, int kept) throws IOException {
        out.write(request);
        String head = head(in);
        Matcher length = LENGTH.matcher(head);
        if (!head.startsWith("HTTP/1.1 200 ") || !length.find()) {
            throw new BenchException(
                    "an answer with status 200 and a length was expected, not " + head);
        }
        long body = Long.parseLong(length.group(1));
        int end = (int) Math.min(body, kept);
        in.skipNBytes(body - end);
        return new String(in.readNBytes(end), StandardCharsets.UTF_8);
    }

    /** An answer's head with the empty line at its end. */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(256);
        while (head.length() < LARGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                throw new BenchException("the server closed a connection");
            }
            head.append((char) next);
            if (next == '\n' && head.length() > 3 && head.charAt(head.length() - 3) == '\n') {
                return head.toString();
            }
        }
        throw new BenchException("the head of an answer is too long");
    }

    /** A request's bytes. */
    static byte[] request(String method, URI url, String head, String body) {
        String target =
                url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (method
                        + " "
                        + target
                        + " HTTP/1.1\r\nHost: "
                        + url.getAuthority()
                        + "\r\n"
                        + head
                        + (body.isEmpty() ? "" : "Content-Length: " + bytes.length + "\r\n")
                        + "\r\n"
                        + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
