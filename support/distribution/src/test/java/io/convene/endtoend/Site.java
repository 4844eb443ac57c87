package io.convene.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.sandbox.Sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place where Convene runs: the built command, its own folders, a sandbox, and one account per
 * connection.
 */
public final class Site implements AutoCloseable {
    public static final String TOKEN = "a-token-for-everything";
    private static final Pattern ADDRESS = Pattern.compile("requests at http://[^:/ ]+:(\\d+)");

    private final Path folder;
    private final Sandbox sandbox;
    private final Map<String, String> accounts = new LinkedHashMap<>();
    private final StringBuilder tokens = new StringBuilder();
    private final StringBuilder declared = new StringBuilder();
    private final StringBuilder allowed = new StringBuilder();
    private final Leaks leaks = new Leaks();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String writeTimeout = "PT30S";
    private String shutdownGrace = "PT0S";
    private String admission = "";
    private Process process;
    private int port;

    private Site(Path folder, Sandbox sandbox) throws IOException {
        this.folder = folder;
        this.sandbox = sandbox;
        Files.createDirectories(providers());
        try (Stream<Path> jars =
                Files.list(Path.of(System.getProperty("distribution"), "providers"))) {
            for (Path jar : (Iterable<Path>) jars::iterator) {
                Files.copy(jar, providers().resolve(jar.getFileName().toString()));
            }
        }
        allow("127.0.0.1:" + sandbox.port());
        token("everything", TOKEN, "admin", "*");
    }

    /**
     * A site in that folder, with an account for each of the sandbox's connections of these names.
     * Not started yet.
     */
    public static Site over(Sandbox sandbox, Path folder, String... connections)
            throws IOException {
        Site site = new Site(folder, sandbox);
        for (String connection : connections) {
            site.account(
                    connection,
                    connection.split("-", 2)[0],
                    sandbox.credentials(connection),
                    sandbox.settings(connection));
        }
        return site;
    }

    public Path providers() {
        return folder.resolve("providers");
    }

    public Path log() {
        return folder.resolve("convene.log");
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** The id of the account of that name. */
    public String account(String name) {
        return accounts.get(name);
    }

    /** Gives callers that long to take a piece of their answer. */
    public Site writeTimeout(String duration) {
        writeTimeout = duration;
        return this;
    }

    /** Gives requests under way that long when the command is stopped. */
    public Site shutdownGrace(String duration) {
        shutdownGrace = duration;
        return this;
    }

    /** Takes that many requests at once, and lets others wait that long. */
    public Site admitting(int requests, String queue, String shares) {
        admission =
                ", max-requests: %d, queue: %s, shares: {%s}".formatted(requests, queue, shares);
        return this;
    }

    public Site allow(String host) {
        allowed.append(allowed.isEmpty() ? "" : ", ").append('"').append(host).append('"');
        return this;
    }

    public Site account(
            String name,
            String integration,
            Map<String, String> credentials,
            Map<String, String> settings) {
        String id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
        accounts.put(name, id);
        leaks.credentials(credentials);
        declared.append("  - id: ")
                .append(id)
                .append("\n    integration: ")
                .append(integration)
                .append('\n');
        declared.append("    credentials: ").append(inline(credentials)).append('\n');
        Map<String, String> unpaced = new LinkedHashMap<>(settings);
        unpaced.put("quota", "off");
        declared.append("    settings: ").append(inline(unpaced)).append('\n');
        return this;
    }

    /**
     * Adds accounts in the form of the configuration.
     *
     * @param items the items of the list {@code accounts}
     * @param environment the values of the variables in it
     */
    public Site accounts(String items, Map<String, String> environment) {
        declared.append(items);
        variables.putAll(environment);
        return this;
    }

    public Site token(String name, String token, String scopes, String accountIds) {
        leaks.secret(token);
        tokens.append(
                "  - {name: %s, sha256: \"%s\", scopes: [%s], accounts: [\"%s\"]}%n"
                        .formatted(name, sha256(token), scopes, accountIds));
        return this;
    }

    public Site start() throws IOException {
        return start("");
    }

    /**
     * Starts the command with these further lines of configuration, and waits until it accepts
     * requests.
     */
    public Site start(String further) throws IOException {
        Path config = folder.resolve("convene.yaml");
        Files.writeString(
                config,
                """
                server: {host: 127.0.0.1, port: 0, write-timeout: %s, shutdown-grace: %s%s}
                providers: {directory: "%s", work: "%s"}
                egress: {allow: [%s]}
                %s
                %s
                tokens:
                %s
                accounts:
                %s
                """
                        .formatted(
                                writeTimeout,
                                shutdownGrace,
                                admission,
                                providers(),
                                folder.resolve("work"),
                                allowed,
                                further.contains("limits:")
                                        ? ""
                                        : "limits: {per-token: \"off\", per-account: \"off\"}",
                                further,
                                tokens,
                                declared));
        ProcessBuilder command =
                new ProcessBuilder(
                                Path.of(System.getProperty("distribution"), "bin/convene")
                                        .toString(),
                                "serve",
                                "--config",
                                config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile());
        command.environment().putAll(variables);
        process = command.start();
        MatchResult address =
                await().pollInterval(Duration.ofMillis(20))
                        .atMost(Duration.ofMinutes(1))
                        .until(this::address, Optional::isPresent)
                        .orElseThrow();
        port = Integer.parseInt(address.group(1));
        return this;
    }

    private Optional<MatchResult> address() throws IOException {
        boolean alive = process.isAlive();
        String log = Files.readString(log());
        Optional<MatchResult> address = ADDRESS.matcher(log).results().findFirst();
        if (address.isEmpty() && !alive) {
            throw new IllegalStateException("convene ended: " + log);
        }
        return address;
    }

    public int port() {
        return port;
    }

    /** The command, which is running. */
    public Process process() {
        return process;
    }

    /** Stops the command, for another start. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** The answer to a list of interviews of that account. */
    public Answer interviews(String name, String query) throws Exception {
        return get(
                "/unified/ats/interviews?integrated_account_id=" + accounts.get(name) + query,
                TOKEN);
    }

    /** The lines of a whole list of interviews. */
    public List<String> lines(String name, String query) throws Exception {
        return send(
                        "/unified/ats/interviews?integrated_account_id="
                                + accounts.get(name)
                                + query,
                        Map.of(
                                "Authorization",
                                "Bearer " + TOKEN,
                                "Accept",
                                "application/x-ndjson"))
                .text()
                .lines()
                .toList();
    }

    /** The answer to any GET; no Authorization is sent with an empty token. */
    public Answer get(String pathAndQuery, String token, String... headers) throws Exception {
        Map<String, String> all = new LinkedHashMap<>();
        if (!token.isEmpty()) {
            all.put("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return send(pathAndQuery, all);
    }

    /** The answer to any GET with those headers. */
    public Answer send(String pathAndQuery, Map<String, String> headers) throws Exception {
        return send("GET", pathAndQuery, headers);
    }

    /** The answer to any request without a body. It tells nothing that no answer may tell. */
    public Answer send(String method, String pathAndQuery, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery))
                        .method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
        leaks.check(pathAndQuery, answer);
        assertThat(KnownHeaders.hidden(answer.headers().map().keySet()))
                .as("headers that scripts of other origins may not read")
                .isEmpty();
        return answer;
    }

    @Override
    public void close() {
        client.shutdownNow();
        if (process != null) {
            stop();
        }
        sandbox.close();
    }

    private static String inline(Map<String, String> values) {
        StringBuilder inline = new StringBuilder("{");
        values.forEach((name, value) ->
                inline.append(inline.length() == 1 ? "" : ", ")
                        .append(name)
                        .append(": \"")
                        .append(value)
                        .append('"'));
        return inline.append('}').toString();
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
