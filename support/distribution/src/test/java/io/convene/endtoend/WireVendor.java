package io.convene.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vendor down to the bytes, which may wait or break off in the middle of an answer. */
final class WireVendor implements AutoCloseable {
    /** Answers a request whose path begins with the handler's name. */
    interface Handler {
        void answer(Wire wire) throws Exception;
    }

    /** One request and the connection it came on. */
    record Wire(String target, String body, Socket socket) {
        void bytes(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        void head(String... lines) throws IOException {
            text("HTTP/1.1 " + String.join("\r\n", lines) + "\r\n\r\n");
        }

        void text(String text) throws IOException {
            bytes(text.getBytes(US_ASCII));
        }

        void chunk(String text) throws IOException {
            text(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        }

        void json(String body) throws IOException {
            head("200 OK", "Content-Type: application/json", "Content-Length: " + body.length());
            text(body);
        }

        /** Waits until the other side has gone. */
        void untilGone() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                continue;
            }
        }
    }

    private final ServerSocket listener;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private WireVendor(ServerSocket listener) {
        this.listener = listener;
    }

    static WireVendor start() throws IOException {
        WireVendor vendor =
                new WireVendor(new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1")));
        Thread.ofVirtual().start(vendor::accept);
        return vendor;
    }

    /** Answers requests below {@code /name/} and closes the connection after each response. */
    void on(String name, Handler handler) {
        handlers.put(name, handler);
    }

    String host() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    String url(String name) {
        return "http://" + host() + "/" + name;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String target = line(in).split(" ")[1];
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] header = line.split(": ?", 2);
                headers.put(header[0], header[1]);
            }
            int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
            String body = new String(in.readNBytes(length), US_ASCII);
            handlers.get(target.split("/")[1]).answer(new Wire(target, body, socket));
        } catch (Exception e) {
            // The connection has ended: tests look at the result.
            sockets.remove(socket);
        }
    }

    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
