package io.convene.launcher.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Filter;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.launcher.config.Compatibility;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class QueryPropertyTests {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 28);
    private static final Settings SETTINGS =
            Settings.of(ProviderDescriptor.builder("Fake").build(), Map.of());

    @Property
    void readsWhatAnotherEncoded(
            @ForAll("parameters") List<QueryString.Parameter> parameters,
            @ForAll boolean brackets,
            @ForAll boolean plus) {
        String query =
                parameters.stream()
                        .map(parameter ->
                                encode(parameter.label(), brackets, plus)
                                        + "="
                                        + encode(parameter.value(), false, plus))
                        .collect(Collectors.joining("&"));

        assertThat(QueryString.parse(query)).isEqualTo(parameters);
    }

    @Property
    void takesTheSameTimesAsEveryConditionByItself(
            @ForAll("timeFilters") Filter filter,
            @ForAll("conditions") List<Condition> conditions,
            @ForAll @IntRange(min = -40, max = 80) int hours) {
        Instant time = DAY.atStartOfDay(ZoneOffset.UTC).plusHours(hours).toInstant();
        String query =
                conditions.stream()
                        .map(condition -> filter.text() + condition.written())
                        .collect(Collectors.joining("&"));
        Query.Builder asked = Query.builder(SETTINGS);
        ListParametersReader.read(
                        query, false, 100, 500, new IgnoredParameters(Compatibility.STRICT))
                .filters()
                .applyTo(asked);

        boolean expected = conditions.stream().allMatch(condition -> condition.holds(time, filter));
        assertThat(asked.build().range(filter).map(range -> range.contains(time)).orElse(true))
                .isEqualTo(expected);
    }

    /** A condition on a time: an operator, or none, and a day, or an hour of it. */
    record Condition(String operator, LocalDate day, int hour, String offset) {
        String written() {
            String value =
                    hour < 0
                            ? day.toString()
                            : "%sT%02d:00:00%s".formatted(day, hour, offset.replace("+", "%2B"));
            return (operator.isEmpty() ? "" : "[" + operator + "]") + "=" + value;
        }

        boolean holds(Instant time, Filter filter) {
            Instant first =
                    day.atTime(Math.max(0, hour), 0)
                            .toInstant(hour < 0 ? ZoneOffset.UTC : ZoneOffset.of(offset));
            Instant last =
                    hour < 0
                            ? day.atTime(23, 59, 59, 999_999_999).toInstant(ZoneOffset.UTC)
                            : first;
            String known =
                    operator.isEmpty() ? (filter == Filter.END_AT ? "lte" : "gte") : operator;
            return switch (known) {
                case "gt" -> time.isAfter(last);
                case "gte" -> !time.isBefore(first);
                case "lt" -> time.isBefore(first);
                case "lte" -> !time.isAfter(last);
                default -> !time.isBefore(first) && !time.isAfter(last);
            };
        }
    }

    @Provide
    Arbitrary<Filter> timeFilters() {
        return Arbitraries.of(Filter.class).filter(Filter::isTime);
    }

    @Provide
    Arbitrary<List<Condition>> conditions() {
        return Combinators.combine(
                        Arbitraries.of("", "eq", "gt", "gte", "lt", "lte"),
                        Arbitraries.integers().between(-1, 2).map(DAY::plusDays),
                        Arbitraries.integers().between(-1, 23),
                        Arbitraries.of("Z", "+05:30", "-08:00"))
                .as(Condition::new)
                .list()
                // The same operator twice is refused.
                .uniqueElements(Condition::operator)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<QueryString.Parameter>> parameters() {
        Arbitrary<String> texts =
                Arbitraries.strings()
                        .withChars("ab.-_~ +%&=#/?;é€,'\"\\\ud7ff\u007f\u0085")
                        .ofMaxLength(6);
        Arbitrary<String> names = texts.filter(text -> !text.isEmpty());
        return Combinators.combine(names, texts.list().ofMaxSize(3), texts)
                .as(QueryString.Parameter::new)
                .list()
                .ofMaxSize(4);
    }

    private static String encode(String text, boolean brackets, boolean plus) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        if (brackets) {
            encoded = encoded.replace("%5B", "[").replace("%5D", "]");
        }
        return plus ? encoded : encoded.replace("+", "%20");
    }
}
