package io.convene.launcher.api;

import static io.convene.launcher.api.AnswerSite.ADMIN;
import static io.convene.launcher.api.AnswerSite.RAW;
import static io.convene.launcher.api.AnswerSite.READ;
import static io.convene.launcher.api.AnswerSite.list;
import static io.convene.launcher.api.AnswerSite.meta;
import static io.convene.launcher.api.AnswerSite.one;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** Each route: the callers that it admits, and its answers. */
@Timeout(120)
class HandlersTests {
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
    void refuseAnUnknownToken() {
        assertThat(site.get("cv_unknown", list("whole")).statusCode()).isEqualTo(401);
        assertThat(site.get("cv_unknown", one("1", "whole")).statusCode()).isEqualTo(401);
        assertThat(site.get("cv_unknown", meta("whole")).statusCode()).isEqualTo(401);
    }

    @Test
    void refuseAnUnknownAccount() {
        HttpResponse<String> answer = site.get(READ, list("unknown"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"statusCode\":404,");
    }

    @Test
    void findOneInterview() {
        HttpResponse<String> read = site.get(READ, one("1", "whole"));
        HttpResponse<String> raw = site.get(RAW, one("1", "whole"));

        assertThat(read.body())
                .isEqualTo(
                        "{\"id\":\"1\",\"candidate\":{\"id\":\"c1\"},\"start_at\":\"2026-03-02T10:00:00Z\",\"status\":\"completed\"}");
        assertThat(raw.body()).endsWith(",\"remote_data\":" + TwoPageVendor.FIRST + "}");
    }

    @Test
    void sayThatThereIsNoSuchInterview() {
        HttpResponse<String> answer = site.get(READ, one("7", "whole"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no interview '7' in this account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "stream", "debug"})
    void refuseAFormatOfListsForOneInterview(String format) {
        HttpResponse<String> answer =
                site.get(ADMIN, one("1", "whole", "truto_response_format=" + format));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("truto_response_format");
    }

    @Test
    void keepTheDebugFormatForOperators() {
        assertThat(site.get(RAW, list("whole", "truto_response_format=debug")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellTheFiltersAndFieldsOfAnAccountAndOfAnIntegration() {
        HttpResponse<String> account = site.get(READ, meta("whole"));
        HttpResponse<String> integration =
                site.get(READ, "/unified/ats/interviews/fixed/meta/list");

        assertThat(account.body())
                .startsWith("{\"integration\":\"fixed\",\"version\":\"1.0.0\",\"filters\":{")
                .contains("\"candidate_id\":", "\"start_at\":");
        assertThat(integration.body()).isEqualTo(account.body());
    }

    @Test
    void keepTheListOfBundlesForOperators() {
        assertThat(site.get(RAW, "/admin/providers").statusCode()).isEqualTo(403);
        assertThat(site.get(ADMIN, "/admin/providers").body()).contains("\"id\":\"fixed\"");
    }

    @Test
    void tellThatTheServerIsReady() {
        assertThat(site.get(READ, "/health/live").statusCode()).isEqualTo(200);
        assertThat(site.get(READ, "/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void knowNoOtherPath() {
        assertThat(site.get(ADMIN, "/unified/ats/candidates").statusCode()).isEqualTo(404);
    }
}
