package io.convene.endtoend.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Docs;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Sends every combination of ways to answer to every integration. */
@Timeout(180)
class CombinationsTests {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                                Sandbox.builder()
                                        .interviews(60)
                                        .now(Instant.parse("2026-10-01T00:00:00Z"))
                                        .start(),
                                folder,
                                "ashby",
                                "ceipal",
                                "fountain",
                                "greenhouse")
                        .start("api: {max-vendor-calls: 500}");
    }

    @AfterAll
    static void stop() {
        CLIENT.shutdownNow();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void comesToWhatIsWrittenDown(String integration) throws Exception {
        List<Item> interviews =
                site.interviews(integration, "&limit=500" + base(integration)).result();
        assertThat(interviews).hasSizeGreaterThan(20);
        List<String> every = ids(interviews);
        List<String> passing =
                ids(interviews.stream().filter(one -> passes(one, integration)).toList());
        assertThat(passing).isNotEmpty().hasSizeLessThan(every.size());

        for (Combination asked : Combination.every()) {
            Answer answer = ask(integration, asked);
            String name = integration + " " + asked;
            if (asked.expected().endsWith(".")) {
                assertThat(answer.status()).as(name).isEqualTo(400);
                assertThat(answer.json().text("error").string()).isEqualTo("Bad Request");
                assertThat(answer.message().replaceFirst("^The filter '\\w+'", "The filter '…'"))
                        .as(name)
                        .isEqualTo(asked.expected());
            } else {
                assertThat(answer.status()).as(name + answer.text()).isEqualTo(200);
                if (asked.isMapped()) {
                    checkMapped(name, integration, asked, answer, asked.local() ? passing : every);
                } else {
                    checkOwn(name, asked, answer);
                }
            }
        }
    }

    @Test
    void isWrittenDownAsItIs() throws Exception {
        Docs.holds("use/combinations.md", CombinationsPage.text());
    }

    private static void checkMapped(
            String name, String integration, Combination asked, Answer answer, List<String> ids) {
        List<Item> interviews;
        if (asked.lines()) {
            assertThat(answer.header("Content-Type")).as(name).isEqualTo("application/x-ndjson");
            List<Item> lines =
                    answer.text().lines().map(line -> Item.parse(line.getBytes(UTF_8))).toList();
            assertThat(lines.getLast().text("result_count").is("" + ids.size())).as(name).isTrue();
            interviews = lines.subList(0, lines.size() - 1);
        } else if (asked.keyBy()) {
            Item result = answer.json().at("result");
            assertThat(result.isObject()).as(name).isTrue();
            assertThat(answer.header("Convene-Key-By"))
                    .as(name)
                    .isEqualTo("collisions=0, missing=0");
            interviews = ids.stream().map(result::at).filter(Item::isPresent).toList();
            assertThat(answer.json().text("result_count").is("" + interviews.size())).isTrue();
        } else {
            assertThat(answer.json().at("result").isArray()).as(name).isTrue();
            interviews = answer.result();
        }
        List<String> wanted =
                asked.isWhole() ? ids : ids.subList(0, Math.min(Combination.LIMIT, ids.size()));
        assertThat(ids(interviews)).as(name).isEqualTo(wanted);
        if (!asked.lines()) {
            assertThat(answer.json().at("debug").isPresent())
                    .as(name)
                    .isEqualTo(asked.format().equals("debug"));
        }
        assertThat(answer.header("Convene-Filters").contains("=local"))
                .as(name)
                .isEqualTo(asked.local());
        boolean flat = asked.format().equals("normalized");
        String field = Combination.EXPANDED.get(integration);
        for (Item interview : interviews) {
            assertThat(interview.at("interviewer_ids").isArray()).as(name).isEqualTo(flat);
            assertThat(interview.at("remote_data").isPresent()).as(name).isEqualTo(!flat);
        }
        if (asked.expand()) {
            assertThat(interviews)
                    .as(name)
                    .anyMatch(one ->
                            flat
                                    ? one.text(field + "_id").isPresent()
                                    : one.at(field).text("id").isPresent());
        }
    }

    private static void checkOwn(String name, Combination asked, Answer answer) {
        boolean raw = asked.format().equals("raw");
        assertThat(answer.json().at("result").isPresent()).as(name).isEqualTo(raw);
        Item body = raw ? answer.json().at("result") : answer.json();
        assertThat(body.isArray() || body.isObject()).as(name).isTrue();
    }

    private static Answer ask(String integration, Combination asked) throws Exception {
        String url =
                "http://127.0.0.1:"
                        + site.port()
                        + "/unified/ats/interviews?integrated_account_id="
                        + site.account(integration)
                        + base(integration)
                        + asked.query(integration).replace("[", "%5B").replace("]", "%5D");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + Site.TOKEN);
        if (asked.lines()) {
            request.header("Accept", "application/x-ndjson");
        }
        HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    /** The parameters that the integration requires. */
    private static String base(String integration) {
        return integration.equals("fountain")
                ? "&candidate_id="
                        + site.sandbox().applicantIds().stream()
                                .limit(30)
                                .collect(Collectors.joining(","))
                : "";
    }

    private static boolean passes(Item interview, String integration) {
        return interview
                .text(Combination.filtered(integration))
                .optional()
                .filter(time -> !Instant.parse(time).isBefore(Instant.parse(Combination.FROM)))
                .isPresent();
    }

    private static List<String> ids(List<Item> interviews) {
        return interviews.stream().map(interview -> interview.text("id").string()).toList();
    }
}
