package io.convene.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on loopback, each request on a virtual thread. */
final class VendorServer implements AutoCloseable {
    private final Function<VendorCall, VendorReply> answers;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    VendorServer(Function<VendorCall, VendorReply> answers) {
        this.answers = answers;
    }

    /** Starts at that port, or at any free one for 0. */
    synchronized void start(int port) {
        try {
            InetSocketAddress there = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            HttpServer started = HttpServer.create(there, 128);
            ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
            started.setExecutor(workers);
            started.createContext("/", this::handle);
            started.start();
            server = started;
            threads = workers;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The fake vendor cannot listen at 127.0.0.1:%d.".formatted(port), e);
        }
    }

    synchronized String address() {
        HttpServer started = server;
        if (started == null) {
            throw new IllegalStateException("the fake is not started: call start() first");
        }
        return "http://127.0.0.1:" + started.getAddress().getPort();
    }

    @Override
    public synchronized void close() {
        HttpServer started = server;
        ExecutorService workers = threads;
        server = null;
        threads = null;
        if (started != null) {
            started.stop(0);
        }
        if (workers != null) {
            workers.shutdownNow();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            VendorReply reply = answers.apply(call(exchange));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.bytes();
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private static VendorCall call(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        return new VendorCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return query;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.computeIfAbsent(URLDecoder.decode(name, UTF_8), key -> new ArrayList<>())
                    .add(URLDecoder.decode(value, UTF_8));
        }
        return query;
    }
}
