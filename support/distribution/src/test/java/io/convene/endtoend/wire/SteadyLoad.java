package io.convene.endtoend.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.endtoend.Site;
import io.convene.testing.WireRequest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers that together ask 50 times a second, each over a connection that it keeps until an answer
 * says {@code Connection: close}. Only a refused connection ends a caller: whatever else happens to
 * a request is a failure.
 */
final class SteadyLoad {
    private static final int CALLERS = 10;
    private static final long INTERVAL_MILLIS = 200;
    private static final int LONGEST_WAIT = 30_000;

    private final int port;
    private final String request;
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<Thread> callers = new ArrayList<>();

    private SteadyLoad(int port, String pathAndQuery) {
        this.port = port;
        this.request =
                "GET %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(pathAndQuery, Site.TOKEN);
    }

    static SteadyLoad start(int port, String pathAndQuery) {
        SteadyLoad load = new SteadyLoad(port, pathAndQuery);
        for (int i = 0; i < CALLERS; i++) {
            load.callers.add(Thread.ofVirtual().start(load::call));
        }
        return load;
    }

    int answered() {
        return answered.get();
    }

    /** Waits until every caller was refused a connection, and returns the failures until then. */
    List<String> failures() throws InterruptedException {
        for (Thread caller : callers) {
            caller.join();
        }
        return failures;
    }

    private void call() {
        String doing = "connecting";
        try {
            while (true) {
                try (Socket socket = new Socket("127.0.0.1", port)) {
                    socket.setSoTimeout(LONGEST_WAIT);
                    InputStream in = new BufferedInputStream(socket.getInputStream());
                    boolean kept = true;
                    while (kept) {
                        doing = "asking after " + answered.get() + " answers";
                        socket.getOutputStream().write(request.getBytes(UTF_8));
                        kept = answer(in);
                        answered.incrementAndGet();
                        Thread.sleep(INTERVAL_MILLIS);
                    }
                }
            }
        } catch (ConnectException e) {
            // The server no longer listens.
        } catch (IOException | RuntimeException e) {
            failures.add(doing + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads an answer with a Content-Length; whether the connection is kept. */
    private static boolean answer(InputStream in) throws IOException {
        String status = WireRequest.line(in);
        if (!status.equals("HTTP/1.1 200 OK")) {
            throw new IllegalStateException("the answer was " + status);
        }
        int length = -1;
        boolean kept = true;
        for (String line = WireRequest.line(in); !line.isEmpty(); line = WireRequest.line(in)) {
            String field = line.toLowerCase(Locale.ROOT);
            if (field.startsWith("content-length:")) {
                length = Integer.parseInt(field.substring(15).strip());
            }
            kept &= !field.equals("connection: close");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length || body[length - 1] != '}') {
            throw new IllegalStateException("the answer broke off");
        }
        return kept;
    }
}
