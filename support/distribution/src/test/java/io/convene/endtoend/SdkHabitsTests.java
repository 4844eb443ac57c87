package io.convene.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Clients with the habits of the original's SDKs list everything, however small their pages. */
@Timeout(300)
class SdkHabitsTests {
    private static final int INTERVIEWS = 24;
    private static final List<Integer> LIMITS = List.of(1, 2, 7);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                                Sandbox.builder().interviews(INTERVIEWS).start(),
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
        CLIENT.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "TYPE_SCRIPT, ashby",
        "TYPE_SCRIPT, ceipal",
        "TYPE_SCRIPT, fountain",
        "TYPE_SCRIPT, greenhouse",
        "PYTHON, ashby",
        "PYTHON, ceipal",
        "PYTHON, fountain",
        "PYTHON, greenhouse"
    })
    void loseNoInterviewWithAnyFilterAndLimit(SdkClient sdk, String account) throws Exception {
        List<Item> whole = whole(account);
        for (int limit : LIMITS) {
            check(sdk, account, FilterCase.none(), limit, whole);
            for (Filter filter : Bundles.support(account).filters()) {
                for (FilterCase asked : FilterCase.of(filter, whole)) {
                    check(sdk, account, asked, limit, whole);
                }
            }
        }
    }

    @Test
    void mayRepeatANameWithoutBrackets() throws Exception {
        for (String account : List.of("ashby", "ceipal", "greenhouse")) {
            List<Item> whole = whole(account);
            FilterCase several =
                    FilterCase.of(Filter.APPLICATION_ID, whole).stream()
                            .filter(asked ->
                                    asked.parameters().get("application_id") instanceof List<?>)
                            .findFirst()
                            .orElseThrow();
            Map<String, Object> query = query(account, several, 2);
            query.put(
                    "application_id",
                    new SdkClient.Tuple(
                            ((List<?>) several.parameters().get("application_id"))
                                    .stream().map(String::valueOf).toList()));

            assertThat(SdkClient.PYTHON.ids(CLIENT, site, query))
                    .as(account)
                    .containsExactlyInAnyOrderElementsOf(
                            ids(whole.stream().filter(several.matches()).toList()));
        }
    }

    private static void check(
            SdkClient sdk, String account, FilterCase asked, int limit, List<Item> whole)
            throws Exception {
        assertThat(sdk.ids(CLIENT, site, query(account, asked, limit)))
                .as("%s %s limit=%d", account, asked.parameters(), limit)
                .containsExactlyInAnyOrderElementsOf(
                        ids(whole.stream().filter(asked.matches()).toList()));
    }

    private static List<Item> whole(String account) throws Exception {
        Answer answer =
                site.interviews(
                        account,
                        "&" + Qs.stringify(withoutAccount(query(account, FilterCase.none(), 500))));
        assertThat(answer.result()).as(answer.text()).hasSize(INTERVIEWS);
        assertThat(answer.nextCursor()).isEmpty();
        return answer.result();
    }

    private static Map<String, Object> withoutAccount(Map<String, Object> query) {
        query.remove("integrated_account_id");
        return query;
    }

    /** The case's parameters, with the filter that the vendor cannot do without. */
    private static Map<String, Object> query(String account, FilterCase asked, int limit) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("integrated_account_id", site.account(account));
        query.put("limit", limit);
        if (account.equals("fountain")) {
            query.put("candidate_id", site.sandbox().applicantIds());
            query.put("expand", List.of("job_interview_stage"));
        }
        query.putAll(asked.parameters());
        return query;
    }

    private static List<String> ids(List<Item> interviews) {
        return interviews.stream().map(interview -> interview.text("id").string()).toList();
    }
}
