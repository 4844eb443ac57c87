package io.convene.endtoend.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.spi.Support;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Bundles;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Requests at the limits of each parameter. */
@Timeout(120)
class BoundaryTests {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                                Sandbox.builder().interviews(40).start(),
                                folder,
                                "ashby",
                                "ceipal",
                                "fountain",
                                "greenhouse")
                        .start();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void takesTheFirstAndTheLastYearForNoBoundAtAll(String integration) throws Exception {
        Support support = Bundles.support(integration);
        String scope =
                support.required().contains(Filter.CANDIDATE_ID)
                        ? "&candidate_id=" + String.join(",", site.sandbox().applicantIds())
                        : "";
        for (Filter filter : Filter.values()) {
            if (!filter.isTime() || support.treatment(filter, Set.of(filter)).isEmpty()) {
                continue;
            }
            List<String> having =
                    all(integration, scope).stream()
                            .filter(interview -> interview.text(filter.field().text()).isPresent())
                            .map(interview -> interview.text("id").string())
                            .toList();
            assertThat(having).isNotEmpty();
            for (String bound :
                    List.of(
                            "[lte]=9999-12-31",
                            "[lt]=9999-12-31T23:59:59.999999Z",
                            "[lte]=9999-12-31T23:59:59-05:00",
                            "[gte]=0001-01-01",
                            "[gt]=0000-01-01")) {
                assertThat(all(integration, scope + encoded(filter, bound)))
                        .as(filter + bound)
                        .extracting(interview -> interview.text("id").string())
                        .containsExactlyInAnyOrderElementsOf(having);
            }
            for (String bound : List.of("[gt]=9999-12-31", "[lt]=0001-01-01")) {
                assertThat(all(integration, scope + encoded(filter, bound)))
                        .as(filter + bound)
                        .isEmpty();
            }
        }
    }

    @Test
    void takesIdsInAnotherOrderForTheSameFilterWithACursor() throws Exception {
        List<String> applications =
                site.interviews("ashby", "&limit=500").result().stream()
                        .map(interview -> interview.at("application").text("id").string())
                        .distinct()
                        .limit(3)
                        .toList();
        String there = "&limit=1&application_id=" + String.join(",", applications);
        String back = "&limit=1&application_id=" + String.join(",", applications.reversed());

        Answer first = site.interviews("ashby", there);
        String cursor = "&next_cursor=" + first.nextCursor().orElseThrow();
        Answer again = site.interviews("ashby", back + cursor);

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.ids()).isEqualTo(site.interviews("ashby", there + cursor).ids());
        assertThat(site.interviews("ashby", back).ids()).isEqualTo(first.ids());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=5, belongs to the list",
        "created_at[gte]=2026-01-01, belongs to the list",
        "expand[]=candidate, belongs to the list",
        "limt=5, is unknown"
    })
    void refusesWhatMeansNothingToMetaList(String parameter, String words) throws Exception {
        String encoded = parameter.replace("[", "%5B").replace("]", "%5D");
        String account = "integrated_account_id=" + site.account("ashby");
        for (String path :
                List.of("/meta/list?" + account + "&" + encoded, "/ashby/meta/list?" + encoded)) {
            Answer answer = site.get("/unified/ats/interviews" + path, Site.TOKEN);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message())
                    .contains("'" + parameter.replaceFirst("[=\\[].*", "") + "'", words);
        }
        Answer both = site.get("/unified/ats/interviews/ashby/meta/list?" + account, Site.TOKEN);
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.message()).contains("without an account");
    }

    @Test
    void tellsTheVendorsLimitsWithOneInterviewToo() throws Exception {
        String id = site.interviews("greenhouse", "&limit=1").ids().getFirst();
        Answer answer =
                site.get(
                        "/unified/ats/interviews/%s?integrated_account_id=%s"
                                .formatted(id, site.account("greenhouse")),
                        Site.TOKEN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ratelimit-limit")).isNotEmpty();
    }

    private static List<Item> all(String integration, String query) throws Exception {
        Answer answer = site.interviews(integration, "&limit=500" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.result();
    }

    private static String encoded(Filter filter, String bound) {
        return "&"
                + filter.text()
                + bound.replace("[", "%5B").replace("]", "%5D").replace("+", "%2B");
    }
}
