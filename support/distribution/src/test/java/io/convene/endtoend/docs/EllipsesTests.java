package io.convene.endtoend.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The parts that stay left out when a page is written again. */
class EllipsesTests {
    @Test
    void stayInHeadersAndMembersThatTheyStillMatch() {
        String old =
                """
                HTTP/1.1 429
                Convene-Provider: acme@…
                ratelimit-reset: …

                {
                  "a": 1,
                  "nextCursor": "…"
                }\
                """;
        String text =
                """
                HTTP/1.1 429
                Convene-Provider: acme@1.2.0
                ratelimit-limit: 50
                ratelimit-reset: 9

                {
                  "a": 2,
                  "nextCursor": "abc",
                  "b": 3
                }\
                """;

        assertThat(Ellipses.kept(old, text))
                .isEqualTo(
                        """
                        HTTP/1.1 429
                        Convene-Provider: acme@…
                        ratelimit-limit: 50
                        ratelimit-reset: …

                        {
                          "a": 2,
                          "nextCursor": "…",
                          "b": 3
                        }\
                        """);
    }

    @Test
    void stayForWhatWouldTakeSeveralLines() {
        String text =
                """
                {
                  "a": 2,
                  "data": {
                    "b": [
                      1
                    ],
                    "c": "x y"
                  },
                  "d": 3
                }\
                """;

        assertThat(Ellipses.kept("{\n  \"a\": 1,\n  \"data\": {…, \"c\": \"x y\"}\n}", text))
                .isEqualTo("{\n  \"a\": 2,\n  \"data\": {…, \"c\": \"x y\"},\n  \"d\": 3\n}");
    }

    @Test
    void goWithWhatTheyNoLongerMatch() {
        assertThat(Ellipses.kept("{\"a\": \"…\"}", "{\"b\": 1}")).isEqualTo("{\"b\": 1}");
        assertThat(Ellipses.kept("{…}", "{\"b\": 1}")).isEqualTo("{\"b\": 1}");
    }
}
