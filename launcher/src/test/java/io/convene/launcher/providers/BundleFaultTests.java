package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Faults of bundles in a running launcher, each next to a bundle without a fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundleFaultTests {
    private static final List<String> METHODS =
            List.of("support", "request", "page", "join", "tokenRequest", "token", "lookup");
    private static final List<String> THROWN =
            List.of("throw", "error", "linkage", "memory", "overflow", "odd", "kindless");
    private static final List<String> IMPOSSIBLE =
            List.of(
                    "request:relative",
                    "request:empty",
                    "request:scheme",
                    "request:malformed",
                    "request:header",
                    "request:name",
                    "request:host",
                    "request:value",
                    "request:inner");
    private static final List<String> REFUSED =
            List.of("support:required", "support:most", "support:lookup", "request:bodies");

    private OddSite site;
    private LogLines log;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        log = new LogLines();
        site = new OddSite(folder).bundle("odd").bundle("sound").account("sound", "");
        thrown().forEach(fault -> site.account("odd", fault));
        nulls().forEach(fault -> site.account("odd", fault));
        IMPOSSIBLE.forEach(fault -> site.account("odd", fault));
        mapped().forEach(fault -> site.account("odd", fault));
        for (String fault : List.of("page:item", "page2:throw", "page2:error", "page:silent")) {
            site.account("odd", fault);
        }
        site.start("PT20S");
    }

    @AfterAll
    void stop() {
        site.close();
        log.close();
    }

    static Stream<String> thrown() {
        return Stream.concat(
                REFUSED.stream(),
                METHODS.stream().flatMap(method -> THROWN.stream().map(how -> method + ":" + how)));
    }

    static Stream<String> nulls() {
        return METHODS.stream().filter(method -> !method.equals("join")).map(one -> one + ":null");
    }

    static Stream<String> impossible() {
        return IMPOSSIBLE.stream();
    }

    static Stream<String> mapped() {
        return Stream.of("throw", "error", "linkage", "memory", "overflow", "odd", "silent", "null")
                .map(how -> "map:" + how);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void namesTheBundleAndTheMethodThatThrew(String fault) {
        String method = fault.substring(0, fault.indexOf(':'));
        HttpResponse<String> answer = ask(fault);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body())
                .contains("The bundle odd@1.0.0 failed in " + method + "()")
                .doesNotContain("the-key-of-odd", "Exception", "acme.odd");
        assertOthersAreServed();
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void namesTheBundleAndTheMethodThatReturnedNull(String fault) {
        String method = fault.substring(0, fault.indexOf(':'));
        HttpResponse<String> answer = ask(fault);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
        assertThat(answer.body())
                .contains("odd@1.0.0 returned nothing usable from " + method + "(): it is null");
        assertOthersAreServed();
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void namesTheBundleThatStatesWhatIsImpossible(String fault) {
        String method = fault.substring(0, fault.indexOf(':'));
        HttpResponse<String> answer = ask(fault);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
        assertThat(answer.body())
                .contains("odd@1.0.0 returned nothing usable from " + method + "(): it");
        assertOthersAreServed();
    }

    @ParameterizedTest
    @MethodSource("mapped")
    void losesTheRestOfARecordThatCannotBeMappedAndNothingElse(String fault) {
        HttpResponse<String> answer = site.list("odd", fault, "&limit=2");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"id\":\"1\"", "\"id\":\"2\"").doesNotContain("Room 1");
        assertThat(answer.headers().firstValue("Convene-Unmapped")).contains("2");
        assertThat(site.list("sound", "", "&limit=2").body()).contains("Room 1");
    }

    @Test
    void tellsTheLogWhoFailedWhereAndForWhomWithoutTheSecret(@TempDir Path folder)
            throws IOException {
        try (OddSite fresh =
                new OddSite(folder)
                        .bundle("other")
                        .account("other", "page:throw")
                        .account("other", "map:null")
                        .start("PT20S")) {
            fresh.list("other", "page:throw", "");
            fresh.list("other", "map:null", "&limit=1");

            assertThat(
                            log.with(
                                    "bundle other@1.0.0 threw in page(), account "
                                            + fresh.id("other", "page:throw"),
                                    "java.lang.NumberFormatException: For input string: ",
                                    "acme.other.Acme.page("))
                    .hasSize(1)
                    .noneMatch(line -> line.contains("the-key-of-odd"))
                    .noneMatch(line -> line.contains("\nERROR forged"));
            assertThat(
                            log.with(
                                    "bundle other@1.0.0 threw in map(), record 1, account "
                                            + fresh.id("other", "map:null"),
                                    "application(null)"))
                    .hasSize(1);
            assertThat(log.holdsThrowables()).isFalse();
        }
    }

    @Test
    void refusesANullInAListOfItems() {
        HttpResponse<String> answer = ask("page:item");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("The bundle odd@1.0.0 failed in page()");
    }

    @Test
    void namesTheBundleThatRefusesWithoutAWord() {
        HttpResponse<String> answer = ask("page:silent");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("odd@1.0.0", "page()", "without a message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page2:throw", "page2:error"})
    void endsAStreamWithTheErrorOfABundleThatFailsLater(String fault) {
        HttpResponse<String> answer = site.list("odd", fault, "&truto_ignore_limit=true&limit=2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"id\":\"2\"",
                        "\"is_partial_response\":true",
                        "\"error\":{\"statusCode\":500")
                .contains("The bundle odd@1.0.0 failed in page()")
                .endsWith("}}");
    }

    @Test
    void countsFaultsByMethodAndKind() {
        ask("page:throw");
        ask("request:null");

        assertThat(site.get("/metrics").body())
                .contains(
                        "convene_bundle_failures_total{integration=\"odd\",method=\"page\",kind=\"threw\"}",
                        "convene_bundle_failures_total{integration=\"odd\",method=\"request\",kind=\"unusable\"}");
    }

    private HttpResponse<String> ask(String fault) {
        return fault.startsWith("lookup")
                ? site.one("odd", fault)
                : site.list("odd", fault, "&limit=3");
    }

    private void assertOthersAreServed() {
        assertThat(site.list("sound", "", "&limit=3").statusCode()).isEqualTo(200);
    }
}
