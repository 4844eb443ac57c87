package io.convene.endtoend.docs;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Setting;
import io.convene.core.spi.Support;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Bundles;
import io.convene.endtoend.Docs;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages about an integration agree with its packaged bundle. */
@Timeout(120)
class ProviderPagesTests {
    /** The sandbox's connections that the accounts of each page are tried with. */
    private static final Map<String, List<String>> CONNECTIONS =
            Map.of(
                    "ashby", List.of("ashby"),
                    "ceipal", List.of("ceipal", "ceipal-v1"),
                    "fountain", List.of("fountain", "fountain-oauth"),
                    "greenhouse", List.of("greenhouse"));

    private static final Pattern VARIABLE = Pattern.compile("(\\w+): \"\\$\\{(\\w+)}\"");
    private static final Pattern ID = Pattern.compile("- id: (\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void agreesWithTheBundle(String integration) throws Exception {
        ProviderDescriptor descriptor = Bundles.descriptor(integration);
        Support support = Bundles.support(integration);
        ProviderPage operators = ProviderPage.forOperators(integration);
        check(operators, "credential", credentials(descriptor));
        check(operators, "setting", settings(descriptor));
        ProviderPage callers = ProviderPage.forCallers(integration);
        check(callers, "field", fields(support));
        check(callers, "filter", filters(support));

        assertThat(operators.text())
                .contains(descriptor.hosts().stream().map(ProviderPagesTests::code).toList());
    }

    @Test
    void showsAccountsThatWork(@TempDir Path folder) throws Exception {
        Sandbox sandbox = Sandbox.builder().interviews(20).start();
        List<String> repointed = new ArrayList<>();
        try (Site site = Site.over(sandbox, folder)) {
            for (Map.Entry<String, List<String>> page : CONNECTIONS.entrySet()) {
                List<String> accounts = ProviderPage.forOperators(page.getKey()).accounts();
                assertThat(accounts).hasSameSizeAs(page.getValue());
                for (int i = 0; i < accounts.size(); i++) {
                    String connection = page.getValue().get(i);
                    // One account unchanged, which checks hosts and settings; and one for the
                    // sandbox.
                    site.accounts(accounts.get(i), variables(accounts.get(i), sandbox, connection));
                    String id = UUID.randomUUID().toString();
                    repointed.add(id);
                    site.accounts(
                            repointed(accounts.get(i), id, sandbox.settings(connection)), Map.of());
                }
            }
            site.start();
            for (String id : repointed) {
                Answer answer =
                        site.get(
                                "/unified/ats/interviews?limit=1&integrated_account_id=" + id,
                                Site.TOKEN);
                if (answer.text().contains("candidate_id")) {
                    answer =
                            site.get(
                                    "/unified/ats/interviews?limit=1&integrated_account_id="
                                            + id
                                            + "&candidate_id="
                                            + sandbox.applicantIds().getFirst(),
                                    Site.TOKEN);
                }
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                assertThat(answer.result()).isNotEmpty();
            }
        }
    }

    @Test
    void findsEveryIntegrationInBothIndexes() throws Exception {
        for (String integration : CONNECTIONS.keySet()) {
            String link = "](" + integration + ".md)";
            assertThat(ProviderPage.forCallers("README").text()).contains(link);
            assertThat(ProviderPage.forOperators("README").text()).contains(link);
        }
    }

    /** The table has these rows, or gets them. */
    private static void check(ProviderPage page, String head, Map<String, String> rows)
            throws Exception {
        if (Docs.rewriting()) {
            page.rewrite(head, rows);
        }
        assertThat(page.table(head).entrySet())
                .as("the table of each %s; -Ddocs.rewrite=true writes it", head)
                .containsExactlyElementsOf(rows.entrySet());
    }

    private static Map<String, String> credentials(ProviderDescriptor descriptor) {
        Map<String, String> rows = new LinkedHashMap<>();
        List<Authentication> ways = descriptor.authentications();
        for (Authentication way : ways) {
            way.required()
                    .forEach(name ->
                            rows.put(
                                    code(name),
                                    ways.size() == 1 ? "required" : "with " + code(way.name())));
            way.optional().forEach(name -> rows.putIfAbsent(code(name), "optional"));
        }
        return rows;
    }

    private static Map<String, String> settings(ProviderDescriptor descriptor) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Setting setting : descriptor.settings()) {
            String value = setting.defaultValue();
            if (setting.isRequired()) {
                rows.put(code(setting.name()), "required");
            } else {
                rows.put(code(setting.name()), value.isEmpty() ? "–" : code(value));
            }
        }
        return rows;
    }

    private static Map<String, String> fields(Support support) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            boolean expands = support.expands().contains(field);
            rows.put(
                    code(field.text()),
                    support.fills(field)
                            ? expands ? "filled, more with `expand`" : "filled"
                            : expands ? "`expand`" : "never");
        }
        return rows;
    }

    private static Map<String, String> filters(Support support) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Filter filter : Filter.values()) {
            rows.put(code(filter.text()), evaluated(support, filter));
        }
        rows.put(
                "one interview by its id",
                support.lookup()
                        .map(needed ->
                                needed.isEmpty()
                                        ? "works"
                                        : needed.stream()
                                                .map(filter -> code(filter.text()))
                                                .collect(joining(", ", "with ", "")))
                        .orElse("refused"));
        return rows;
    }

    private static String evaluated(Support support, Filter filter) {
        Optional<Support.Treatment> alone = support.treatment(filter, Set.of(filter));
        if (alone.isEmpty()) {
            return "refused";
        }
        Stream<String> together =
                Stream.of(Filter.values())
                        .filter(other ->
                                !support.treatment(filter, EnumSet.of(filter, other)).equals(alone))
                        .map(other -> "local together with " + code(other.text()));
        return Stream.of(
                        Stream.of(alone.get().text()),
                        support.required().contains(filter)
                                ? Stream.of("required")
                                : Stream.<String>empty(),
                        support.most(filter).map(most -> "at most " + most + " ids").stream(),
                        together)
                .flatMap(words -> words)
                .collect(joining(", "));
    }

    /** The sandbox's values for the variables of an account. */
    private static Map<String, String> variables(
            String account, Sandbox sandbox, String connection) {
        Map<String, String> variables = new LinkedHashMap<>();
        Matcher found = VARIABLE.matcher(account);
        while (found.find()) {
            variables.put(
                    found.group(2),
                    sandbox.credentials(connection).getOrDefault(found.group(1), "1"));
        }
        return variables;
    }

    /** The same account under that id, with these settings where it has some of their names. */
    private static String repointed(String account, String id, Map<String, String> settings) {
        String repointed = ID.matcher(account).replaceFirst("- id: " + id);
        assertThat(account).contains("base_url: \"");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            repointed =
                    repointed.replaceAll(
                            setting.getKey() + ": \"[^\"]*\"",
                            Matcher.quoteReplacement(
                                    setting.getKey() + ": \"" + setting.getValue() + '"'));
        }
        return repointed;
    }

    private static String code(String text) {
        return '`' + text + '`';
    }
}
