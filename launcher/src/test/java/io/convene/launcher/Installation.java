package io.convene.launcher;

import io.convene.launcher.accounts.Tokens;
import io.convene.launcher.providers.TestBundles;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A folder with bundles and a configuration, and the launcher started there. */
final class Installation {
    private static final String TOKEN = "cv_a-token-of-the-test";

    private final Path folder;

    Installation(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("providers"));
    }

    /** Adds a bundle whose provider has these members, written in Java. */
    Installation bundle(String id, String members) {
        TestBundles.write(folder.resolve("providers"), id, members);
        return this;
    }

    /** Starts with a token for all accounts and the rest of a configuration. */
    Launcher start(String yaml) throws IOException {
        return Launcher.start(write(yaml), Map.of("server.port", "0"), folder);
    }

    /** The configuration file: a token for all accounts, and the given rest. */
    Path write(String yaml) throws IOException {
        String token =
                "tokens: [{name: test, sha256: \"%s\", scopes: [admin], accounts: [\"*\"]}]\n"
                        .formatted(Tokens.sha256(TOKEN));
        return Files.writeString(folder.resolve("convene.yaml"), token + yaml);
    }

    static HttpResponse<String> get(Launcher launcher, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(launcher.address() + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .timeout(Duration.ofSeconds(60))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }
}
