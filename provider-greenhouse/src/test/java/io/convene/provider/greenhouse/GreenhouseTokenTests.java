package io.convene.provider.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.convene.core.spi.Connection;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class GreenhouseTokenTests {
    private static final Duration USUAL = Duration.ofMinutes(55);
    private static final Connection CONNECTION =
            Connection.of(
                    Greenhouse.SETTINGS,
                    Set.of("client_id", "client_secret"),
                    "oauth2_client_credentials",
                    Instant.parse("2026-11-23T12:15:00Z"));

    @Test
    void readsTheDocumentedExpiry() {
        Token token =
                read(
                        Greenhouse.answer(
                                "{\"access_token\":\"e.y.J\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
        assertThat(token.value()).isEqualTo("e.y.J");
        assertThat(token.lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void measuresTheOtherExpiryOnTheVendorsClock() {
        VendorResponse response =
                Greenhouse.answer(
                        200,
                        "{\"access_token\":\"t\",\"expires_at\":\"2026-11-23T12:30:00.000Z\"}",
                        Map.of("date", List.of("Mon, 23 Nov 2026 12:00:00 GMT")));
        assertThat(read(response).lifetime()).isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"access_token\":\"t\"}", "{\"access_token\":\"t\",\"expires_in\":null}"})
    void countsOnTheUsualHourWhenNoExpiryIsGiven(String body) {
        assertThat(read(Greenhouse.answer(body)).lifetime()).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"t\",\"expires_in\":0}",
                "{\"access_token\":\"t\",\"expires_in\":true}",
                "{\"access_token\":\"t\",\"expires_in\":\"soon\"}",
                "{\"access_token\":\"t\",\"expires_at\":\"soon\"}",
                "{\"access_token\":\"t\",\"expires_at\":\"2026-11-23T11:30:00.000Z\"}"
            })
    void countsOnAShortTimeWhenTheExpiryCannotBeUsed(String body) {
        assertThat(read(Greenhouse.answer(body)).lifetime()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday"})
    void measuresItOnTheHostsClockWhenTheAnswerShowsNone(String date) {
        VendorResponse response =
                Greenhouse.answer(
                        200,
                        "{\"access_token\":\"t\",\"expires_at\":\"2026-11-23T12:30:00.000Z\"}",
                        date.isEmpty() ? Map.of() : Map.of("Date", List.of(date)));
        assertThat(read(response).lifetime()).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "401 | {\"error\":\"invalid_client\"} | invalid_client",
                "401 | {\"message\":\"Unauthorized\",\"errorId\":\"err-1\"} | Unauthorized",
                "401 | {\"message\":\"Invalid credentials\"} | Invalid credentials",
                "401 | {\"message\":\"Unauthorized\",\"errors\":[\"Token could not be decoded.\"]} | Token could not",
                "400 | {\"error\":\"invalid_grant\"} | invalid_grant"
            })
    void takesEveryRefusalOfTheCredentialsForOne(int status, String body, String words) {
        assertRefused(Greenhouse.answer(status, body), Kind.BAD_CREDENTIALS, words);
    }

    @Test
    void repeatsNoClientId() {
        String body =
                """
                {"message":"client_id=very-secret does not contain a valid client ID suffix","errorId":"err-2"}\
                """;
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> read(Greenhouse.answer(400, body)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.BAD_CREDENTIALS))
                .withMessageContaining("client_id=… does not contain a valid client ID suffix")
                .withMessageNotContaining("very-secret");
    }

    @Test
    void doesNotBlameTheCredentialsForAnythingElse() {
        assertRefused(
                Greenhouse.answer(
                        400,
                        "{\"message\":\"Must include `grant_type` parameter in /token request\"}"),
                Kind.REJECTED,
                "grant_type");
        assertRefused(Greenhouse.answer(400, "<html>Bad Request</html>"), Kind.REJECTED, "400");
        assertRefused(Greenhouse.answer(400, "{\"error\":\"inval"), Kind.REJECTED, "400");
        assertRefused(
                Greenhouse.answer(400, "{\"error\":\"invalid_scope\"}"), Kind.REJECTED, "scope");
        assertRefused(Greenhouse.answer(403, "<html>blocked</html>"), Kind.NOT_ALLOWED, "403");
        assertRefused(
                Greenhouse.answer("{\"access_token\":true}"), Kind.UNUSABLE_ANSWER, "access_token");
        assertRefused(Greenhouse.answer(503, ""), Kind.UNAVAILABLE, "503");
        assertRefused(Greenhouse.answer(429, "{}"), Kind.RATE_LIMITED, "429");
        assertRefused(Greenhouse.answer("{\"token_type\":\"Bearer\"}"), Kind.UNUSABLE_ANSWER, "");
        assertRefused(Greenhouse.answer("<html>"), Kind.UNUSABLE_ANSWER, "not JSON");
    }

    private static Token read(VendorResponse response) {
        return Greenhouse.PROVIDER.token(response, CONNECTION);
    }

    private static void assertRefused(VendorResponse response, Kind kind, String words) {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> read(response))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind))
                .withMessageContaining(words);
    }
}
