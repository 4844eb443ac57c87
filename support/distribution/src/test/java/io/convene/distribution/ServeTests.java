package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The launcher, started from the distribution. */
@Timeout(120)
class ServeTests {
    private static final Pattern ADDRESS = Pattern.compile("http://[^:/ ]+:(\\d+)");

    @TempDir private Path folder;

    @Test
    void servesFromACopyWithItsAheadOfTimeCacheAndStopsWhenAsked() throws Exception {
        Distribution copy = Distribution.built().copiedTo(folder.resolve("convene"));
        List<String> command =
                List.of(
                        // Ends at once when the cache cannot be used.
                        "env",
                        "CONVENE_JAVA_OPTIONS=-XX:AOTMode=on",
                        copy.command().toString(),
                        "serve",
                        "--config",
                        copy.home().resolve("conf/convene.yaml").toString(),
                        "--port",
                        "0");
        try (RunningCommand launcher = RunningCommand.start(command);
                HttpClient client = HttpClient.newHttpClient()) {
            Matcher address = ADDRESS.matcher(launcher.awaitOutput("/unified/ats/interviews"));
            assertThat(address.find()).isTrue();

            URI health = URI.create("http://127.0.0.1:" + address.group(1) + "/health/live");
            HttpRequest request = HttpRequest.newBuilder(health).build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
            assertThat(launcher.stopsWhenAsked()).isTrue();
        }
    }
}
