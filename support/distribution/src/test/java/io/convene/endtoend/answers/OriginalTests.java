package io.convene.endtoend.answers;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests as callers of the original endpoint send them, answered with {@code api.compatibility:
 * original}.
 */
@Timeout(120)
class OriginalTests {
    private static final String[] CLIENT = {
        "Accept", "application/json", "Content-Type", "application/json"
    };
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                                Sandbox.builder().interviews(60).start(),
                                folder,
                                "ashby",
                                "ceipal",
                                "fountain",
                                "greenhouse")
                        .start("api: {compatibility: original, max-limit: 50}");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ashby, candidate_id, candidate_id=ignored",
        "greenhouse, candidate_id, candidate_id=ignored",
        "greenhouse, job_interview_stage_id, job_interview_stage_id=ignored"
    })
    void pagesToTheEndPastAFilterThatTheIntegrationLacks(
            String account, String filter, String receipt) throws Exception {
        assertThat(allIds(account, "&limit=7&" + filter + "=nobody", receipt))
                .isEqualTo(site.sandbox().interviewIds(account));
    }

    @ParameterizedTest
    @CsvSource({"ashby", "ceipal", "greenhouse"})
    void pagesToTheEndWithParametersItDoesNotKnow(String account) throws Exception {
        String unknown = "&truto_super_query=wnam&sort_by%5Bcreated_at%5D=desc";

        assertThat(allIds(account, "&limit=9" + unknown, ""))
                .isEqualTo(site.sandbox().interviewIds(account));
        assertThat(answer(account, unknown).header("Convene-Ignored"))
                .isEqualTo("\"truto_super_query\", \"sort_by[created_at]\"");
    }

    @Test
    void goesOnWithTheCursorAlone() throws Exception {
        Answer first = answer("greenhouse", "&limit=7&candidate_id=nobody");
        Answer second =
                answer("greenhouse", "&limit=7&next_cursor=" + first.nextCursor().orElseThrow());

        assertThat(second.ids()).doesNotContainAnyElementsOf(first.ids());
        assertThat(second.header("Convene-Filters")).isEqualTo("candidate_id=ignored");
    }

    @Test
    void stillAsksForTheCandidateThatFountainNeeds() throws Exception {
        Answer answer = answer("fountain", "&application_id=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(
                        answer.json()
                                .at("truto_error_insight")
                                .at("missing_required_query_parameters")
                                .each("value"))
                .extracting(name -> name.text().string())
                .containsExactly("candidate_id");
    }

    @Test
    void takesTheHighestLimitForAHigherOne() throws Exception {
        Answer answer = answer("ashby", "&limit=1000");

        assertThat(answer.result()).hasSize(50);
        assertThat(answer.nextCursor()).isPresent();
        assertThat(answer.header("Convene-Ignored")).isEqualTo("\"limit\";used=50");
    }

    @Test
    void takesListsTruthAndTimesAsScriptsWriteThem() throws Exception {
        Answer answer =
                answer(
                        "ashby",
                        "&truto_ignore_remote_data=True&truto_exclude_fields=location&truto_exclude_fields=status"
                                + "&created_at%5Bgte%5D=2020-01-01T00%3A00%3A00");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Convene-Filters")).startsWith("created_at=local");
        assertThat(answer.result())
                .isNotEmpty()
                .allSatisfy(interview -> {
                    assertThat(interview.at("remote_data").isPresent()).isFalse();
                    assertThat(interview.at("location").isPresent()).isFalse();
                    assertThat(interview.at("status").isPresent()).isFalse();
                });
    }

    @Test
    void givesTheVendorsAnswerPastWhatOnlyInterviewsHave() throws Exception {
        Answer answer =
                answer(
                        "greenhouse",
                        "&truto_response_format=raw&truto_key_by=id&candidate_id=1&limit=5");

        assertThat(answer.result()).hasSize(5);
        assertThat(answer.header("Convene-Ignored")).isEqualTo("\"truto_key_by\"");
        assertThat(answer.header("Convene-Filters")).isEqualTo("candidate_id=ignored");
    }

    @Test
    void findsOneInterviewPastWhatBelongsToTheList() throws Exception {
        String id = site.sandbox().interviewIds("ceipal").getFirst();
        Answer answer =
                site.get(
                        "/unified/ats/interviews/"
                                + URLEncoder.encode(id, UTF_8)
                                + "?integrated_account_id="
                                + site.account("ceipal")
                                + "&limit=10&foo=bar",
                        Site.TOKEN,
                        CLIENT);

        assertThat(answer.json().text("id").is(id)).as(answer.text()).isTrue();
        assertThat(answer.header("Convene-Ignored")).isEqualTo("\"limit\", \"foo\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 200, ''",
        "&candidate_id=nobody, 200, candidate_id=ignored",
        "&application_id=nobody, 404, ''"
    })
    void keepsALookUpToTheFiltersThatTheIntegrationHas(String filter, int status, String receipt)
            throws Exception {
        Answer answer =
                site.get(
                        "/unified/ats/interviews/"
                                + site.sandbox().interviewIds("greenhouse").getFirst()
                                + "?integrated_account_id="
                                + site.account("greenhouse")
                                + filter,
                        Site.TOKEN,
                        CLIENT);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Convene-Filters")).isEqualTo(receipt);
    }

    @Test
    void neverIgnoresWhatItCanEvaluate() throws Exception {
        Answer answer = answer("ceipal", "&application_id=nobody");

        assertThat(answer.result()).isEmpty();
        assertThat(answer.header("Convene-Filters")).startsWith("application_id=local");
    }

    @Test
    void refusesAValueItCannotRead() throws Exception {
        assertThat(answer("ashby", "&created_at=yesterday").status()).isEqualTo(400);
    }

    /** All ids, read as the original's own client reads them: an empty cursor first. */
    private static List<String> allIds(String account, String query, String receipt)
            throws Exception {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = answer(account, query + "&next_cursor=" + cursor);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.header("Convene-Filters")).isEqualTo(receipt);
            Item body = answer.json();
            assertThat(body.at("result").isArray()).isTrue();
            ids.addAll(answer.ids());
            cursor = answer.nextCursor().orElse("");
        } while (!cursor.isEmpty());
        return ids;
    }

    private static Answer answer(String account, String query) throws Exception {
        return site.get(
                "/unified/ats/interviews?integrated_account_id=" + site.account(account) + query,
                Site.TOKEN,
                CLIENT);
    }
}
