package io.convene.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verdicts of {@code json-verdicts.txt}, which explains its own format. */
class JsonVerdictTests {
    private static final Pattern LINE = Pattern.compile("(\\w+) +(.*)");
    private static final Pattern MARKED = Pattern.compile("«(?:(\\d+)\\*)?([^»]*)»");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("verdicts")
    void judgesAsTheTableSays(String verdict, String input) {
        byte[] bytes = bytes(input);

        switch (verdict) {
            case "valid", "accepted" -> assertThat(JsonIndex.of(bytes).next(0)).isPositive();
            case "invalid", "refused" ->
                    assertThatThrownBy(() -> JsonIndex.of(bytes))
                            .isInstanceOf(JsonException.class)
                            .hasMessageMatching(".* at byte \\d+");
            default -> throw new IllegalArgumentException(verdict);
        }
    }

    static List<Arguments> verdicts() throws IOException {
        try (InputStream in = JsonVerdictTests.class.getResourceAsStream("json-verdicts.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(JsonVerdictTests::verdict)
                    .toList();
        }
    }

    private static Arguments verdict(String line) {
        Matcher parts = LINE.matcher(line);
        assertThat(parts.matches()).as(line).isTrue();
        return Arguments.of(parts.group(1), parts.group(2));
    }

    private static byte[] bytes(String input) {
        return MARKED.matcher(input)
                .replaceAll(mark -> Matcher.quoteReplacement(meaning(mark)))
                .getBytes(ISO_8859_1);
    }

    private static String meaning(MatchResult mark) {
        return mark.group(1) == null
                ? new String(HexFormat.of().parseHex(mark.group(2)), ISO_8859_1)
                : mark.group(2).repeat(Integer.parseInt(mark.group(1)));
    }
}
