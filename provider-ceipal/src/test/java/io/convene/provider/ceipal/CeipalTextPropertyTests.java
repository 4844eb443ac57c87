package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Characters beyond Latin-1's controls and their references. */
class CeipalTextPropertyTests {
    private static final int NO_BREAK_SPACE = 0xa0;

    @Property
    void decodesTheNumberOfEveryCharacter(
            @ForAll @IntRange(min = 0x20, max = Character.MAX_CODE_POINT) int number) {
        boolean isOddOne =
                (number >= 0x80 && number <= NO_BREAK_SPACE)
                        || Character.getType(number) == Character.SURROGATE;
        if (isOddOne) {
            return;
        }
        String character = Character.toString(number);
        assertThat(CeipalText.decode("a&#" + number + ";b")).isEqualTo("a" + character + "b");
        assertThat(CeipalText.decode("&#x" + Integer.toHexString(number) + ";"))
                .isEqualTo(character);
    }

    @Property
    void changesNothingElse(@ForAll String text) {
        String plain = text.replace(";", "");
        assertThat(CeipalText.decode(plain)).isEqualTo(plain);
    }

    @Property
    void collapsesWhiteSpaceOnce(@ForAll String text) {
        String plain = CeipalText.plain(text.replace("&", ""));
        assertThat(CeipalText.plain(plain)).isEqualTo(plain);
    }
}
