package io.convene.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/** Answers that match the written ones, and answers that do not. */
class ExpectedTests {
    private final Answer answer =
            new Answer(
                    200,
                    HttpHeaders.of(
                            Map.of("Convene-Filters", List.of("a=local"), "Date", List.of("now")),
                            (name, value) -> true),
                    "{\"a\":\"x y\",\"b\":[1E5,{\"c\":\"\\\"\"}]}".getBytes(UTF_8));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"x y\", \"b\": [\n  1E5, {\"c\": \"\\\"\"}]}",
                "{\"a\": \"…\", \"b\": […]}",
                "{…}",
                "HTTP/1.1 200\nConvene-Filters: a=local\n\n{…}",
                "HTTP/1.1 200\nconvene-filters: a=…\n\n{…}",
                "HTTP/1.1 200\n\n{…}"
            })
    void isTheAnswer(String written) {
        assertThat(Expected.parse(written).differenceTo(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"a\": \"xy\", \"b\": […]}",
                "{\"a\": \"x y\", \"b\": [100000, {\"c\": \"\\\"\"}]}",
                "{\"b\": […], \"a\": \"x y\"}",
                "HTTP/1.1 400\n\n{…}",
                "HTTP/1.1 200\nConvene-Filters: a=vendor\n\n{…}",
                "HTTP/1.1 200\nConvene-Unmapped: 1\n\n{…}"
            })
    void isAnotherAnswer(String written) {
        assertThat(Expected.parse(written).differenceTo(answer)).isPresent();
    }

    @Test
    void looksAtHeadersThatAreNotWrittenDownWhereAllAreToBe() {
        assertThat(Expected.parse("HTTP/1.1 200\n\n{…}").differenceToWhole(answer))
                .hasValue("also sent: {Convene-Filters=a=local}");
        assertThat(
                        Expected.parse("HTTP/1.1 200\nConvene-Filters: a=local\n\n{…}")
                                .differenceToWhole(answer))
                .isEmpty();
    }
}
