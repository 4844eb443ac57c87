package io.convene.endtoend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of {@code GET /metrics}, its values by name and labels. Reading it checks it: every
 * value has a help and a type above it, and occurs once.
 */
record MetricsPage(Set<String> names, Map<String, Double> values) {
    private static final Pattern META = Pattern.compile("# (HELP|TYPE) ([a-z][a-z0-9_]*) (\\S.*)");
    private static final Pattern VALUE =
            Pattern.compile("(([a-z][a-z0-9_]*)(\\{(?:[a-z]+=\"[^\"]*\",?)+})?) ([0-9.E+-]+|NaN)");

    static MetricsPage of(Site site, String token) throws Exception {
        Answer answer = site.get("/metrics", token);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return of(answer.text());
    }

    static MetricsPage of(String text) {
        MetricsPage page = new MetricsPage(new LinkedHashSet<>(), new LinkedHashMap<>());
        String name = "";
        for (String line : text.split("\n")) {
            Matcher meta = META.matcher(line);
            if (meta.matches() && meta.group(1).equals("HELP")) {
                name = meta.group(2);
                assertThat(page.names.add(name)).as("%s for the first time", name).isTrue();
            } else if (meta.matches()) {
                assertThat(meta.group(2)).isEqualTo(name);
                assertThat(meta.group(3)).isIn("counter", "gauge", "histogram", "summary");
            } else {
                Matcher value = VALUE.matcher(line);
                assertThat(value.matches()).as(line).isTrue();
                assertThat(value.group(2)).matches(name + "(_bucket|_sum|_count)?");
                assertThat(page.values.put(value.group(1), Double.valueOf(value.group(4))))
                        .as("an earlier value of %s", value.group(1))
                        .isNull();
            }
        }
        return page;
    }

    /** The value with that name and those labels, zero if there is none. */
    double value(String nameAndLabels) {
        return values.getOrDefault(nameAndLabels, 0.0);
    }
}
