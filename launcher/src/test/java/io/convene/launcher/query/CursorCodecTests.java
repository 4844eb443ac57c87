package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.List;

class CursorCodecTests {
    private final CursorCodec codec = new CursorCodec(List.of("a secret"));
    private final Cursor cursor =
            new Cursor(
                    "62f44730-dd91-461e-bd6a-aedd9e0ad79d",
                    "",
                    false,
                    7,
                    new Cursor.Place(Position.of(1, 2, "abc"), 3, "é-17"));

    @Test
    void returnsWhatItWasGiven() {
        assertThat(codec.decode(codec.encode(cursor))).contains(cursor);
    }

    @Test
    void remembersThePagesBeforeIt() {
        ChainMemory trail =
                new ChainMemory(
                        new ItemCount(1L << 40, ItemCount.UNKNOWN),
                        new CycleDetector(5, -1),
                        new SeenItems(
                                new CycleDetector(Integer.MAX_VALUE, Long.MIN_VALUE), 7, true),
                        19);
        Cursor later = cursor.at(Position.of(1, 0, "d"), 0, "", trail);

        assertThat(codec.decode(codec.encode(later))).contains(later);
    }

    @Test
    void refusesACursorOfTheFormatBefore() {
        byte[] sealed = Base64.getUrlDecoder().decode(codec.encode(cursor));
        sealed[0] = 1;

        assertThat(codec.decode(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)))
                .isEmpty();
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
        Cursor lengthy = new Cursor("a", filters, false, 7, Cursor.Place.START);

        Cursor decoded = codec.decode(codec.encode(lengthy)).orElseThrow();

        assertThat(decoded.hashed()).isTrue();
        assertThat(decoded.filters()).isEqualTo(CursorCodec.hash(filters));
    }

    @Test
    void goesOnByNumberAfterAnIdThatIsTooLong() {
        for (int length : List.of(2_000, 70_000)) {
            Cursor lengthy =
                    new Cursor(
                            "a",
                            "f",
                            false,
                            7,
                            new Cursor.Place(Position.of(1, 0, "b"), 3, "é".repeat(length)));

            assertThat(codec.decode(codec.encode(lengthy)))
                    .contains(
                            new Cursor(
                                    "a",
                                    "f",
                                    false,
                                    7,
                                    new Cursor.Place(Position.of(1, 0, "b"), 3, "")));
        }
    }

    @Test
    void keepsTheLastIdRatherThanTheFilters() {
        Cursor lengthy =
                new Cursor(
                        "a",
                        "f".repeat(1_000),
                        false,
                        7,
                        new Cursor.Place(Position.start(), 3, "i".repeat(900)));

        Cursor decoded = codec.decode(codec.encode(lengthy)).orElseThrow();

        assertThat(decoded.hashed()).isTrue();
        assertThat(decoded.lastId()).hasSize(900);
    }

    @Test
    void isNeverLongerThanItsBound() {
        for (int length = 1_300; length < 1_500; length++) {
            Cursor lengthy =
                    new Cursor(
                            "a",
                            "",
                            false,
                            7,
                            new Cursor.Place(Position.of(1, 0, "x".repeat(length)), 0, "i"));
            try {
                assertThat(codec.encode(lengthy)).hasSizeLessThanOrEqualTo(CursorCodec.MAX_LENGTH);
            } catch (VendorException e) {
                assertThat(length).isGreaterThan(1_400);
            }
        }
    }

    @Test
    void saysThatTheVendorsPlaceIsTooLong() {
        for (int length : List.of(4_000, 70_000)) {
            Cursor huge =
                    new Cursor(
                            "a",
                            "",
                            false,
                            7,
                            new Cursor.Place(Position.of(1, 0, "x".repeat(length)), 0, ""));

            assertThatThrownBy(() -> codec.encode(huge))
                    .isInstanceOf(VendorException.class)
                    .hasMessageContaining("The vendor's place in its list has " + length)
                    .extracting(e -> ((VendorException) e).kind())
                    .isEqualTo(VendorException.Kind.UNUSABLE_ANSWER);
        }
    }
}
