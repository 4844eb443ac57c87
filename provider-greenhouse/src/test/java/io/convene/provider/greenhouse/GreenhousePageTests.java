package io.convene.provider.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.convene.core.Filter;
import io.convene.core.Text;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

final class GreenhousePageTests {
    @Test
    void keepsTheVendorsOrder() {
        assertThat(GreenhouseAnswers.ids(Greenhouse.page().items(), "id"))
                .extracting(Text::string)
                .containsExactly("71200934003", "71200933003", "71200932003");
        assertThat(Greenhouse.page().next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://harvest.greenhouse.io/v3/interviews?cursor=abc>; rel=\"next\"",
                "<https://harvest.greenhouse.io/v3/interviews?cursor=abc>; rel=next",
                "<https://harvest.greenhouse.io/v3/interviews?per_page=5&cursor=abc#x>;REL=\"Next\"",
                "</v3/interviews?cursor=abc>; rel=\"next\"",
                "</v3/interviews?cursor=abc>; rel='next'",
                "<?cursor=abc>; title=\"a, b; c\"; rel=\"next\"",
                "<https://x.example/?cursor=zzz>; rel=\"prev\", <https://x.example/?cursor=abc>; rel=\"next\"",
                "<https://x.example/?cursor=abc>; rel=\"last next\", <https://x.example/?cursor=y>; rel=\"first\""
            })
    void findsTheCursorOfTheNextPage(String link) {
        assertThat(next(link)).contains(Position.of(1, 0, "abc"));
    }

    @Test
    void looksIntoEveryLinkHeader() {
        VendorResponse response =
                Greenhouse.answer(
                        200,
                        "[]",
                        Map.of(
                                "link",
                                List.of("<?cursor=p>; rel=prev", "<?cursor=n>; rel=\"next\"")));
        assertThat(page(response, Position.start()).next()).contains(Position.of(1, 0, "n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<https://x.example/?cursor=p>; rel=\"prev\"",
                "<https://x.example/?cursor=p>; rel=\"nextish\"",
                "<https://x.example/?cursor=p>; title=\"next\"",
                "<https://x.example/next?cursor=p>"
            })
    void endsWhereNoNextPageIsNamed(String link) {
        assertThat(next(link)).isEmpty();
    }

    @Test
    void decodesTheCursorAndKeepsItsPlusSigns() {
        assertThat(next("<?cursor=a%2Fb%3D+c>; rel=next")).contains(Position.of(1, 0, "a/b=+c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://x.example/?page=2>; rel=\"next\"",
                "<https://x.example/?cursor=>; rel=\"next\"",
                "<https://x.example/?cursor=%zz>; rel=\"next\"",
                "https://x.example/?cursor=abc; rel=\"next\"",
                "<https://x.example/?cursor=abc; rel=next",
                "<https://x.example/?cursor=p>; rel=\"prev\", https://x.example/?cursor=a; rel='next'"
            })
    void doesNotEndInSilenceWhenTheNextPageCannotBeAskedFor(String link) {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> next(link))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNUSABLE_ANSWER));
    }

    @Test
    void goesOnWithTheNextBatchWhenOneIsRead() {
        List<String> ids = IntStream.rangeClosed(1, 51).mapToObj(String::valueOf).toList();
        Query query = Query.builder(Greenhouse.SETTINGS).values(Filter.APPLICATION_ID, ids).build();
        VendorResponse full = Greenhouse.followed("[{\"id\":1}]", "interviews", "c1");
        assertThat(Greenhouse.INTERVIEWS.page(full, query, Position.start()).next())
                .contains(Position.of(1, 0, "c1"));
        VendorResponse last = Greenhouse.answer("[{\"id\":2}]");
        assertThat(Greenhouse.INTERVIEWS.page(last, query, Position.of(1, 0, "c1")).next())
                .contains(Position.of(1, 1, ""));
        assertThat(Greenhouse.INTERVIEWS.page(last, query, Position.of(1, 1, "")).next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "401 | BAD_CREDENTIALS | {\"message\":\"Unauthorized\",\"errors\":[\"Not decoded.\"]} | Not decoded.",
                "403 | NOT_ALLOWED | {\"message\":\"Forbidden\"} | Forbidden",
                "403 | NOT_ALLOWED | ~~ | HTTP 403",
                "404 | NOT_FOUND | {\"message\":\"Resource not found\"} | Resource not found",
                "422 | REJECTED | {\"errors\":[{\"per_page\":\"too much\"}]} | {\"per_page\":\"too much\"}",
                "422 | REJECTED | {\"message\":\"Unprocessable\",\"errors\":[\"a\",\"b\"]} | Unprocessable: a: b",
                "400 | REJECTED | {\"error\":\"odd\"} | odd",
                "429 | RATE_LIMITED | {} | HTTP 429",
                "500 | UNAVAILABLE | <html> | <html>",
                "200 | UNUSABLE_ANSWER | <html> | not JSON",
                "200 | UNUSABLE_ANSWER | {\"message\":\"maintenance\"} | without a list",
                "302 | UNUSABLE_ANSWER | ~~ | HTTP 302"
            })
    void saysWhatTheVendorSaid(int status, Kind kind, String body, String words) {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> page(Greenhouse.answer(status, body), Position.start()))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind))
                .withMessageContaining(words);
    }

    @Test
    void handsOnHowLongToWait() {
        VendorResponse response = Greenhouse.answer(429, "", Map.of("Retry-After", List.of("12")));
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> page(response, Position.start()))
                .satisfies(e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(12)));
    }

    @ParameterizedTest
    @CsvSource({"422,BAD_CURSOR", "400,BAD_CURSOR", "401,BAD_CREDENTIALS", "500,UNAVAILABLE"})
    void knowsWhenItsCursorIsNoLongerTaken(int status, Kind kind) {
        VendorResponse response =
                Greenhouse.answer(
                        status,
                        "{\"message\":\"Unprocessable Content\",\"errors\":[\"Invalid cursor.\"]}");
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> page(response, Position.of(1, 0, "old")))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind))
                .withMessageContaining("Invalid cursor.");
    }

    private static Optional<Position> next(String link) {
        VendorResponse response = Greenhouse.answer(200, "[]", Map.of("Link", List.of(link)));
        return page(response, Position.start()).next();
    }

    private static Page page(VendorResponse response, Position position) {
        return Greenhouse.INTERVIEWS.page(response, Greenhouse.PLAIN, position);
    }
}
