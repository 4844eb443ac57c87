package io.convene.launcher.http;

import io.convene.launcher.api.answer.VendorErrors;
import io.convene.launcher.config.ServerConfig;
import io.convene.launcher.config.TlsIdentity;
import io.convene.launcher.http.connection.Stopping;
import io.convene.launcher.metrics.Metrics;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The endpoint's server with a route of the test's own at {@code /}, and ways to ask it. */
final class TestServer implements AutoCloseable {
    private static final int LONGEST_WAIT = 30_000;
    private static final int CONNECTIONS = 1_000;

    private final Listener server;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(LONGEST_WAIT)).build();

    private TestServer(Listener server) {
        this.server = server;
        this.port = server.port();
    }

    static TestServer of(Handler handler) {
        return of(handler, Set.of());
    }

    static TestServer of(Handler handler, Set<String> corsOrigins) {
        return of(handler, corsOrigins, Optional.empty());
    }

    /** A server that counts there, for scripts of every origin. */
    static TestServer counting(Metrics metrics, Handler handler) {
        return of(handler, Set.of("*"), Optional.empty(), Duration.ofMillis(LONGEST_WAIT), metrics);
    }

    static TestServer of(Handler handler, Set<String> corsOrigins, Optional<TlsIdentity> tls) {
        return of(handler, corsOrigins, tls, Duration.ofMillis(LONGEST_WAIT));
    }

    static TestServer of(
            Handler handler,
            Set<String> corsOrigins,
            Optional<TlsIdentity> tls,
            Duration writeTimeout) {
        return of(handler, corsOrigins, tls, writeTimeout, new Metrics());
    }

    /** A server with those routes and no other. */
    static TestServer routed(Metrics metrics, Consumer<Routes> routes) {
        return of(routes, config(Optional.empty(), Duration.ZERO), metrics);
    }

    /** A server whose requests have that long when it is closed, over TLS or not. */
    static TestServer stopping(Handler handler, Optional<TlsIdentity> tls, Duration grace) {
        return of(routes -> routes.get("/", handler), config(tls, grace), new Metrics());
    }

    /** A server that closes idle connections when there are more than that. */
    static TestServer crowded(Handler handler, int maxConnections) {
        return of(
                routes -> routes.get("/", handler),
                new ServerConfig(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        Duration.ofMillis(LONGEST_WAIT),
                        Duration.ZERO,
                        maxConnections,
                        Set.of()),
                new Metrics());
    }

    private static ServerConfig config(Optional<TlsIdentity> tls, Duration grace) {
        return new ServerConfig(
                "127.0.0.1", 0, tls, Duration.ofMillis(LONGEST_WAIT), grace, CONNECTIONS, Set.of());
    }

    private static TestServer of(
            Handler handler,
            Set<String> corsOrigins,
            Optional<TlsIdentity> tls,
            Duration writeTimeout,
            Metrics counted) {
        return of(
                (Routes routes) -> routes.get("/", handler),
                new ServerConfig(
                        "127.0.0.1", 0, tls, writeTimeout, Duration.ZERO, CONNECTIONS, corsOrigins),
                counted);
    }

    private static TestServer of(Consumer<Routes> routes, ServerConfig config, Metrics counted) {
        RequestMetrics metrics = new RequestMetrics(counted);
        HttpRouting.Builder routing = HttpRouting.builder();
        routes.accept(new Routes(routing, metrics, VendorErrors::translate));
        return new TestServer(Listener.start(config, routing, metrics, new Stopping()));
    }

    int port() {
        return port;
    }

    /** Sends a request line and headers as they are, and reads until the server closes. */
    String raw(String... lines) {
        byte[] answer = rawBytes(lines);
        return new String(answer, StandardCharsets.ISO_8859_1);
    }

    byte[] rawBytes(String... lines) {
        try (Socket socket = connect()) {
            send(socket, lines);
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            in.transferTo(all);
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection whose reads fail after a time that is long enough for everything. */
    Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(LONGEST_WAIT);
        return socket;
    }

    static void send(Socket socket, String... lines) throws IOException {
        String request = String.join("\r\n", lines) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    HttpResponse<byte[]> get(String... headers) {
        return send("GET", "/", headers);
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .timeout(Duration.ofMillis(LONGEST_WAIT))
                        .version(HttpClient.Version.HTTP_1_1)
                        .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(client, request.build());
    }

    static HttpResponse<byte[]> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The lines of a raw answer's head that begin with one of those names. */
    static List<String> headers(String answer, String... names) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"))
                .lines()
                .filter(line ->
                        List.of(names).stream()
                                .anyMatch(name ->
                                        line.regionMatches(
                                                true, 0, name + ":", 0, name.length() + 1)))
                .toList();
    }

    /** Stops the server as a signal does, and returns when it is done. */
    void stop() {
        server.close();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
