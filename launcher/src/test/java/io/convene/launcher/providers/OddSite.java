package io.convene.launcher.providers;

import io.convene.launcher.Launcher;
import io.convene.launcher.accounts.Tokens;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The whole launcher with odd bundles, their vendor, and one account for each fault. */
final class OddSite implements AutoCloseable {
    private static final String TOKEN = "cv_a-token-of-the-test";
    private final Path folder;
    private final OddVendor vendor;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StringBuilder accounts = new StringBuilder();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private Launcher launcher;

    OddSite(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("providers"));
        vendor = OddVendor.start();
    }

    /** Adds the bundle of that id. */
    OddSite bundle(String id) {
        OddBundle.write(folder.resolve("providers"), id);
        return this;
    }

    /** Adds an account of that bundle whose calls go wrong in that way. */
    OddSite account(String bundle, String fault) {
        boolean token = fault.startsWith("token");
        String id =
                UUID.nameUUIDFromBytes((bundle + fault).getBytes(StandardCharsets.UTF_8))
                        .toString();
        ids.put(bundle + " " + fault, id);
        accounts.append(
                "  - {id: %s, integration: %s, credentials: {%s: the-key-of-odd}, settings: {base_url: \"http://127.0.0.1:%d\", fault: \"%s\", quota: \"off\"}}%n"
                        .formatted(
                                id,
                                bundle,
                                token ? "client_secret" : "api_key",
                                vendor.port(),
                                fault));
        return this;
    }

    String id(String bundle, String fault) {
        return ids.get(bundle + " " + fault);
    }

    OddSite start(String deadline) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("convene.yaml"),
                        """
                        server: {host: 127.0.0.1, port: 0}
                        api: {deadline: %s}
                        limits: {per-token: "off", per-account: "off"}
                        egress: {allow: ["127.0.0.1:%d"]}
                        tokens:
                          - {name: test, sha256: "%s", scopes: [admin], accounts: ["*"]}
                        accounts:
                        %s
                        """
                                .formatted(
                                        deadline, vendor.port(), Tokens.sha256(TOKEN), accounts));
        launcher = Launcher.start(file, Map.of(), folder);
        return this;
    }

    /** The answer to a list of interviews. */
    HttpResponse<String> list(String bundle, String fault, String query) {
        return get(client, path(bundle, fault, query));
    }

    /** The answer to a request that is sent now and not waited for. */
    CompletableFuture<HttpResponse<String>> later(String path, String... headers) {
        return client.sendAsync(
                request(path, headers), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The answer to one interview. */
    HttpResponse<String> one(String bundle, String fault) {
        return get(client, onePath(bundle, fault));
    }

    HttpResponse<String> get(String path) {
        return get(client, path);
    }

    HttpResponse<String> get(HttpClient other, String path, String... headers) {
        try {
            return other.send(
                    request(path, headers),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String path(String bundle, String fault, String query) {
        return "/unified/ats/interviews?integrated_account_id=" + id(bundle, fault) + query;
    }

    String onePath(String bundle, String fault) {
        return "/unified/ats/interviews/3?integrated_account_id=" + id(bundle, fault);
    }

    int port() {
        return launcher.port();
    }

    String token() {
        return TOKEN;
    }

    private HttpRequest request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(launcher.address() + path))
                        .timeout(Duration.ofSeconds(40))
                        .header("Authorization", "Bearer " + TOKEN);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    @Override
    public void close() {
        OddBundle.calm();
        client.shutdownNow();
        if (launcher != null) {
            launcher.close();
        }
        vendor.close();
    }
}
