package io.convene.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.endtoend.Bundles;
import io.convene.endtoend.Site;

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

    private static FourAccounts accounts;
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        accounts = FourAccounts.start(folder, INTERVIEWS);
        site = accounts.site();
    }

    @AfterAll
    static void stop() {
        accounts.close();
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
        List<Item> whole = accounts.whole(account);
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
            List<Item> whole = accounts.whole(account);
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
                            FourAccounts.ids(whole.stream().filter(several.matches()).toList()));
        }
    }

    private static void check(
            SdkClient sdk, String account, FilterCase asked, int limit, List<Item> whole)
            throws Exception {
        assertThat(sdk.ids(CLIENT, site, query(account, asked, limit)))
                .as("%s %s limit=%d", account, asked.parameters(), limit)
                .containsExactlyInAnyOrderElementsOf(
                        FourAccounts.ids(whole.stream().filter(asked.matches()).toList()));
    }

    /** As the SDKs name the account among the other parameters. */
    private static Map<String, Object> query(String account, FilterCase asked, int limit) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("integrated_account_id", site.account(account));
        query.put("limit", limit);
        query.putAll(accounts.query(account, asked));
        return query;
    }
}
