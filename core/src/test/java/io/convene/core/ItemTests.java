package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ItemTests {
    private static final String DOCUMENT =
            """
            { "id" : 40387397003, "big": 1E5, "name":"Zo\\u00eb \\"Q\\" \\/ é 😀", "blank":"  ", "empty":"", "none":null,
              "yes":true, "no": false, "nested":{"id":"x","rows":[{"id":1},{"id":2},[3]]}, "rows":[],
              "twice":"first", "twice":"last", "esc\\u0061ped":"key" }\
            """;

    private final Item item = Item.parse(DOCUMENT.getBytes(UTF_8));

    @Test
    void readsScalarsAsTextWhateverTheirType() {
        assertThat(item.text("id").string()).isEqualTo("40387397003");
        assertThat(item.text("big").string()).isEqualTo("1E5");
        assertThat(item.text("yes").string()).isEqualTo("true");
        assertThat(item.text("no").string()).isEqualTo("false");
        assertThat(item.text("name").string()).isEqualTo("Zoë \"Q\" / é 😀");
    }

    @Test
    void leavesMissingNullBlankAndOddlyTypedValuesAbsent() {
        assertThat(List.of("missing", "none", "blank", "empty", "nested", "rows"))
                .allSatisfy(name -> assertThat(item.text(name).isPresent()).isFalse());
        assertThat(item.at("missing").isPresent()).isFalse();
        assertThat(item.at("none").isPresent()).isFalse();
        assertThat(item.at("id").at("deeper").text("still").isPresent()).isFalse();
        assertThat(item.each("nested")).isEmpty();
        assertThat(item.each("missing")).isEmpty();
    }

    @Test
    void walksNestedObjectsAndArrays() {
        List<Item> rows = item.at("nested").each("rows");

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).text("id").string()).isEqualTo("2");
        assertThat(rows.get(2).isArray()).isTrue();
        assertThat(rows.get(2).each().getFirst().text().string()).isEqualTo("3");
    }

    @Test
    void tellsObjectsAndArraysApart() {
        assertThat(item.isObject()).isTrue();
        assertThat(item.isArray()).isFalse();
        assertThat(item.at("rows").isObject()).isFalse();
        assertThat(item.at("rows").isArray()).isTrue();
        assertThat(item.at("name").isObject()).isFalse();
        assertThat(Item.absent().isObject()).isFalse();
    }

    @Test
    void takesTheLastOfTwoMembersWithOneName() {
        assertThat(item.text("twice").string()).isEqualTo("last");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':1,'a':'x','twice':'first','twice':'last','esc\\u0061ped':'key'}",
                "{'id':1,'of':{'id':2,'a':'y'},'a':'x','twice':[{'a':'z'}],'twice':'last','esc\\u0061ped':'key'}",
                "{'twice':'first','esc\\u0061ped':'key','id':1,'a':'x','twice':'last','rows':[{'id':3},[]]}",
                "{'rows':{},'id':1,'a':'x','esc\\u0061ped':'key','twice':'last'}"
            })
    void findsMembersWhateverIsNextToThem(String text) {
        Item object = Item.parse(text.replace('\'', '"').getBytes(UTF_8));

        assertThat(object.text("id").string()).isEqualTo("1");
        assertThat(object.text("a").string()).isEqualTo("x");
        assertThat(object.text("twice").string()).isEqualTo("last");
        assertThat(object.text("escaped").string()).isEqualTo("key");
        assertThat(object.text("z").isPresent()).isFalse();
    }

    @Test
    void findsAMemberWhoseNameIsEscaped() {
        assertThat(item.text("escaped").string()).isEqualTo("key");
    }

    @Test
    void givesTheExactBytesOfAnyValue() {
        assertThat(slice(item)).isEqualTo(DOCUMENT);
        assertThat(slice(item.at("name"))).isEqualTo("\"Zo\\u00eb \\\"Q\\\" \\/ é 😀\"");
        assertThat(slice(item.at("big"))).isEqualTo("1E5");
        assertThat(slice(item.at("nested")))
                .isEqualTo("{\"id\":\"x\",\"rows\":[{\"id\":1},{\"id\":2},[3]]}");
        assertThat(slice(item.at("rows"))).isEqualTo("[]");
    }

    @Test
    void keepsAttachedRowsApartFromSplicedOnes() {
        Item row = Item.parse("{\"user_id\":7}".getBytes(UTF_8));
        item.attach("application", List.of(row));
        item.splice("interviewers", List.of(row, row));

        assertThat(item.attached("application")).hasSize(1);
        assertThat(item.attached("interviewers")).hasSize(2);
        assertThat(item.attached("nothing")).isEmpty();
        assertThat(item.spliced()).containsOnlyKeys("interviewers");

        item.splice("notes", List.of());
        item.splice("interviewers", List.of(row));

        assertThat(item.spliced()).containsOnlyKeys("interviewers", "notes");
        assertThat(item.attached("interviewers")).hasSize(1);
        assertThat(item.attached("application")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.1e+10",
                "\"\"",
                "[]",
                "{}",
                "null",
                " true ",
                "[[[[[[]]]]]]",
                "{\"\":{\"\":[]}}"
            })
    void acceptsEveryKindOfDocument(String text) {
        assertThat(slice(Item.parse(text.getBytes(UTF_8)))).isEqualTo(text.strip());
    }

    @Test
    void keepsNothingButTheAbsentItemThatAllShare() {
        Item.absent().attach("rows", List.of(Item.absent()));
        Item.absent().splice("rows", List.of(Item.absent()));

        assertThat(Item.absent().attached("rows")).isEmpty();
        assertThat(Item.absent().spliced()).isEmpty();
    }

    @Test
    void refusesWhatIsNotOneJsonDocument() {
        assertThatThrownBy(() -> Item.parse("{} x".getBytes(UTF_8)))
                .isInstanceOf(JsonException.class)
                .hasMessage("0x78 instead of the end at byte 3");
    }

    private static String slice(Item item) {
        return new String(item.source(), item.start(), item.end() - item.start(), UTF_8);
    }
}
