package io.convene.launcher.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Map;

class TextFormatPropertyTests {
    @Property
    void everyTextComesBack(
            @ForAll("texts") String help,
            @ForAll("texts") String one,
            @ForAll("texts") String other,
            @ForAll double number) {
        Metrics metrics = new Metrics();
        metrics.read(
                MetricKind.GAUGE,
                "it",
                help,
                List.of("one", "other"),
                out -> out.add(number, one, other));

        Scrape scrape = Scrape.of(metrics);

        assertThat(scrape.help("it")).isEqualTo(help);
        assertThat(scrape.samples())
                .containsExactly(
                        // A zero is a zero, whatever its sign.
                        new Scrape.Sample("it", Map.of("one", one, "other", other), number + 0.0));
    }

    @Property
    void everyNumberComesBack(@ForAll("numbers") double number) {
        assertThat(Double.parseDouble(TextFormat.number(number).replace("Inf", "Infinity")))
                .isEqualTo(Double.valueOf(number + 0.0));
    }

    /**
     * Any UTF-8 text, with the characters that have a meaning in the format more often than by
     * chance.
     */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('\\', '"', '\n', '\r', '{', '}', ',', '=', ' ', '#', 'n', '\u2028')
                .all()
                .ofMaxLength(40)
                .map(text -> new String(text.getBytes(UTF_8), UTF_8));
    }

    @Provide
    Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.integers().map(Integer::doubleValue),
                Arbitraries.of(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        0x1p53,
                        0x1p53 - 1));
    }
}
