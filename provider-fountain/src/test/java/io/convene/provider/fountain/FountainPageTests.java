package io.convene.provider.fountain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class FountainPageTests {
    private static final Query ONE = Fountain.ask("a-1").build();

    @Test
    void sortsByStartAndPutsUnreadableStartsLast() {
        Page page = Fountain.page(Fountain.fixture("slots.json"), ONE);
        assertThat(Fountain.ids(page))
                .extracting(id -> id.substring(id.length() - 1))
                .containsExactly("2", "3", "1");
        assertThat(page.next()).isEmpty();
    }

    @Test
    void sortsTheSlotsOfSeveralCandidatesTogether() {
        Page page =
                Fountain.page(
                        Fountain.fixture("bulk.json"), Fountain.ask("a-1", "a-2", "a-3").build());
        assertThat(Fountain.ids(page)).containsExactly("s-1", "s-2", "s-3");
    }

    @Test
    void sortsEqualStartsById() {
        Page page =
                Fountain.page(
                        Fountain.answer(
                                200,
                                """
                                {"booked_slots":[
                                  {"id":"c","start_time":"2026-12-01T10:00:00Z"},
                                  {"id":"z","start_time":"?"},
                                  {"id":"a","start_time":"2026-12-01T11:00:00+01:00"},
                                  {"id":"b","start_time":null},
                                  {"id":7,"start_time":"2026-12-01T10:00:00.000Z"}]}\
                                """),
                        ONE);
        assertThat(Fountain.ids(page)).containsExactly("7", "a", "c", "b", "z");
    }

    @Test
    void readsOnWhereAnAnswerNamesANextPage() {
        String body = "{\"booked_slots\":[{\"id\":\"a\"}],\"pagination\":%s}";
        for (String end : List.of("null", "{}", "{\"next\":null}", "{\"next\":\"\"}")) {
            assertThat(Fountain.page(Fountain.answer(200, body.formatted(end)), ONE).next())
                    .isEmpty();
        }
        Position second =
                Fountain.page(Fountain.answer(200, body.formatted("{\"next\":2}")), ONE)
                        .next()
                        .orElseThrow();
        assertThat(Fountain.INTERVIEWS.request(ONE, second).fullUrl())
                .endsWith("/applicants/a-1/booked_slots?page=2");
        Position cursor =
                Fountain.page(
                                Fountain.answer(
                                        200,
                                        body.formatted("{\"next\":2,\"next_cursor\":\"c=1\"}")),
                                ONE)
                        .next()
                        .orElseThrow();
        assertThat(Fountain.INTERVIEWS.request(ONE, cursor).fullUrl()).endsWith("?cursor=c%3D1");
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() ->
                        Fountain.page(
                                Fountain.answer(200, body.formatted("{\"next\":{\"page\":2}}")),
                                ONE))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNUSABLE_ANSWER));
    }

    @Test
    void takesNoSlotsForAnEmptyPage() {
        assertThat(Fountain.page(Fountain.answer(200, "{\"booked_slots\":[]}"), ONE).items())
                .isEmpty();
        assertThat(Fountain.page(Fountain.answer(200, "[]"), ONE).items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "401 | BAD_CREDENTIALS | {\"message\":\"Unauthorized\"} | Unauthorized",
                "403 | NOT_ALLOWED | ~~ | HTTP 403",
                "404 | NOT_FOUND | {\"message\":\"Requested resource not found\"} | Requested resource",
                "404 | NOT_FOUND | [{\"rid\":\"1\",\"title\":\"resource not found\"}] | resource not",
                "422 | REJECTED | {\"status\":422,\"error\":\"Unprocessable\"} | Unprocessable",
                "429 | RATE_LIMITED | {\"error\":{\"msg\":\"Too many API requests.\",\"name\":\"x\"}} | Too many",
                "501 | UNAVAILABLE | {\"message\":\"Not implemented\"} | Not implemented",
                "200 | UNUSABLE_ANSWER | {\"message\":\"try later\"} | try later",
                "200 | UNUSABLE_ANSWER | {\"booked_slots\":null} | without booked_slots",
                "200 | UNUSABLE_ANSWER | <html> | not JSON"
            })
    void saysWhatTheVendorSaid(int status, Kind kind, String body, String words) {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> Fountain.page(Fountain.answer(status, body), ONE))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind))
                .withMessageContaining(words);
    }

    @Test
    void saysThatItIsTheAccessTokenThatWasRefused() {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> Fountain.page(Fountain.answer(401, ""), ONE))
                .withMessage(
                        "Fountain refused the access token (HTTP 401) without saying why. Set a valid api_key, or at the gateway"
                                + " client_id and client_secret that may use base_url; a trusted party's key cannot"
                                + " read.");
    }

    @Test
    void readsHowLongToWaitFromTheEndOfTheWindow() {
        long reset = Fountain.NOW.plusSeconds(25).getEpochSecond();
        assertThat(waiting(Map.of("x-api-ratelimit-reset", List.of(Long.toString(reset)))))
                .contains(Duration.ofSeconds(25));
        assertThat(waiting(Map.of("Retry-After", List.of("3")))).contains(Duration.ofSeconds(3));
        assertThat(waiting(Map.of("X-Api-Ratelimit-Reset", List.of("12")))).isEmpty();
        assertThat(waiting(Map.of())).isEmpty();
    }

    private static Optional<Duration> waiting(Map<String, List<String>> headers) {
        VendorResponse response = Fountain.answer(429, "{}", headers);
        try {
            Fountain.page(response, ONE);
        } catch (VendorException e) {
            return e.retryAfter();
        }
        throw new AssertionError("429 was taken for a page");
    }
}
