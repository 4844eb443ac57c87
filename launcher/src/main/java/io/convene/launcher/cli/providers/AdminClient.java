package io.convene.launcher.cli.providers;

import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.cli.NetworkFailure;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the admin routes of a running server. */
final class AdminClient {
    /** A reload may load many bundles, each of which may take ten seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final URI server;
    private final String token;

    /**
     * A client.
     *
     * @param server the server's address, without a slash at its end
     * @param token a token of the scope admin
     */
    AdminClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * The server's answer to a GET.
     *
     * @throws CommandFailedException when it gives no answer, or one other than 200
     */
    JsonObject get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    /**
     * The server's answer to a POST without a body.
     *
     * @throws CommandFailedException when it gives no answer, or one other than 200
     */
    JsonObject post(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.noBody()));
    }

    private JsonObject send(HttpRequest.Builder request) throws InterruptedException {
        request.timeout(LONGEST).header("Authorization", "Bearer " + token);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response =
                    client.send(request.build(), BodyHandlers.ofByteArray());
            JsonObject body = body(response);
            if (response.statusCode() != 200) {
                throw new CommandFailedException(
                        "%s answered %d: %s"
                                .formatted(
                                        server,
                                        response.statusCode(),
                                        body.getString("message", "without a message")));
            }
            return body;
        } catch (IOException e) {
            throw new CommandFailedException(
                    "no server answers at %s (%s); start it, or name another with --server"
                            .formatted(server, NetworkFailure.reason(e)));
        }
    }

    private JsonObject body(HttpResponse<byte[]> response) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new CommandFailedException(
                    "%s answered %d with something other than JSON; is it a Convene server?"
                            .formatted(server, response.statusCode()));
        }
    }

    private URI at(String path) {
        return URI.create(server + path);
    }
}
