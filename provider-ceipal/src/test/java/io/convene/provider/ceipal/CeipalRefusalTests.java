package io.convene.provider.ceipal;

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

class CeipalRefusalTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | Invalid parameters or filters. | REJECTED",
                "400 | The provided API Key is not matched, please contact you administrator and"
                        + " get back. | BAD_CREDENTIALS",
                "401 | Please provide the access token. | BAD_CREDENTIALS",
                "401 | Who are you? | BAD_CREDENTIALS",
                "403 | Your company access is temporarily disabled. | NOT_ALLOWED",
                "403 | Invalid credentials or token, Please provide valid Access Token"
                        + " | BAD_CREDENTIALS",
                "403 | You shall not pass | NOT_ALLOWED",
                "404 | Invalid Access Token. | BAD_CREDENTIALS",
                "404 | access_token expired | BAD_CREDENTIALS",
                "404 | No such page | NOT_FOUND",
                "410 | Gone | REJECTED",
                "429 | Request limit exceeded. Please try again later. | RATE_LIMITED",
                "429 | Slow down | RATE_LIMITED",
                "500 | Internal Server Error | UNAVAILABLE",
                "302 | Moved | UNUSABLE_ANSWER",
            })
    void readsTheWordsBeforeTheStatusWhereverTheyStand(int status, String words, Kind kind) {
        List<String> shapes =
                List.of(
                        "{\"message\":\"%s\"}",
                        "{\"error\":\"%s\"}",
                        "{\"detail\":\"%s\"}",
                        "{\"error\":{\"message\":\"%s\"}}",
                        "%s");

        assertThat(shapes)
                .allSatisfy(shape -> {
                    VendorException failure = failure(status, shape.formatted(words));
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure).hasMessageContaining(words);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":401,\"message\":\"Please provide the access token.\"} | BAD_CREDENTIALS",
                "{\"status\":\"403\",\"message\":\"Denied\"} | NOT_ALLOWED",
                "{\"status\":401,\"message\":\"Denied\",\"results\":[]} | BAD_CREDENTIALS",
                "{\"status\":500,\"message\":\"Oops\"} | UNAVAILABLE",
                "{\"message\":\"Invalid parameters or filters.\"} | REJECTED",
                "{\"message\":\"Invalid Access Token\",\"results\":[]} | BAD_CREDENTIALS",
                "{\"error\":\"Request limit exceeded.\",\"data\":[]} | RATE_LIMITED",
            })
    void findsAnErrorInsideASuccess(String body, Kind kind) {
        assertThat(failure(200, body).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":200,\"message\":\"Success\",\"results\":[]}",
                "{\"status\":\"success\",\"message\":\"1 found\",\"results\":[{}]}",
                "{\"message\":\"Token renewed\",\"results\":[{}]}",
            })
    void letsASuccessSpeak(String body) {
        assertThat(Ceipal.page(Ceipal.answer(200, body), Position.start(), 5)).isNotNull();
    }

    @Test
    void waitsAMinuteUnlessToldOtherwise() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(failure(VendorResponse.of(429, Map.of(), body)).retryAfter())
                .contains(Duration.ofSeconds(60));
        assertThat(
                        failure(VendorResponse.of(429, Map.of("retry-after", List.of("9")), body))
                                .retryAfter())
                .contains(Duration.ofSeconds(9));
    }

    @Test
    void saysWhatToMend() {
        assertThat(failure(401, "{\"message\":\"Please provide the access token.\"}"))
                .hasMessage(
                        "Ceipal refused the request (HTTP 401): Please provide the access token."
                                + " Check email, password and api_key of the account.");
        assertThat(failure(404, "{}"))
                .hasMessage(
                        "Ceipal refused the request (HTTP 404) without saying why."
                                + " Check base_url, api_version and interviews_path.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | <html>CSRF token missing</html> | NOT_ALLOWED",
                "403 | <html>Invalid credentials</html> | NOT_ALLOWED",
                "400 | {\"message\":\"Invalid Access Token | REJECTED",
                "403 | [\"token | NOT_ALLOWED",
                "500 | {\"message\":\"Unexpected token < in JSON at position 0\"} | UNAVAILABLE",
                "403 | \ufeff{\"message\":\"Invalid Access Token\"} | BAD_CREDENTIALS",
                "403 | \ufeff<root><message>Invalid Access Token</message></root> | BAD_CREDENTIALS",
                "401 | <html>Unauthorized</html> | BAD_CREDENTIALS",
            })
    void judgesCredentialsByWhatItCanRead(int status, String body, Kind kind) {
        assertThat(failure(status, body).kind()).isEqualTo(kind);
    }

    @Test
    void takesNoPageOfHtmlAtItsWord() {
        String page = "<html><script>var token = 1;</script>" + "x".repeat(300) + "</html>";

        VendorException failure = failure(403, page);

        assertThat(failure.kind()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(failure).hasMessageContaining("without saying why");
    }

    @Test
    void quotesLongWordsInPart() {
        assertThat(failure(400, "{\"message\":\"" + "w".repeat(5000) + "\"}"))
                .message()
                .hasSizeLessThan(300);
    }

    private static VendorException failure(int status, String body) {
        return failure(Ceipal.answer(status, body));
    }

    private static VendorException failure(VendorResponse response) {
        return catchThrowableOfType(
                VendorException.class, () -> Ceipal.page(response, Position.start(), 5));
    }
}
