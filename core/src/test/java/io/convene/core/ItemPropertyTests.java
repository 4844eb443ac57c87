package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The item view finds the same values in a document as a parser made by others. */
class ItemPropertyTests {
    private static final String INVISIBLE = "\u0085\u180e\u200b\u2060\ufeff";
    private static final List<String> MISSING = List.of("missing", "interviewEvent", "i", "idd");

    @Property
    void findsWhatJacksonFinds(@ForAll long seed) throws IOException {
        byte[] document = new RandomJson(new SplittableRandom(seed)).document();
        Object tree;
        try {
            tree = JacksonTree.of(document);
        } catch (IOException e) {
            // Nested too deeply for both, or half of a surrogate pair in a name, for Jackson alone.
            Assume.that(false);
            return;
        }
        isSame(Item.parse(document), tree);
    }

    private static void isSame(Item item, Object value) throws IOException {
        assertThat(item.isPresent()).isEqualTo(value != JacksonTree.NULL);
        assertThat(item.isObject()).isEqualTo(value instanceof Map);
        assertThat(item.isArray()).isEqualTo(value instanceof List);
        isText(item.text(), value);
        if (value instanceof List<?> elements) {
            List<Item> items = item.each();
            assertThat(items).hasSameSizeAs(elements);
            for (int i = 0; i < items.size(); i++) {
                isSame(items.get(i), elements.get(i));
            }
        } else {
            assertThat(item.each()).isEmpty();
        }
        Map<?, ?> members = value instanceof Map<?, ?> map ? map : Map.of();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = (String) member.getKey();
            if (isAscii(name)) {
                isSame(item.at(name), member.getValue());
                isText(item.text(name), member.getValue());
                assertThat(item.each(name)).hasSize(size(member.getValue()));
            }
        }
        for (String name : MISSING) {
            if (!members.containsKey(name)) {
                assertThat(item.at(name).isPresent()).isFalse();
                assertThat(item.text(name).isPresent()).isFalse();
                assertThat(item.each(name)).isEmpty();
            }
        }
        isSlice(item, value);
    }

    /** The bytes of a value parse to that value again. */
    private static void isSlice(Item item, Object value) throws IOException {
        if (item.isPresent()) {
            byte[] slice = Arrays.copyOfRange(item.source(), item.start(), item.end());
            assertThat(JacksonTree.of(slice)).isEqualTo(value);
        }
    }

    private static void isText(Text text, Object value) {
        String expected = value instanceof String string && !isBlank(string) ? string : "";
        assertThat(text.string()).isEqualTo(expected);
        assertThat(text.isPresent()).isEqualTo(!expected.isEmpty());
    }

    /** Spaces of every kind, and the characters that show nothing. */
    private static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c ->
                        Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || INVISIBLE.indexOf(c) >= 0);
    }

    private static int size(Object value) {
        return value instanceof List<?> elements ? elements.size() : 0;
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }
}
