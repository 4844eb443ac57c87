package io.convene.endtoend.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A whole list that is being streamed while its bundle is replaced. */
@Timeout(120)
class StreamReplacementTests {
    private static final int INTERVIEWS = 20_000;

    @TempDir private Path folder;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    @Test
    void finishesOnTheBundleItBeganWith() throws Exception {
        try (Site site = site("PT60S")) {
            List<String> lines = readWhileReplaced(site);

            assertThat(lines.getLast())
                    .isEqualTo(
                            "{\"next_cursor\":null,\"result_count\":%d,\"error\":null}"
                                    .formatted(INTERVIEWS));
            assertThat(lines).hasSize(INTERVIEWS + 1);
        }
    }

    @Test
    void endsWithAClearErrorWhenTheDrainIsOver() throws Exception {
        try (Site site = site("PT1S")) {
            List<String> lines = readWhileReplaced(site);

            assertThat(lines).hasSizeBetween(100, INTERVIEWS - 100);
            assertThat(lines.getLast())
                    .contains("\"is_partial_response\":true")
                    .contains("\"statusCode\":503")
                    .contains(
                            "was replaced or removed, and this request did not end within PT1S after that (providers.drain)");
        }
    }

    private Site site(String drain) throws Exception {
        Site site =
                Site.over(Sandbox.builder().interviews(INTERVIEWS).start(), folder, "greenhouse");
        return site.accounts("", Map.of("PROVIDERS_DRAIN", drain)).start();
    }

    /**
     * Reads some lines, replaces the bundle, waits for longer than the short drain, and reads on.
     */
    private List<String> readWhileReplaced(Site site) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/unified/ats/interviews?integrated_account_id=%s&truto_ignore_limit=true"
                                                .formatted(
                                                        site.port(), site.account("greenhouse"))))
                        .header("Authorization", "Bearer " + Site.TOKEN)
                        .header("Accept", "application/x-ndjson")
                        .build();
        try (InputStream body = client.send(request, BodyHandlers.ofInputStream()).body();
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            assertThat(reader.readLine()).startsWith("{\"id\":");
            ReplacedBundle.of(site, "greenhouse", folder).replace();
            TimeUnit.SECONDS.sleep(3);
            List<String> lines = new ArrayList<>(List.of("first"));
            lines.addAll(reader.lines().toList());
            return lines;
        }
    }
}
