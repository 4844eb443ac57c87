package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;

class JsonScannerTests {
    private static final String DOCUMENT =
            """
            {"id":"e9ed20fd","n":-12.5e+3,"esc\\"\\u00e9":[true,false,null,{}],"é€😀":"x😀\\n",\
             "long":"abcdefghijklmnopqrstuvwxyz","rows":[{"id":1},[[]],""]}\
            """;

    @Test
    void refusesADocumentThatIsCutOffAndSaysWhere() {
        byte[] whole = DOCUMENT.getBytes(UTF_8);

        assertThat(JsonIndex.of(whole).end(0)).isEqualTo(whole.length);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> JsonIndex.of(cut))
                    .isInstanceOf(JsonException.class)
                    .hasMessageStartingWith("the end instead of ")
                    .hasMessageEndingWith(" at byte " + length);
        }
    }

    @Test
    void saysWhatItFoundAndWhatItExpected() {
        assertThatThrownBy(() -> JsonIndex.of(bytes("[1,]")))
                .hasMessage("0x5d instead of a value at byte 3");
        assertThatThrownBy(() -> JsonIndex.of(bytes("[\"\u00ff\"]")))
                .hasMessage("0xff instead of UTF-8 at byte 2");
        assertThatThrownBy(() -> JsonIndex.of(bytes("[".repeat(513))))
                .hasMessage("nested deeper than 512 at byte 512");
    }

    @Test
    void findsTheEndOfATextWhereverItIs() {
        for (int before = 0; before < 20; before++) {
            for (int length = 0; length < 20; length++) {
                String text = "x".repeat(length);
                JsonIndex index = JsonIndex.of(bytes(" ".repeat(before) + '"' + text + "\"  "));
                assertThat(index.kind(0)).isEqualTo(JsonIndex.STRING);
                assertThat(index.start(0)).isEqualTo(before + 1);
                assertThat(index.end(0)).isEqualTo(before + 1 + length);
            }
        }
    }

    @Test
    void findsTheEndOfANumberOrWordWhereverItIs() {
        for (String value :
                List.of("7", "-1234567", "12345678", "0.123456789e-10", "true", "false")) {
            for (int after = 0; after < 20; after++) {
                JsonIndex index = JsonIndex.of(bytes(value + " ".repeat(after)));
                assertThat(index.end(0)).isEqualTo(value.length());

                String broken = value + "x" + " ".repeat(after);
                assertThatThrownBy(() -> JsonIndex.of(bytes(broken)))
                        .hasMessage("0x78 instead of the end at byte " + value.length());
            }
        }
        assertThatThrownBy(() -> JsonIndex.of(bytes("[tru ,\"and much more behind\"]")))
                .hasMessage("0x20 instead of a value at byte 4");
        assertThatThrownBy(() -> JsonIndex.of(bytes("nulL")))
                .hasMessage("0x4c instead of a value at byte 3");
    }

    @Test
    void noticesEverySpecialByteWhereverItIs() {
        for (int before = 0; before < 17; before++) {
            for (int after = 0; after < 17; after++) {
                for (int b = 0; b < 256; b++) {
                    byte[] json =
                            bytes('"' + "x".repeat(before) + (char) b + "y".repeat(after) + '"');
                    boolean plain = b >= ' ' && b < 0x80 && b != '"' && b != '\\';
                    assertThat(accepts(json)).as("byte %x", b).isEqualTo(plain);
                }
            }
        }
    }

    @Test
    void acceptsEveryCharacterOfUnicode() {
        StringBuilder json = new StringBuilder("\"");
        for (int c = ' '; c <= Character.MAX_CODE_POINT; c++) {
            if (c != '"'
                    && c != '\\'
                    && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                json.appendCodePoint(c);
            }
        }

        assertThat(accepts(json.append('"').toString().getBytes(UTF_8))).isTrue();
    }

    @Test
    void acceptsOfAllByteSequencesThoseThatAreUtf8() {
        byte[] edges = {
            0x7f,
            (byte) 0x80,
            (byte) 0x8f,
            (byte) 0x90,
            (byte) 0x9f,
            (byte) 0xa0,
            (byte) 0xbf,
            (byte) 0xc0
        };
        for (int lead = 0x7f; lead < 256; lead++) {
            for (byte second : edges) {
                for (byte third : edges) {
                    for (byte fourth : edges) {
                        byte[] json = {'"', (byte) lead, second, third, fourth, '"'};
                        assertThat(accepts(json))
                                .as("%x %x %x %x", lead, second, third, fourth)
                                .isEqualTo(isUtf8(json));
                    }
                }
            }
        }
    }

    @Test
    void outgrowsItsFirstEstimate() {
        String dense = "[" + "[],".repeat(50_000) + "1]";

        assertThat(JsonIndex.of(bytes(dense)).count(0)).isEqualTo(50_001);
    }

    private static boolean accepts(byte[] json) {
        try {
            return JsonIndex.of(json).end(0) == json.length - 1;
        } catch (JsonException e) {
            return false;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(ISO_8859_1);
    }
}
