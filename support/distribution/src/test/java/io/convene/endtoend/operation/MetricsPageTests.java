package io.convene.endtoend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Docs;
import io.convene.endtoend.Site;
import io.convene.sandbox.Fault;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The metrics, and the callers that may read them. */
@Timeout(120)
class MetricsPageTests {
    private static final String READER = "a-token-for-reading";
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                                Sandbox.builder().start(),
                                folder,
                                "ashby",
                                "ceipal",
                                "fountain",
                                "greenhouse")
                        .token("reader", READER, "read, raw", "*")
                        .start("api: {max-vendor-calls: 4}");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @AfterEach
    void clearFaults() {
        site.sandbox().clearFaults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void countsWhatCouldBeMappedInPartAsTheHeaderDoes(String integration) throws Exception {
        MetricsPage before = metrics();
        site.sandbox().fail(Fault.of(integration, Fault.Effect.UNMAPPABLE));
        Answer answer =
                site.interviews(
                        integration,
                        integration.equals("fountain")
                                ? "&candidate_id=" + site.sandbox().applicantIds().getFirst()
                                : "&limit=5");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Convene-Unmapped")).isEqualTo("1");
        assertThat(answer.result())
                .filteredOn(interview -> !interview.text("id").isPresent())
                .singleElement()
                .satisfies(odd -> assertThat(odd.at("remote_data").isPresent()).isTrue());
        assertThat(grown(before, "convene_unmapped_records_total", integration)).isEqualTo(1);
        assertThat(grown(before, "convene_interviews_total", integration))
                .isEqualTo(answer.result().size());
    }

    @Test
    void countsTheSameOfAStreamedAnswer() throws Exception {
        MetricsPage before = metrics();
        site.sandbox().fail(Fault.of("ashby", Fault.Effect.UNMAPPABLE).times(2));
        List<String> lines = site.lines("ashby", "");

        Item last = Item.parse(lines.getLast().getBytes(UTF_8));
        assertThat(last.text("unmapped").string()).isEqualTo("2");
        assertThat(grown(before, "convene_unmapped_records_total", "ashby")).isEqualTo(2);
        assertThat(grown(before, "convene_interviews_total", "ashby")).isEqualTo(lines.size() - 1);
    }

    @Test
    void countsWhyAnAnswerIsPartial() throws Exception {
        String calls = "convene_partial_answers_total{integration=\"ceipal\",reason=\"calls\"}";
        String side =
                "convene_partial_answers_total{integration=\"greenhouse\",reason=\"side_call\"}";
        MetricsPage before = metrics();
        Answer stopped = site.interviews("ceipal", "&limit=500");
        site.sandbox()
                .fail(
                        Fault.of("greenhouse", Fault.Effect.SERVER_ERROR)
                                .on("/v3/interviewers")
                                .times(20));
        Answer lacking = site.interviews("greenhouse", "&limit=5");

        assertThat(stopped.json().text("is_partial_response").is("true")).isTrue();
        assertThat(lacking.json().text("is_partial_response").is("true")).isTrue();
        MetricsPage after = metrics();
        assertThat(after.value(calls) - before.value(calls)).isEqualTo(1);
        assertThat(after.value(side) - before.value(side)).isEqualTo(1);
    }

    @Test
    void countsVendorCallsTokensAndBundles() throws Exception {
        MetricsPage before = metrics();
        site.sandbox().fail(Fault.of("ashby", Fault.Effect.SERVER_ERROR));
        site.interviews("ashby", "&limit=1");
        site.interviews("greenhouse", "&limit=1");

        assertThat(grown(before, "convene_vendor_calls_total", "ashby", "outcome", "failed"))
                .isEqualTo(1);
        assertThat(grown(before, "convene_vendor_calls_total", "ashby", "outcome", "success"))
                .isEqualTo(1);
        assertThat(grown(before, "convene_vendor_call_repetitions_total", "ashby")).isEqualTo(1);
        MetricsPage page = metrics();
        assertThat(
                        page.value(
                                "convene_vendor_tokens_total{integration=\"greenhouse\",outcome=\"obtained\"}"))
                .isPositive();
        assertThat(
                        page.value(
                                "convene_provider_events_total{integration=\"ashby\",state=\"active\"}"))
                .isEqualTo(1);
        assertThat(page.values())
                .anySatisfy((series, value) ->
                        assertThat(series)
                                .matches(
                                        "convene_provider_bundles\\{integration=\"ashby\",version=\"[^\"]+\",state=\"active\"}"))
                .containsEntry("convene_accounts_needing_reauth", 0.0);
        assertThat(page.value("process_open_fds")).isPositive();
    }

    @Test
    void areForAdminsUnlessTheyAreOpen(@TempDir Path folder) throws Exception {
        assertThat(site.get("/metrics", "").status()).isEqualTo(401);
        assertThat(site.get("/metrics", "").header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(site.get("/metrics", READER).status()).isEqualTo(403);
        assertThat(site.get("/metrics", READER).message()).contains("'admin'");
        assertThat(send("POST").status()).isEqualTo(405);
        Answer head = send("HEAD");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Type"))
                .isEqualTo("text/plain; version=0.0.4; charset=utf-8");

        try (Site open =
                Site.over(Sandbox.builder().interviews(4).start(), folder, "ashby")
                        .start("metrics: {open: true}")) {
            assertThat(MetricsPage.of(open, "").names()).contains("convene_requests_total");
            assertThat(open.get("/admin/providers", "").status()).isEqualTo(401);
        }
    }

    @Test
    void tellNothingOfAccountsAndStayBoundedWhateverIsAsked() throws Exception {
        String secret = "what-a-caller-sent-";
        metrics();
        ask(secret, 0);
        Set<String> before = metrics().values().keySet();
        ask(secret, 20);
        Answer page = site.get("/metrics", Site.TOKEN);

        assertThat(page.text())
                .doesNotContain(secret)
                .doesNotContain(site.account("ashby"), site.account("greenhouse"));
        assertThat(MetricsPage.of(page.text()).values().keySet())
                .containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void areAllDocumentedAndNoOthers() throws Exception {
        String docs = Docs.read("operate/metrics.md");
        Set<String> documented =
                docs.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("`")[1].split("\\{")[0])
                        .collect(Collectors.toSet());

        assertThat(documented).containsExactlyInAnyOrderElementsOf(metrics().names());
    }

    /** Sends known and unknown parameters, values, paths and tokens. */
    private static void ask(String secret, int from) throws Exception {
        for (int i = from; i < from + 5; i++) {
            site.interviews("ashby", "&limit=1&" + secret + i + "=1");
            site.interviews("ashby", "&limit=1&application_id=" + secret + i);
            site.get("/unified/ats/interviews/" + secret + i + "/meta/list", READER);
            site.get("/unified/ats/interviews/" + secret + i, READER);
            site.get("/" + secret + i, READER);
            site.get("/metrics", secret + i);
        }
    }

    private static Answer send(String method) throws Exception {
        return site.send(method, "/metrics", Map.of("Authorization", "Bearer " + Site.TOKEN));
    }

    private static MetricsPage metrics() throws Exception {
        return MetricsPage.of(site, Site.TOKEN);
    }

    private static double grown(
            MetricsPage before, String name, String integration, String... label) throws Exception {
        String more = label.length == 0 ? "" : ",%s=\"%s\"".formatted((Object[]) label);
        String series = "%s{integration=\"%s\"%s}".formatted(name, integration, more);
        return metrics().value(series) - before.value(series);
    }
}
