package io.convene.provider.ashby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class AshbyRefusalTests {
    @ParameterizedTest
    @CsvSource({
        "invalid_input, REJECTED",
        "a_code_of_tomorrow, REJECTED",
        "missing_endpoint_permission, NOT_ALLOWED",
        "application_not_found, NOT_FOUND",
        "interview_stage_not_found, NOT_FOUND",
        "interview_plan_not_found, NOT_FOUND",
        "invalid_next_cursor, BAD_CURSOR",
        "next_cursor_expired, BAD_CURSOR",
        "cursor_invalid, BAD_CURSOR",
        "sync_token_invalid, BAD_CURSOR",
        "sync_token_expired, BAD_CURSOR",
        "incremental_sync_too_large, BAD_CURSOR",
        "rate_limited, RATE_LIMITED",
        "rate_limit_exceeded, RATE_LIMITED",
        "concurrent_limit_exceeded, RATE_LIMITED",
        "internal_error, UNAVAILABLE",
    })
    void readsTheCodeWhereverItIs(String code, Kind kind) {
        List<String> shapes =
                List.of(
                        "\"errorInfo\":{\"code\":\"%s\",\"message\":\"m\",\"requestId\":\"01\"}",
                        "\"errors\":[\"%s\"],\"errorInfo\":{\"code\":\"%1$s\",\"message\":\"m\"}",
                        "\"errors\":[\"%s\"]",
                        "\"errors\":\"%s\"",
                        "\"errors\":[{\"code\":\"%s\",\"message\":\"m\"}],\"errorInfo\":null",
                        "\"errors\":[{\"message\":\"m\"},{\"code\":\"%s\"}]");

        assertThat(shapes)
                .allSatisfy(shape -> {
                    VendorException failure =
                            failure(200, "{\"success\":false," + shape.formatted(code) + "}");
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure).hasMessageContaining("(" + code + ")");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"success\":false}",
                "{\"success\":false,\"errors\":null,\"errorInfo\":null}",
                "{\"success\":false,\"errors\":[],\"errorInfo\":{}}",
                "{\"success\":false,\"results\":[]}",
            })
    void neverTakesAnUnexplainedRefusalForAnEmptyList(String body) {
        assertThat(failure(200, body))
                .hasMessage("Ashby refused the request (HTTP 200) without saying why.")
                .extracting(VendorException::kind)
                .isEqualTo(Kind.REJECTED);
    }

    @Test
    void repeatsWhichParameterWasWrong() {
        assertThat(
                        failure(
                                200,
                                "{\"success\":false,\"errors\":[{\"message\":\"Invalid limit\","
                                        + "\"parameter\":\"limit\"},\"Invalid cursor.\"]}"))
                .hasMessage(
                        "Ashby refused the request (HTTP 200): Invalid limit (limit);"
                                + " Invalid cursor.")
                .extracting(VendorException::kind)
                .isEqualTo(Kind.REJECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | Unauthorized | BAD_CREDENTIALS",
                "401 | {\"success\":false,\"errors\":[\"unauthorized\"]} | BAD_CREDENTIALS",
                "403 | Forbidden | BAD_CREDENTIALS",
                "403 | '' | BAD_CREDENTIALS",
                "403 | <html>Forbidden</html> | NOT_ALLOWED",
                "403 | {\"success\":false,\"errorInfo\":{\"code\": | NOT_ALLOWED",
                "403 | \ufeff{\"errorInfo\":{\"code\":\"missing_endpoint_permission\"}} | NOT_ALLOWED",
                "401 | <html>Unauthorized</html> | BAD_CREDENTIALS",
                "403 | {\"success\":false,\"errors\":[\"Forbidden\"]} | BAD_CREDENTIALS",
                "403 | {\"errorInfo\":{\"code\":\"missing_endpoint_permission\"}} | NOT_ALLOWED",
                "403 | {\"errorInfo\":{\"code\":\"some_other_code\"}} | NOT_ALLOWED",
                "400 | {\"errorInfo\":{\"code\":\"invalid_next_cursor\"}} | BAD_CURSOR",
                "400 | {\"errorInfo\":{\"code\":\"invalid_input\"}} | REJECTED",
                "400 | Bad Request | REJECTED",
                "404 | Not Found | NOT_FOUND",
                "500 | oops | UNAVAILABLE",
                "503 | {\"errorInfo\":{\"code\":\"internal_error\"}} | UNAVAILABLE",
                "302 | '' | UNUSABLE_ANSWER",
            })
    void readsRefusalsByStatus(int status, String body, Kind kind) {
        assertThat(failure(status, body).kind()).isEqualTo(kind);
    }

    @Test
    void saysHowToMendARefusedKey() {
        assertThat(failure(401, "Unauthorized"))
                .hasMessage(
                        "Ashby refused the request (HTTP 401): Unauthorized. The API key is wrong"
                                + " or was deactivated: set a valid api_key.");
        assertThat(failure(403, "{\"errorInfo\":{\"code\":\"missing_endpoint_permission\"}}"))
                .hasMessageContaining("interviewsRead");
    }

    @Test
    void waitsAsLongAsAshbyAsksAndSaysWhoseLimitItIs() {
        VendorException failure =
                failure(
                        VendorResponse.of(
                                429,
                                Map.of(
                                        "Retry-After", List.of("17"),
                                        "X-RateLimit-Scope", List.of("integration-partner")),
                                "{\"success\":false,\"errorInfo\":{\"code\":\"rate_limited\"}}"
                                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(17));
        assertThat(failure).hasMessageContaining("scope integration-partner");
        assertThat(failure(429, "slow down").retryAfter()).isEmpty();
    }

    @Test
    void quotesLongWordsInPart() {
        assertThat(failure(200, "{\"success\":false,\"errors\":[\"" + "w".repeat(5000) + "\"]}"))
                .message()
                .hasSizeLessThan(300);
    }

    private static VendorException failure(int status, String body) {
        return failure(Ashby.answer(status, body));
    }

    private static VendorException failure(VendorResponse response) {
        return catchThrowableOfType(
                VendorException.class,
                () -> Ashby.INTERVIEWS.page(response, Ashby.PLAIN, Position.start()));
    }
}
