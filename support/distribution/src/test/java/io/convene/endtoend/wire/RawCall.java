package io.convene.endtoend.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** One request over a connection of its own, byte by byte as it is given, and its answer. */
record RawCall(int status, String head, byte[] body) {
    private static final int PATIENCE = 30_000;

    static RawCall get(int port, String target, String token) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            String request =
                    "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                            .formatted(target, token);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return read(socket.getInputStream().readAllBytes());
        }
    }

    Item json() {
        return Item.parse(body);
    }

    String text() {
        return new String(body, UTF_8);
    }

    private static RawCall read(byte[] answer) throws IOException {
        String bytes = new String(answer, ISO_8859_1);
        int end = bytes.indexOf("\r\n\r\n");
        if (end < 0 || !bytes.startsWith("HTTP/1.1 ")) {
            throw new IOException("no HTTP answer: " + bytes);
        }
        String head = bytes.substring(0, end);
        String body = bytes.substring(end + 4);
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new RawCall(
                Integer.parseInt(head.substring(9, 12)),
                head,
                (chunked ? joined(body) : body).getBytes(ISO_8859_1));
    }

    private static String joined(String chunks) throws IOException {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            if (line < 0) {
                throw new IOException("the answer broke off: " + body);
            }
            int length = Integer.parseInt(chunks.substring(at, line).split(";")[0].strip(), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }
}
