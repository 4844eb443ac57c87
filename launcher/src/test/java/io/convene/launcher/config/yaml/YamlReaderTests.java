package io.convene.launcher.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class YamlReaderTests {
    private final List<String> duplicates = new ArrayList<>();

    @Test
    void readsMapsListsAndTexts() throws SyntaxException {
        assertThat(read("a: {b: [1, 2]}\nc:\n  - d\n"))
                .isEqualTo(map("a", map("b", list(text("1"), text("2"))), "c", list(text("d"))));
        assertThat(read("{\"json\": [true]}")).isEqualTo(map("json", list(text("true"))));
        assertThat(read("# nothing\n").isAbsent()).isTrue();
    }

    @Test
    void repeatsWhatAnAliasNames() throws SyntaxException {
        assertThat(read("a: &x {k: 1}\nb: *x\nc: [*x, &y 2, *y]\n"))
                .isEqualTo(
                        map(
                                "a",
                                map("k", text("1")),
                                "b",
                                map("k", text("1")),
                                "c",
                                list(map("k", text("1")), text("2"), text("2"))));
    }

    @Test
    void mergesMapsBelowTheirOwnKeys() throws SyntaxException {
        assertThat(
                        read(
                                """
                                one: &one {a: 1, b: 1, c: 1}
                                two: &two {b: 2, d: 2}
                                single: {b: own, <<: *one}
                                both: {<<: [*two, *one], c: own}
                                quoted: {"<<": kept}
                                """))
                .satisfies(root -> {
                    assertThat(root.child("single"))
                            .isEqualTo(map("b", text("own"), "a", text("1"), "c", text("1")));
                    assertThat(root.child("both").child("b")).isEqualTo(text("2"));
                    assertThat(root.child("both").child("c")).isEqualTo(text("own"));
                    assertThat(root.child("both").child("d")).isEqualTo(text("2"));
                    assertThat(root.child("quoted")).isEqualTo(map("<<", text("kept")));
                });
        assertThat(duplicates).isEmpty();
    }

    @Test
    void namesBothLinesOfAKeyThatIsGivenTwice() throws SyntaxException {
        assertThat(read("a: 1\nb: {c: 1,\n  c: 2}\na: 3\n").child("a")).isEqualTo(text("1"));
        assertThat(duplicates)
                .containsExactly(
                        "line 3: the key 'c' is given twice, first on line 2",
                        "line 4: the key 'a' is given twice, first on line 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b: c                | line 1, column 5: ",
                "a: [1, 2               | line 1, column ",
                "a: \"no end            | line 1, column ",
                "a: @b                  | line 1, column 4: ",
                "a: 'x' y               | line 1, column ",
                "a: *b                  | line 1, column 4: the alias names no anchor",
                "a: &b [*b]             | line 1, column 8: the alias names no anchor",
                "a: !secret x           | line 1, column 4: this tag is not supported",
                "a: !!java.net.URL [x]  | line 1, column 4: this tag is not supported",
                "? [a]                  | line 1, column 3: a key must be one text",
                "<<: 5                  | line 1, column 1: the merge key << needs a map"
            })
    void saysWhereAnErrorIs(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(SyntaxException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void countsLinesAndColumnsFromOne() {
        assertThatThrownBy(() -> read("a: 1\n b: 2\n"))
                .isInstanceOf(SyntaxException.class)
                .hasMessageStartingWith("line 2, column 3: ");
        assertThatThrownBy(() -> read("a: é\nb: x\u0001\n"))
                .isInstanceOf(SyntaxException.class)
                .hasMessageStartingWith("line 2, column 5: YAML does not allow");
        assertThatThrownBy(() -> read("a: 1\n---\nb: 2\n"))
                .isInstanceOf(SyntaxException.class)
                .hasMessageStartingWith("line 2, column 1: a second document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: \"hunter2 \\q\"",
                "a: !hunter2!x 5",
                "a: 'hunter2",
                "hunter2\nb: c",
                "a: *hunter2",
                "- a: hunter2\n b"
            })
    void quotesNothingOfTheFile(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(SyntaxException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesAliasesThatMultiply() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (before + ", ").repeat(9) + before));
        }
        assertThatThrownBy(() -> read(bomb.toString()))
                .isInstanceOf(SyntaxException.class)
                .hasMessageContaining("more than 5,000,000 values");
    }

    @Test
    void allowsOneAliasInEveryOfManyEntries() throws SyntaxException {
        String entries = "  - {<<: *common, own: 1}\n".repeat(10_000);
        Node read = read("common: &common {a: 1, b: 2}\nlist:\n" + entries);

        assertThat(read.child("list").child("9999"))
                .isEqualTo(map("own", text("1"), "a", text("1"), "b", text("2")));
    }

    @Test
    void refusesEndlessNesting() {
        assertThatThrownBy(() -> read("[".repeat(100_000)))
                .isInstanceOf(SyntaxException.class)
                .hasMessageContaining("nested too deeply");
    }

    private Node read(String yaml) throws SyntaxException {
        return YamlReader.read(yaml, duplicates);
    }

    private static Node text(String text) {
        return new Node.Scalar(text, false);
    }

    private static Node list(Node... entries) {
        return new Node.Sequence(List.of(entries));
    }

    private static Node map(String name, Node value) {
        return new Node.MappingNode(Map.of(name, value));
    }

    private static Node map(String name, Node value, String second, Node other) {
        return new Node.MappingNode(Map.of(name, value, second, other));
    }

    private static Node map(
            String name, Node value, String second, Node other, String third, Node last) {
        return new Node.MappingNode(Map.of(name, value, second, other, third, last));
    }
}
