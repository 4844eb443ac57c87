package io.convene.launcher.egress;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy on a loopback port that leads every request, whatever host it names, to one port of
 * loopback.
 */
final class TestProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final String refusal;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private TestProxy(int target, String refusal) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        this.target = target;
        this.refusal = refusal;
    }

    /** A proxy to that port. */
    static TestProxy to(int target) throws IOException {
        return start(new TestProxy(target, ""));
    }

    /** A proxy that answers every request with that status line. */
    static TestProxy refusing(String statusLine) throws IOException {
        return start(new TestProxy(0, statusLine));
    }

    private static TestProxy start(TestProxy proxy) {
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The heads of the requests that came to the proxy itself. */
    List<String> heads() {
        return List.copyOf(heads);
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
            String head = head(socket.getInputStream());
            heads.add(head);
            OutputStream out = socket.getOutputStream();
            if (!refusal.isEmpty()) {
                out.write(ascii("HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n"));
                out.flush();
                return;
            }
            try (Socket vendor = new Socket(InetAddress.getByName("127.0.0.1"), target)) {
                sockets.add(vendor);
                if (head.startsWith("CONNECT ")) {
                    out.write(ascii("HTTP/1.1 200 Established\r\n\r\n"));
                    out.flush();
                } else {
                    vendor.getOutputStream().write(ascii(head));
                }
                Thread back = Thread.ofVirtual().start(() -> copy(vendor, socket));
                copy(socket, vendor);
                back.join();
            }
        } catch (IOException | InterruptedException e) {
            sockets.remove(socket);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            return;
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
