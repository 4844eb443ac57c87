package io.convene.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Calls of the vendors with the JDK's client over HTTP/1.1, as Convene's. Thread-safe. */
final class VendorClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Runnable::run)
                    .build();
    private final Map<PeerConfig.PeerAccount, String> tokens = new ConcurrentHashMap<>();

    /** Ashby's list of schedules. */
    HttpResponse<byte[]> schedules(
            PeerConfig.PeerAccount account, int limit, @Nullable String cursor)
            throws IOException, InterruptedException {
        return client.send(schedulesRequest(account, limit, cursor), BodyHandlers.ofByteArray());
    }

    /** Ashby's list of schedules, while something else is done. */
    CompletableFuture<HttpResponse<byte[]>> schedulesLater(
            PeerConfig.PeerAccount account, int limit, @Nullable String cursor) throws IOException {
        return client.sendAsync(
                schedulesRequest(account, limit, cursor), BodyHandlers.ofByteArray());
    }

    private static HttpRequest schedulesRequest(
            PeerConfig.PeerAccount account, int limit, @Nullable String cursor) throws IOException {
        Map<String, Object> body =
                cursor == null ? Map.of("limit", limit) : Map.of("limit", limit, "cursor", cursor);
        return HttpRequest.newBuilder(URI.create(account.baseUrl() + "/interviewSchedule.list"))
                .header("Authorization", basic(account, "api_key", ""))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json; version=1")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
    }

    /** A list of Greenhouse's. */
    HttpResponse<byte[]> rows(PeerConfig.PeerAccount account, String pathAndQuery)
            throws IOException, InterruptedException {
        return client.send(rowsRequest(account, pathAndQuery), BodyHandlers.ofByteArray());
    }

    /** A list of Greenhouse's, while others are asked for as well. */
    CompletableFuture<HttpResponse<byte[]>> rowsLater(
            PeerConfig.PeerAccount account, String pathAndQuery)
            throws IOException, InterruptedException {
        return client.sendAsync(rowsRequest(account, pathAndQuery), BodyHandlers.ofByteArray());
    }

    private HttpRequest rowsRequest(PeerConfig.PeerAccount account, String pathAndQuery)
            throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(account.baseUrl() + "/v3/" + pathAndQuery))
                .header("Authorization", "Bearer " + token(account))
                .header("Accept", "application/json")
                .build();
    }

    /** A token for the whole run: the vendor's last longer. */
    private String token(PeerConfig.PeerAccount account) throws IOException, InterruptedException {
        String held = tokens.get(account);
        if (held != null) {
            return held;
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(account.baseUrl() + "/token"))
                        .header("Authorization", basic(account, "client_id", "client_secret"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build();
        JsonNode answer = JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
        String token = answer.path("access_token").asText();
        tokens.put(account, token);
        return token;
    }

    private static String basic(PeerConfig.PeerAccount account, String user, String password) {
        String pair =
                account.credentials().getOrDefault(user, "")
                        + ":"
                        + account.credentials().getOrDefault(password, "");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
