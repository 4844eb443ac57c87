package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.OptionalLong;

/** Typed readers, each of which finds nothing in a value of another type. */
class ItemReaderTests {
    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "-3, -3",
        "0, 0",
        "12.0, 12",
        "1.2e1, 12",
        "'\"12\"', 12",
        "'\" 12 \"', 12",
        "'\"0012\"', 12",
        "9223372036854775807, 9223372036854775807"
    })
    void readsWholeNumbersInWhateverWayTheyAreWritten(String json, long number) {
        assertThat(value(json).integer("value")).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "1.5",
                "1e999999999",
                "1e-999999999",
                "9223372036854775808",
                "\"\"",
                "\"many\"",
                "\"12 pages\"",
                "\"0x1f\"",
                "\"1e99999999999\"",
                "[12]",
                "{\"value\":12}",
                "\"1111111111111111111111111111111111111111111111111\""
            })
    void findsNoWholeNumberInAnythingElse(String json) {
        assertThat(value(json).integer("value")).isEmpty();
        assertThat(value(json).integer("other")).isEmpty();
    }

    @Test
    void readsNumbersWithFractions() {
        assertThat(value("1.5").number("value")).hasValue(1.5);
        assertThat(value("\"-2.25e1\"").number("value")).hasValue(-22.5);
        assertThat(value("1e400").number("value")).isEmpty();
        assertThat(value("\"NaN\"").number("value")).isEmpty();
        assertThat(value("\"1d\"").number("value")).isEmpty();
        assertThat(value("false").number("value")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "false, false",
        "'\"true\"', true",
        "'\"FALSE\"', false",
        "'\"True\"', true"
    })
    void readsTrueAndFalseAlsoAsText(String json, boolean flag) {
        assertThat(value(json).flag("value")).contains(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "\"yes\"", "\"\"", "null", "[true]", "\"true or not\""})
    void takesNothingElseForTrueOrFalse(String json) {
        assertThat(value(json).flag("value")).isEmpty();
    }

    @Test
    void tellsStringsFromOtherValues() {
        assertThat(value("\"Room 1\"").words("value").string()).isEqualTo("Room 1");
        assertThat(value("\"Room \\u0031\"").at("value").words().string()).isEqualTo("Room 1");
        assertThat(value("17").words("value").isPresent()).isFalse();
        assertThat(value("true").words("value").isPresent()).isFalse();
        assertThat(value("\"\"").at("value").isString()).isTrue();
        assertThat(value("17").at("value").isString()).isFalse();
    }

    @Test
    void takesStringsAndNumbersForIds() {
        assertThat(value("\"true\"").id("value").string()).isEqualTo("true");
        assertThat(value("17").at("value").id().string()).isEqualTo("17");
        assertThat(value("true").id("value").isPresent()).isFalse();
        assertThat(value("{}").id("value").isPresent()).isFalse();
    }

    @Test
    void isMissingWhereNothingIsSaid() {
        assertThat(value("null").at("value").isMissing()).isTrue();
        assertThat(value("\" \"").at("value").isMissing()).isTrue();
        assertThat(value("1").at("other").isMissing()).isTrue();
        assertThat(value("false").at("value").isMissing()).isFalse();
        assertThat(value("[]").at("value").isMissing()).isFalse();
    }

    @Test
    void makesItemsOfTexts() {
        assertThat(Item.of("Zoë \"Q\"").text().string()).isEqualTo("Zoë \"Q\"");
        assertThat(Item.of("Zoë \"Q\"").isString()).isTrue();
        assertThat(Item.of(" ").isPresent()).isFalse();
    }

    @Test
    void leadsFromAnItemToTheRestOfItsDocument() {
        Item document =
                parse("{\"data\":[{\"id\":1}],\"included\":[{\"id\":\"u1\",\"name\":\"Ada\"}]}");
        Item item = document.each("data").getFirst();

        assertThat(item.document().each("included").getFirst().text("name").string())
                .isEqualTo("Ada");
        assertThat(document.document()).isSameAs(document);
        assertThat(Item.absent().document().isPresent()).isFalse();
    }

    @Test
    void collapsesWhiteSpaceOfAnyKind() {
        assertThat(Text.collapsed("a b")).isEqualTo("a b");
        assertThat(Text.collapsed(" \u00a0a\t\n\u2003b \ufeff")).isEqualTo("a b");
        assertThat(value("\" a  b \"").text("value").collapsed()).isEqualTo("a b");
        assertThat(Text.absent().collapsed()).isEmpty();
        assertThat(Text.absent().integer()).isEqualTo(OptionalLong.empty());
    }

    private static Item value(String json) {
        return parse("{\"value\":%s}".formatted(json));
    }

    private static Item parse(String json) {
        return Item.parse(json.getBytes(UTF_8));
    }
}
