package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.spi.Position;

import org.junit.jupiter.api.Test;

import java.util.List;

class CursorCodecTests {
    private final CursorCodec codec = new CursorCodec(List.of("a secret"));
    private final Cursor cursor =
            new Cursor(
                    "62f44730-dd91-461e-bd6a-aedd9e0ad79d",
                    "",
                    false,
                    7,
                    Position.of(1, 2, "abc"),
                    3,
                    "é-17");

    @Test
    void returnsWhatItWasGiven() {
        assertThat(codec.decode(codec.encode(cursor))).contains(cursor);
    }

    @Test
    void showsNothingOfItsContents() {
        assertThat(codec.encode(cursor)).matches("[A-Za-z0-9_-]+").doesNotContain("abc");
        assertThat(codec.encode(cursor)).isNotEqualTo(codec.encode(cursor));
    }

    @Test
    void refusesEveryChangedCharacter() {
        String text = codec.encode(cursor);
        for (int i = 0; i < text.length(); i++) {
            String changed =
                    text.substring(0, i)
                            + (text.charAt(i) == 'A' ? 'B' : 'A')
                            + text.substring(i + 1);
            // The last character of Base64 may carry bits that mean nothing.
            if (i < text.length() - 1) {
                assertThat(codec.decode(changed)).as(changed).isEmpty();
            }
        }
    }

    @Test
    void refusesWhatIsNoCursor() {
        assertThat(List.of("", "x", "not base64!", "AQAA", "A".repeat(CursorCodec.MAX_LENGTH + 1)))
                .allSatisfy(text -> assertThat(codec.decode(text)).isEmpty());
    }

    @Test
    void readsCursorsOfAnOlderKeyAndWritesWithTheNewest() {
        CursorCodec rotated = new CursorCodec(List.of("newer", "a secret"));

        assertThat(rotated.decode(codec.encode(cursor))).contains(cursor);
        assertThat(codec.decode(rotated.encode(cursor))).isEmpty();
    }

    @Test
    void carriesAHashInsteadOfFiltersThatAreTooLong() {
        String filters = "x".repeat(3_000);
        Cursor lengthy = new Cursor("a", filters, false, 7, Position.start(), 0, "");

        Cursor decoded = codec.decode(codec.encode(lengthy)).orElseThrow();

        assertThat(decoded.hashed()).isTrue();
        assertThat(decoded.filters()).isEqualTo(CursorCodec.hash(filters));
    }

    @Test
    void refusesToGrowBeyondItsBound() {
        Cursor huge = new Cursor("a", "", false, 7, Position.of(1, 0, "x".repeat(4_000)), 0, "");

        assertThatThrownBy(() -> codec.encode(huge)).isInstanceOf(IllegalStateException.class);
    }
}
