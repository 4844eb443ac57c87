package io.convene.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class VendorResponseTests {
    @ParameterizedTest
    @CsvSource({
        "401, BAD_CREDENTIALS", "403, NOT_ALLOWED", "404, NOT_FOUND", "429, RATE_LIMITED",
                "400, REJECTED",
        "422, REJECTED", "500, UNAVAILABLE", "503, UNAVAILABLE", "204, UNUSABLE_ANSWER",
                "302, UNUSABLE_ANSWER"
    })
    void knowsTheMeaningOfAStatus(int status, VendorException.Kind kind) {
        assertThat(VendorResponse.of(status, Map.of(), new byte[0]).failure("").kind())
                .isEqualTo(kind);
    }

    @Test
    void quotesTheVendorAndNoMoreThanASentenceHolds() {
        String body = "x".repeat(5_000);

        assertThat(VendorResponse.of(400, Map.of(), body.getBytes(UTF_8)).failure(""))
                .hasMessageStartingWith("The vendor answered HTTP 400: xxx")
                .extracting(e -> e.getMessage().length())
                .satisfies(length -> assertThat(length).isLessThan(300));
    }

    @Test
    void readsHeadersWhateverTheirCase() {
        VendorResponse response =
                VendorResponse.of(
                        429,
                        Map.of("retry-AFTER", List.of("7"), "Link", List.of("a", "b")),
                        new byte[0]);

        assertThat(response.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(response.headers("link")).containsExactly("a", "b");
        assertThat(response.failure("").retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void skipsAByteOrderMarkAndKeepsTheBytes() {
        byte[] body = "\ufeff{\"id\":\"\ufeff1\"}".getBytes(UTF_8);
        VendorResponse response = VendorResponse.of(200, Map.of(), body);

        assertThat(response.text()).isEqualTo("{\"id\":\"\ufeff1\"}");
        assertThat(response.json().text("id")).hasToString("\ufeff1");
        assertThat(response.json().start()).isEqualTo(3);
        assertThat(response.json().end()).isEqualTo(body.length);
        assertThat(response.bytes()).isSameAs(body);
    }

    @Test
    void saysThatAnAnswerIsNotJson() {
        VendorResponse response = VendorResponse.of(200, Map.of(), "<html>".getBytes(UTF_8));

        assertThatThrownBy(response::json)
                .isInstanceOfSatisfying(
                        VendorException.class,
                        e -> assertThat(e.kind()).isEqualTo(VendorException.Kind.UNUSABLE_ANSWER));
        assertThat(response.jsonIfAny().isPresent()).isFalse();
    }
}
