package io.convene.launcher.egress.auth;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class SimpleJsonTests {
    @Test
    void writesTheSameBytesAsTheLibrary() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("limit", 100);
        body.put("cursor", "");
        body.put("from", -1L);
        body.put("words", "a /b&c <d> 'e' ~");
        body.put("flag", false);
        Jsonb library = JsonbBuilder.create();
        assertThat(SimpleJson.of(body)).contains(library.toJson(body));
        assertThat(SimpleJson.of(Map.of())).contains(library.toJson(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\n", "\u007f", "é", "😀"})
    void leavesTextsWithEscapesToTheLibrary(String text) {
        assertThat(SimpleJson.of(Map.of("a", text))).isEmpty();
        assertThat(SimpleJson.of(Map.of(text, 1))).isEmpty();
    }

    @Test
    void leavesEverythingElseToTheLibrary() {
        assertThat(SimpleJson.of(Map.of("a", 1.5))).isEmpty();
        assertThat(SimpleJson.of(Map.of("a", new BigDecimal("1.50")))).isEmpty();
        assertThat(SimpleJson.of(Map.of("a", List.of("b")))).isEmpty();
        assertThat(SimpleJson.of(Map.of("a", Map.of()))).isEmpty();
    }
}
