package io.convene.launcher.api.answer;

import static io.convene.launcher.api.AnswerSite.ADMIN;
import static io.convene.launcher.api.AnswerSite.RAW;
import static io.convene.launcher.api.AnswerSite.READ;
import static io.convene.launcher.api.AnswerSite.list;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.launcher.api.AnswerSite;
import io.convene.launcher.api.TwoPageVendor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** Lists that are complete before their first byte. */
@Timeout(120)
class CompleteAnswerTests {
    private static final String FIRST =
            "{\"id\":\"1\",\"candidate\":{\"id\":\"c1\"},\"start_at\":\"2026-03-02T10:00:00Z\",\"status\":\"completed\"}";
    private static final String SECOND =
            "{\"id\":\"2\",\"candidate\":{\"id\":\"c1\"},\"start_at\":\"2026-03-02T11:00:00Z\"}";
    private static final String THIRD = "{\"id\":\"3\",\"candidate\":{\"id\":\"c2\"}}";
    private static final String END =
            "],\"next_cursor\":null,\"prev_cursor\":null,\"result_count\":";

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
    void haveTheInterviewsAndTheirCount() {
        HttpResponse<String> answer = site.get(READ, list("whole"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"result\":[" + String.join(",", FIRST, SECOND, THIRD) + END + "3}");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().length());
        assertThat(answer.headers().firstValue("Convene-Provider")).contains("fixed@1.0.0");
    }

    @Test
    void goOnAfterTheirCursor() {
        HttpResponse<String> first = site.get(READ, list("whole", "limit=2"));
        String cursor = json(first).text("next_cursor").string();
        HttpResponse<String> second =
                site.get(READ, list("whole", "limit=2", "next_cursor=" + cursor));

        assertThat(first.body())
                .startsWith("{\"result\":[" + FIRST + "," + SECOND + "],\"next_cursor\":\"")
                .endsWith("\",\"prev_cursor\":null,\"result_count\":2}");
        assertThat(second.body()).isEqualTo("{\"result\":[" + THIRD + END + "1}");
    }

    @Test
    void haveTheVendorsRecordsForTokensOfScopeRaw() {
        HttpResponse<String> answer = site.get(RAW, list("whole", "limit=1"));

        assertThat(answer.body()).contains("\"remote_data\":" + TwoPageVendor.FIRST + "}");
    }

    @Test
    void sayWhatWasDoneWithEachFilter() {
        HttpResponse<String> answer =
                site.get(
                        READ,
                        list("whole", "candidate_id=c1", "start_at%5Bgte%5D=2026-03-02T10:30:00Z"));

        assertThat(answer.body()).isEqualTo("{\"result\":[" + SECOND + END + "1}");
        assertThat(answer.headers().firstValue("Convene-Filters"))
                .contains("candidate_id=vendor, start_at=local;absent=1");
        assertThat(site.lastRequest().target()).endsWith("/2?who=c1");
    }

    @Test
    void areTablesByAKey() {
        HttpResponse<String> answer =
                site.get(
                        READ,
                        list("whole", "truto_ignore_limit=true", "truto_key_by=candidate.id"));

        assertThat(answer.body())
                .isEqualTo(
                        "{\"result\":{\"c1\":%s,\"c2\":%s},\"next_cursor\":null,\"prev_cursor\":null,\"result_count\":2}"
                                .formatted(SECOND, THIRD));
        assertThat(answer.headers().firstValue("Convene-Key-By"))
                .contains("collisions=1, missing=0");
    }

    @Test
    void areFlatRowsOnDemand() {
        HttpResponse<String> answer =
                site.get(READ, list("whole", "limit=1", "truto_response_format=normalized"));

        assertThat(answer.body())
                .startsWith("{\"result\":[{\"id\":\"1\",")
                .contains("\"candidate_id\":\"c1\"", "\"location\":null", "\"interviewer_ids\":[]");
    }

    @Test
    void goOutInPartWhenTheVendorRejectsFurtherCalls() {
        HttpResponse<String> answer = site.get(READ, list("cut"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"result\":[" + FIRST + "," + SECOND + "],\"next_cursor\":\"")
                .endsWith("\"result_count\":2,\"is_partial_response\":true}");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 600L);
    }

    @Test
    void failWithTheirFirstPage() {
        HttpResponse<String> answer = site.get(READ, list("refused"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).text("truto_is_remote_error").string()).isEqualTo("true");
        assertThat(answer.body()).contains("not for you").doesNotContain("the-key");
    }

    @Test
    void showOperatorsWhatWasSentAndReceived() {
        HttpResponse<String> answer =
                site.get(ADMIN, list("whole", "limit=2", "truto_response_format=debug"));

        Item debug = json(answer).at("debug");
        assertThat(debug.each("requests")).hasSize(1);
        assertThat(debug.text("requestUrl").string()).endsWith("/whole/1");
        assertThat(debug.text("resultCount").string()).isEqualTo("2");
        assertThat(debug.at("data").each("items")).hasSize(2);
        assertThat(answer.body()).doesNotContain("the-key");
    }

    private static Item json(HttpResponse<String> answer) {
        return Item.parse(answer.body().getBytes(UTF_8));
    }
}
