package io.convene.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Calls the sandbox as a client of the vendors would: over a socket, bytes in and out. */
final class Caller implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox;

    Caller(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void close() {
        client.close();
    }

    /** A response; its headers are read by name. */
    record Answer(int status, HttpResponse<byte[]> response) {

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonValue json() {
            try (JsonReader reader = Json.createReader(new StringReader(text()))) {
                return reader.readValue();
            }
        }

        JsonObject object() {
            return json().asJsonObject();
        }

        JsonArray array() {
            return json().asJsonArray();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String url, String... headers) {
        return send(request(url, headers).GET().build());
    }

    Answer post(String url, String body, String... headers) {
        return send(request(url, headers).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String url(String integration, String rest) {
        return sandbox.baseUrl(integration) + rest;
    }

    private static HttpRequest.Builder request(String url, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    String greenhouseToken() {
        var credentials = sandbox.credentials("greenhouse");
        return post(
                        sandbox.settings("greenhouse").get("token_url"),
                        "grant_type=client_credentials&sub=" + credentials.get("user_id"),
                        "Authorization",
                        basic(credentials.get("client_id"), credentials.get("client_secret")),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .object()
                .getString("access_token");
    }

    /** Follows a Greenhouse list to its end and gives the pages' bodies. */
    List<Answer> greenhousePages(String pathAndQuery, String token) {
        List<Answer> pages = new ArrayList<>();
        String url = url("greenhouse", pathAndQuery);
        while (!url.isEmpty()) {
            Answer page = get(url, "Authorization", "Bearer " + token);
            pages.add(page);
            String link = page.header("Link");
            url = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        return pages;
    }
}
