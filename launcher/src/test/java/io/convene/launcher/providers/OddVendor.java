package io.convene.launcher.providers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The odd bundles' vendor: two pages of a list, and a token. */
final class OddVendor implements AutoCloseable {
    private static final Map<String, String> ANSWERS =
            Map.of(
                    "/list/1", "{\"items\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"next\":\"2\"}",
                    "/list/2", "{\"items\":[{\"id\":\"3\"}],\"next\":null}");

    private final ServerSocket listener;

    private OddVendor() throws IOException {
        listener = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
    }

    static OddVendor start() throws IOException {
        OddVendor vendor = new OddVendor();
        Thread.ofPlatform().daemon().name("odd-vendor").start(vendor::accept);
        return vendor;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            }
        } catch (SocketException e) {
            // The listener is closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String path = line.split(" ", 3)[1];
                while (!in.readLine().isEmpty()) {
                    continue;
                }
                String body = ANSWERS.getOrDefault(path, "{}");
                String answer =
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(body.length(), body);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // The caller has gone.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
