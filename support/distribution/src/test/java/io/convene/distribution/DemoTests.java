package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The demo, as somebody who just built it sees it. */
@Timeout(120)
class DemoTests {
    private static final Pattern CURL =
            Pattern.compile("(?m)^curl -H '([^:]+): ([^']+)' '([^']+)'$");

    @Test
    void everyRequestItPrintsWorksAsPrintedAndItStopsWhenAsked() throws Exception {
        List<String> command =
                List.of(Distribution.built().command().toString(), "demo", "--port", "0");
        try (RunningCommand demo = RunningCommand.start(command);
                HttpClient client = HttpClient.newHttpClient()) {
            String welcome = demo.awaitOutput("Ctrl-C stops all.");
            List<MatchResult> requests = CURL.matcher(welcome).results().toList();

            assertThat(requests).as(welcome).hasSizeGreaterThan(1);
            for (MatchResult request : requests) {
                HttpResponse<String> answer =
                        client.send(
                                HttpRequest.newBuilder(URI.create(request.group(3)))
                                        .header(request.group(1), request.group(2))
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(answer.statusCode())
                        .as("%s%n%s", request.group(), answer.body())
                        .isEqualTo(200);
                assertThat(answer.body()).contains("\"id\"");
            }
            assertThat(demo.stopsWhenAsked()).isTrue();
        }
    }
}
