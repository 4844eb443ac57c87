package io.convene.launcher.egress;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;

/** A vendor on a loopback port, down to the bytes: it may drip, break off or keep silent. */
public final class VendorServer implements AutoCloseable {
    /** A request as it came. */
    public record Received(
            String method,
            String target,
            Map<String, String> headers,
            String body,
            int connection) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public String path() {
            return target.split("\\?", 2)[0];
        }
    }

    /** Answers one request. */
    public interface Handler {
        void answer(Received request, Wire wire) throws Exception;
    }

    /** What the vendor does to a connection. */
    public record Wire(Socket socket) {
        public void reply(int status, String body, String... headers) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 " + status + " X\r\nContent-Length: " + bytes.length + "\r\n";
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            raw(head + more + "\r\n" + body);
        }

        void raw(String text) throws IOException {
            raw(text.getBytes(StandardCharsets.UTF_8));
        }

        void raw(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        public void breakOff() throws IOException {
            socket.close();
        }

        /** Waits until the other side is gone, which a reset says as well as an end. */
        public void untilGone() throws IOException {
            try {
                while (socket.getInputStream().read() >= 0) {
                    continue;
                }
            } catch (SocketException e) {
                socket.close();
            }
        }
    }

    private final ServerSocket listener;
    private final Handler handler;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private VendorServer(Handler handler, ServerSocketFactory sockets) throws IOException {
        this.listener = sockets.createServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        this.handler = handler;
    }

    static VendorServer start(Handler handler) throws IOException {
        return start(handler, ServerSocketFactory.getDefault());
    }

    static VendorServer start(Handler handler, ServerSocketFactory sockets) throws IOException {
        VendorServer server = new VendorServer(handler, sockets);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    String url() {
        return "http://" + host();
    }

    String host() {
        return "127.0.0.1:" + port();
    }

    int port() {
        return listener.getLocalPort();
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<Received> received(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int connection) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                Received request = read(in, connection);
                received.add(request);
                handler.answer(request, new Wire(socket));
            }
        } catch (Exception e) {
            // The connection is over: tests look at what the client made of it.
            sockets.remove(socket);
        }
    }

    private static Received read(InputStream in, int connection) throws IOException {
        String[] first = line(in).split(" ");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(": ?", 2);
            headers.put(header[0], header[1]);
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Received(first[0], first[1], headers, body, connection);
    }

    private static String line(InputStream in) throws IOException {
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
