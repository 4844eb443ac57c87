package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "qu\"ote",
                "back\\slash",
                "line\nbreak\ttab\r",
                "\u0001\u001f",
                "é😀",
                "a/b"
            })
    void survivesTheWayThroughJson(String characters) {
        Text text = Text.of(characters);
        byte[] json = new byte[text.length()];
        text.copyTo(json, 0);

        assertThat(text.string()).isEqualTo(characters);
        assertThat(
                        Item.parse(("\"" + new String(json, UTF_8) + "\"").getBytes(UTF_8))
                                .text()
                                .string())
                .isEqualTo(characters);
    }

    @Test
    void keepsALoneSurrogateAsAnEscape() {
        Text text = Text.of("a\ud800b");
        byte[] json = new byte[text.length()];
        text.copyTo(json, 0);

        assertThat(new String(json, UTF_8)).isEqualTo("a\\ud800b");
    }

    @Test
    void isAbsentWhenBlank() {
        assertThat(Text.of("").isPresent()).isFalse();
        assertThat(Text.of(" \t\n").isPresent()).isFalse();
        assertThat(Item.parse("\"\\n \\t\"".getBytes(UTF_8)).text().isPresent()).isFalse();
        assertThat(Text.of("\u00a0\u202f\u3000\ufeff").isPresent()).isFalse();
        assertThat(Item.parse("\"\u00a0\u2009\"".getBytes(UTF_8)).text().isPresent()).isFalse();
        assertThat(Item.parse("\"\\u202f \"".getBytes(UTF_8)).text().isPresent()).isFalse();
        assertThat(Item.parse("\"\u00a0x\"".getBytes(UTF_8)).text().isPresent()).isTrue();
        assertThat(Text.absent().optional()).isEmpty();
        assertThat(Text.absent().or(Text.of("other")).string()).isEqualTo("other");
    }

    @Test
    void equalsByItsCharactersHoweverTheyAreEscaped() {
        Text escaped = Item.parse("\"\\u0061b\"".getBytes(UTF_8)).text();

        assertThat(escaped).isEqualTo(Text.of("ab")).hasSameHashCodeAs(Text.of("ab"));
        assertThat(escaped.is("ab")).isTrue();
        assertThat(Text.of("ab")).isNotEqualTo(Text.of("abc"));
    }
}
