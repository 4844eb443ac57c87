package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.AcmeVendor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** For each rule a bundle that breaks it, and the kit's message. */
@Timeout(120)
class BrokenBundleTests {
    private static final String PROVIDER = "AcmeProvider.java";
    private static final String INTERVIEWS = "AcmeInterviews.java";
    private static final String MODULE = "module-info.java";

    /** A bundle in which a text of a source is replaced, and the required message. */
    private record Broken(
            Rule rule, String name, String source, String text, String by, String said) {
        @Override
        public String toString() {
            return rule + ": " + name;
        }
    }

    @TempDir private Path folder;

    static Stream<Broken> broken() {
        return Stream.of(
                new Broken(
                        Rule.LOADING,
                        "provides nothing",
                        MODULE,
                        "provides io.convene.core.spi.AtsProvider with\n            com.acme.convene.AcmeProvider;",
                        "",
                        "PRV-206"),
                new Broken(
                        Rule.BOUND_TYPES,
                        "binds a type that is not exported",
                        MODULE,
                        "exports com.acme.convene;",
                        "exports com.acme.convene to java.logging;",
                        "com.acme.convene.Users is bound to JSON, and its module neither exports nor opens"),
                new Broken(
                        Rule.TRANSLATION,
                        "looks at the clock itself",
                        INTERVIEWS,
                        "if (query.asks(Filter.CANDIDATE_ID)) {",
                        "request.header(\"X-Sent\", java.time.Instant.now().toString()); if (query.asks(Filter.CANDIDATE_ID)) {",
                        "AcmeInterviews.request() uses java.time.Instant.now"),
                new Broken(
                        Rule.DESCRIPTOR,
                        "has a default address on a host it does not declare",
                        PROVIDER,
                        "\"https://api.acme.example\"",
                        "\"https://api.acme.test\"",
                        "base_url is https://api.acme.test, which no request may go to"),
                new Broken(
                        Rule.DECLARED_FIELDS,
                        "declares a field it never fills",
                        INTERVIEWS,
                        "Field.CANDIDATE,",
                        "Field.CANDIDATE, Field.LOCATION,",
                        "declares location, and none of 240 interviews has it"),
                new Broken(
                        Rule.UNDECLARED_FIELDS,
                        "fills a field it does not declare",
                        INTERVIEWS,
                        "Field.STATUS, ",
                        "",
                        "has status, which support() does not declare"),
                new Broken(
                        Rule.VALUES,
                        "says every start an hour late",
                        INTERVIEWS,
                        ".startAt(item.text(\"starts_at\"))",
                        ".startAt(java.time.Instant.parse(item.text(\"starts_at\").string()).plusSeconds(3_600))",
                        "the interview i1000 has start_at = 2026-03-02T09:00:00Z, expected 2026-03-02T08:00:00Z."),
                new Broken(
                        Rule.FILTERS,
                        "drops a filter that it says the vendor evaluates",
                        INTERVIEWS,
                        "request.query(\"candidate_ids\", String.join(\",\", query.values(Filter.CANDIDATE_ID)));",
                        "",
                        "comes, which does not match: its candidate is c"),
                new Broken(
                        Rule.FILTER_PAIRS,
                        "drops a filter used with another",
                        INTERVIEWS,
                        "if (query.asks(Filter.CANDIDATE_ID)) {",
                        "if (query.asks(Filter.CANDIDATE_ID) && !query.asks(Filter.START_AT)) {",
                        "With candidate_id = "),
                new Broken(
                        Rule.PAGING,
                        "takes a short page for the last one",
                        INTERVIEWS,
                        "return more.equals(\"true\")",
                        "return items.size() >= query.pageSize()",
                        "In pages of 250, 140 interviews are missing out of 240, such as i1100."),
                new Broken(
                        Rule.PAGING,
                        "never ends",
                        INTERVIEWS,
                        "return more.equals(\"true\")",
                        "return position.format() < 2",
                        "the vendor has 240, and the list still goes on"),
                new Broken(
                        Rule.CAPPED_PAGES,
                        "takes a page shorter than it asks for for the last one",
                        INTERVIEWS,
                        "return more.equals(\"true\")",
                        "return items.size() >= Math.clamp(query.pageSize(), 1, 100)",
                        "When the vendor gives at most 20 records a page and 50 are asked for, 220 interviews are missing"),
                new Broken(
                        Rule.REPEATED_PAGES,
                        "ends in silence where a page comes again",
                        INTERVIEWS,
                        "return more.equals(\"true\")",
                        "if (number(position) > 1 && items.getFirst().text(\"id\").is(\"i1000\")) {"
                                + " return Page.last(List.of()); } return more.equals(\"true\")",
                        "the list ends after 10 interviews as if it were whole"),
                new Broken(
                        Rule.TOTALS,
                        "states the size of a page as that of the list",
                        INTERVIEWS,
                        ": Page.last(items)",
                        ": Page.last(items).total(items.size())",
                        "page() states a total of 20, and the list has 240 interviews"),
                new Broken(
                        Rule.POSITIONS,
                        "reads a token of another format as its own",
                        INTERVIEWS,
                        "position.format() != 1 || ",
                        "",
                        "For the position '2' of format 8, which is not one of the bundle's formats, request() must throw"
                                + " a VendorException of kind BAD_CURSOR and returns"),
                new Broken(
                        Rule.POSITIONS,
                        "takes any position for its own",
                        INTERVIEWS,
                        "position.format() != 1 || !position.token().matches(\"\\\\d{1,9}\")",
                        "position.token().isEmpty()",
                        "must throw a VendorException of kind BAD_CURSOR and throws java.lang.NumberFormatException"),
                new Broken(
                        Rule.LOOKUP,
                        "asks for another id than it was given",
                        INTERVIEWS,
                        ".query(\"id\", id)",
                        ".query(\"id\", id + \"0\")",
                        "The interview i1000 is in the list and not found by id"),
                new Broken(
                        Rule.ERRORS,
                        "takes an error for an empty list",
                        INTERVIEWS,
                        "if (!body.at(\"data\").isArray()) {",
                        "if (body.at(\"error\").isPresent()) { return Page.last(List.of()); } if (body.isArray()) {",
                        "which is not a page but a hidden error, page() must throw a VendorException and returns"),
                new Broken(
                        Rule.ODD_RECORDS,
                        "fails as a whole for one record",
                        INTERVIEWS,
                        "List<Item> items = body.each(\"data\");",
                        "List<Item> items = body.each(\"data\"); items.forEach(item -> { if (!item.text(\"id\").isPresent())"
                                + " throw new IllegalStateException(\"no id\"); });",
                        "the whole list fails with java.lang.IllegalStateException: no id at com.acme.convene.AcmeInterviews"),
                new Broken(
                        Rule.ODD_ENVELOPES,
                        "takes a page that does not say whether more follows for the last one",
                        INTERVIEWS,
                        "if (!more.equals(\"true\") && !more.equals(\"false\")) {",
                        "if (more.equals(\"neither\")) {",
                        "With null in 'more' of the first page, 190 interviews are missing out of 240"),
                new Broken(
                        Rule.ODD_ENVELOPES,
                        "fails with an exception of its own",
                        INTERVIEWS,
                        "String more = body.text(\"more\").string();",
                        "String more = body.text(\"more\").optional().orElseThrow();",
                        "With nothing at all in 'more' of the first page, the list fails with java.util.NoSuchElementException"),
                new Broken(
                        Rule.DESCRIPTOR,
                        "declares a URL as a text",
                        PROVIDER,
                        "Setting.url(\"base_url\")",
                        "Setting.text(\"base_url\")",
                        "The setting base_url holds a URL: declare it with Setting.url"),
                new Broken(
                        Rule.DESCRIPTOR,
                        "requires a setting that the account lacks",
                        PROVIDER,
                        ".setting(\n",
                        ".setting(Setting.text(\"tenant\").required().help(\"The tenant.\")).setting(\n",
                        "The test vendor's account lacks the required setting tenant"),
                new Broken(
                        Rule.HOSTS,
                        "asks a host that it does not declare",
                        INTERVIEWS,
                        "VendorRequest.get(query.settings().url(\"base_url\") + \"/users\")",
                        "VendorRequest.get(\"https://users.acme.test/users\")",
                        "asks https://users.acme.test/users, whose host its descriptor does not declare"),
                new Broken(
                        Rule.HOSTS,
                        "asks an address that no setting moves",
                        INTERVIEWS,
                        "VendorRequest.get(query.settings().url(\"base_url\") + \"/users\")",
                        "VendorRequest.get(\"https://api.acme.example/users\")",
                        "asks https://api.acme.example/users, which no setting of the account leads to"),
                new Broken(
                        Rule.CONCURRENCY,
                        "keeps what a request said in a field",
                        INTERVIEWS,
                        "    @Override\n    public Page page(",
                        """
                        private volatile int last;

                        private int number(Position position, boolean noted) {
                            return noted ? last : (last = number(position));
                        }

                        @Override
                        public Page page(\
                        """,
                        "Among 8 requests at once"),
                new Broken(
                        Rule.UNLOADING,
                        "hands itself to a place that outlives it",
                        PROVIDER,
                        "public AcmeProvider() {}",
                        "public AcmeProvider() { System.getProperties().put(\"acme.\" + System.identityHashCode(this), this); }",
                        "classes are still in memory"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void namesTheRuleThatABundleBreaks(Broken broken) {
        CompiledBundle bundle =
                CompiledBundle.acme().replacing(broken.source(), broken.text(), broken.by());
        if (broken.rule() == Rule.CONCURRENCY) {
            bundle.replacing(
                            INTERVIEWS,
                            ".query(\"page\", number(position))",
                            ".query(\"page\", number(position, false))")
                    .replacing(
                            INTERVIEWS,
                            "Integer.toString(number(position) + 1)",
                            "Integer.toString(number(position, true) + 1)");
        }
        assertBroken(broken.rule(), bundle.writeTo(folder), broken.said());
    }

    @Test
    void namesTheRuleOfABundleWithoutAVersion() {
        assertBroken(
                Rule.VERSION,
                CompiledBundle.acme().withoutVersion().writeTo(folder),
                "The module com.acme.convene has no version");
    }

    @Test
    void namesTheRuleOfABundleThatCarriesAModuleOfTheHost() throws Exception {
        Path bundle = folder.resolve("acme-1.0.0");
        CompiledBundle.acme().writeTo(bundle);
        Files.copy(CompiledBundle.location(jakarta.json.Json.class), bundle.resolve("json.jar"));

        assertBroken(Rule.HOST_MODULES, bundle, "json.jar is the module jakarta.json");
    }

    @Test
    void breaksEveryRuleOnce() {
        List<Rule> broken =
                Stream.concat(
                                broken().map(Broken::rule),
                                Stream.of(Rule.VERSION, Rule.HOST_MODULES))
                        .toList();

        assertThat(broken).containsAll(Arrays.asList(Rule.values()));
    }

    @Test
    void examinesNothingFurtherOfABundleThatIsNotLoaded() {
        Path bundle =
                CompiledBundle.acme()
                        .replacing(
                                MODULE,
                                "requires io.convene.core;",
                                "requires io.convene.core; requires java.net.http;")
                        .writeTo(folder);
        try (Conformance conformance = Conformance.of(bundle, new AcmeVendor())) {
            assertThat(conformance.examine(Rule.LOADING).problems())
                    .first()
                    .asString()
                    .startsWith("PRV-401");
            Verdict verdict = conformance.examine(Rule.PAGING);
            assertThat(verdict.isKept()).isFalse();
            assertThat(verdict.skipped().orElseThrow()).contains("java.net.http");
        }
    }

    private static void assertBroken(Rule rule, Path bundle, String said) {
        try (Conformance conformance = Conformance.of(bundle, new AcmeVendor())) {
            Verdict verdict = conformance.examine(rule);
            assertThat(verdict.problems())
                    .anySatisfy(problem -> assertThat(problem).contains(said));
            assertThat(verdict.toString()).startsWith(rule + ": " + rule.sentence());
        }
    }
}
