package io.convene.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The output of qs 6.17.1 for these inputs, with its defaults. */
class QsTests {
    static Stream<Arguments> facts() {
        return Stream.of(
                arguments(Map.of(), ""),
                arguments(Map.of("a", "b"), "a=b"),
                arguments(Map.of("next_cursor", ""), "next_cursor="),
                arguments(Map.of("a", true), "a=true"),
                arguments(Map.of("a", List.of("x", "y")), "a%5B0%5D=x&a%5B1%5D=y"),
                arguments(Map.of("a", List.of()), ""),
                arguments(Map.of("a", Map.of()), ""),
                arguments(Map.of("a", Map.of("b", "c")), "a%5Bb%5D=c"),
                arguments(
                        Map.of("created_at", Map.of("lt", "2026-06-08T10:00:00+02:00")),
                        "created_at%5Blt%5D=2026-06-08T10%3A00%3A00%2B02%3A00"),
                arguments(
                        Map.of("remote_query", Map.of("a", Map.of("d", List.of("e", "f")))),
                        "remote_query%5Ba%5D%5Bd%5D%5B0%5D=e&remote_query%5Ba%5D%5Bd%5D%5B1%5D=f"),
                arguments(
                        Map.of("candidate_id", Map.of("in", List.of("1", "2"))),
                        "candidate_id%5Bin%5D%5B0%5D=1&candidate_id%5Bin%5D%5B1%5D=2"),
                arguments(
                        Map.of("a", List.of(Map.of("b", "c"), Map.of("b", "d"))),
                        "a%5B0%5D%5Bb%5D=c&a%5B1%5D%5Bb%5D=d"),
                arguments(
                        Map.of("a", "b c+d/e=f&g?h#i%j(k)'l!m*n~o-p_q.r"),
                        "a=b%20c%2Bd%2Fe%3Df%26g%3Fh%23i%25j%28k%29%27l%21m%2An~o-p_q.r"),
                arguments(Map.of("a", "é€𐐷"), "a=%C3%A9%E2%82%AC%F0%90%90%B7"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void writesWhatTheLibraryWrites(Map<String, ?> values, String query) {
        assertThat(Qs.stringify(values)).isEqualTo(query);
    }
}
