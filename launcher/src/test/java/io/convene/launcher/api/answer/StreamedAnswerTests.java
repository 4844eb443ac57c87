package io.convene.launcher.api.answer;

import static io.convene.launcher.api.AnswerSite.READ;
import static io.convene.launcher.api.AnswerSite.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.api.AnswerSite;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

/** Whole lists in one answer that is sent while it is read. */
@Timeout(120)
class StreamedAnswerTests {
    private static final String WHOLE = "truto_ignore_limit=true";
    private static final String LINES = "application/x-ndjson";

    private static AnswerSite site;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        site = new AnswerSite(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        site.close();
    }

    @Test
    void areOneDocument() {
        HttpResponse<String> answer = site.get(READ, list("whole", WHOLE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"result\":[{\"id\":\"1\",")
                .contains("},{\"id\":\"2\",", "},{\"id\":\"3\",")
                .endsWith("],\"next_cursor\":null,\"prev_cursor\":null,\"result_count\":3}");
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void areLinesForCallersThatPreferThem() {
        HttpResponse<String> answer = site.get(READ, list("whole", WHOLE), "Accept", LINES);

        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.subList(0, 3)).allMatch(line -> line.startsWith("{\"id\":\""));
        assertThat(lines.getLast())
                .isEqualTo("{\"next_cursor\":null,\"result_count\":3,\"error\":null}");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(LINES);
    }

    @Test
    void closeWithWhatALocalFilterCouldNotRead() {
        HttpResponse<String> answer =
                site.get(READ, list("whole", WHOLE, "start_at%5Bgte%5D=2026-03-02T10:30:00Z"));

        assertThat(answer.headers().firstValue("Convene-Filters")).contains("start_at=local");
        assertThat(answer.body())
                .startsWith("{\"result\":[{\"id\":\"2\",")
                .endsWith("\"result_count\":1,\"absent\":{\"start_at\":1}}");
    }

    @Test
    void failAsAWholeBeforeTheirFirstInterview() {
        HttpResponse<String> answer = site.get(READ, list("refused", WHOLE));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).startsWith("{\"statusCode\":403,");
    }

    @Test
    void closeWithTheErrorOfALaterPageAndACursor() {
        HttpResponse<String> document = site.get(READ, list("cut", WHOLE));
        HttpResponse<String> lines = site.get(READ, list("cut-too", WHOLE), "Accept", LINES);

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body())
                .contains("],\"next_cursor\":\"", "\"result_count\":2,\"is_partial_response\":true")
                .contains(",\"error\":{\"statusCode\":429,");
        assertThat(lines.body().lines().toList().getLast())
                .startsWith("{\"next_cursor\":\"")
                .contains("\"error\":{\"statusCode\":429,");
    }
}
