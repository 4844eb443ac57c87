package io.convene.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/**
 * The connection on which a request came. Every method writes at once.
 *
 * @param socket the accepted socket
 * @since 1.0.0
 */
public record WireConnection(Socket socket) {
    /**
     * Writes a whole answer.
     *
     * @param status the HTTP status
     * @param body the body
     * @param headers further lines of the head, such as {@code Retry-After: 1}
     * @throws IOException when the client is gone
     */
    public void reply(int status, String body, String... headers) throws IOException {
        int length = body.getBytes(UTF_8).length;
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        raw(
                "HTTP/1.1 %d X\r\nContent-Length: %d\r\n%s\r\n%s"
                        .formatted(status, length, more, body));
    }

    /**
     * Writes any text.
     *
     * @throws IOException when the client is gone
     */
    public void raw(String text) throws IOException {
        raw(text.getBytes(UTF_8));
    }

    /**
     * Writes any bytes.
     *
     * @throws IOException when the client is gone
     */
    public void raw(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /**
     * Closes the connection.
     *
     * @throws IOException when it cannot be closed
     */
    public void breakOff() throws IOException {
        socket.close();
    }

    /**
     * Waits until the client is gone, which a reset says as well as an end.
     *
     * @throws IOException when the connection fails otherwise
     */
    public void untilGone() throws IOException {
        try {
            int read;
            do {
                read = socket.getInputStream().read();
            } while (read >= 0);
        } catch (SocketException e) {
            socket.close();
        }
    }
}
