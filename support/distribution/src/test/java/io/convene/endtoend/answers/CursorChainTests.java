package io.convene.endtoend.answers;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.endtoend.Answer;
import io.convene.endtoend.PlainVendor;
import io.convene.endtoend.PositionedBundle;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chains of cursors: the changes that they survive, the values that they carry, and their end. */
@Timeout(120)
class CursorChainTests {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                                Sandbox.builder().interviews(130).start(),
                                folder,
                                "ashby",
                                "ceipal",
                                "fountain",
                                "greenhouse")
                        .start("api: {deadline: PT10S}");
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
    @CsvSource({
        "ashby, &start_at%5Bgte%5D=2020-01-01",
        "ceipal, &created_at%5Blte%5D=2999-01-01",
        "greenhouse, &updated_at%5Bgte%5D=2020-01-01"
    })
    void carriesItsFilters(String account, String filter) throws Exception {
        List<String> ids = chain(site, account, filter, filter, sizes(7));

        assertThat(ids)
                .isNotEmpty()
                .isEqualTo(chain(site, account, filter, "", sizes(7)))
                .isEqualTo(site.interviews(account, "&limit=500" + filter).ids());
    }

    @Test
    void wantsFiltersAgainThatAreTooLongToCarry() throws Exception {
        String filter =
                "&application_id="
                        + IntStream.range(0, 48)
                                .mapToObj(i -> "10000000000000000000000000000000" + (100 + i))
                                .collect(Collectors.joining(","))
                        + ","
                        + site.interviews("ceipal", "&limit=500").result().stream()
                                .map(interview -> interview.at("application").text("id").string())
                                .filter(id -> !id.isEmpty())
                                .distinct()
                                .map(id -> URLEncoder.encode(id, UTF_8))
                                .limit(40)
                                .collect(Collectors.joining(","));
        Answer first = site.interviews("ceipal", "&limit=3" + filter);
        String cursor = "&next_cursor=" + first.nextCursor().orElseThrow();

        assertThat(cursor).hasSizeLessThan(2_100);
        assertThat(site.interviews("ceipal", "&limit=3" + filter + cursor).ids()).hasSize(3);
        Answer without = site.interviews("ceipal", "&limit=3" + cursor);
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.message()).contains("too long for the next_cursor");
        assertThat(chain(site, "ceipal", filter, filter, sizes(5)))
                .isEqualTo(site.interviews("ceipal", "&limit=500" + filter).ids());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "greenhouse"})
    void givesTheSameWhateverTheSizesOfItsPages(String account) throws Exception {
        Random random = new Random(7);
        List<Integer> sizes =
                IntStream.range(0, 60).map(i -> 1 + random.nextInt(19)).boxed().toList();

        assertThat(chain(site, account, "", "", sizes))
                .isEqualTo(site.sandbox().interviewIds(account));
    }

    @ParameterizedTest
    @CsvSource({
        "ashby, &limit=10",
        "ashby, &limit=10&start_at%5Blt%5D=2000-01-01",
        "ashby, &limit=10&truto_ignore_limit=true",
        "ashby, &limit=10&truto_response_format=raw",
        "greenhouse, &limit=10",
        "greenhouse, &limit=10&truto_ignore_limit=true",
        "greenhouse, &limit=10&truto_response_format=raw"
    })
    void endsWithAnErrorWhenTheVendorRepeatsACursor(String account, String query) throws Exception {
        site.sandbox().fail(Fault.of(account, Fault.Effect.REPEATED_CURSOR).after(1).times(200));
        Answer last = site.interviews(account, query);
        for (int i = 0; i < 10 && last.nextCursor().isPresent() && !isError(last); i++) {
            last = site.interviews(account, query + next(last));
        }

        assertThat(isError(last)).as(last.text()).isTrue();
        assertThat(last.text()).containsPattern("leads back to the page|repeated a page's cursor");
    }

    @Test
    void goesPastALinkOfCeipalsThatLeadsNowhereBecauseItsPagesHaveNumbers() throws Exception {
        site.sandbox().fail(Fault.of("ceipal", Fault.Effect.REPEATED_CURSOR).after(1).times(200));

        assertThat(chain(site, "ceipal", "", "", sizes(10)))
                .isEqualTo(site.sandbox().interviewIds("ceipal"));
    }

    /** Whether the answer is an error, or ends as one. */
    private static boolean isError(Answer answer) {
        return answer.status() == 502 || answer.json().at("error").text("statusCode").is("502");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "AQ", "AQAA", "%20", "null", "undefined", "..%2F..", "%F0%9F%98%80"})
    void refusesWhatIsNoCursor(String cursor) throws Exception {
        Answer answer = site.interviews("ashby", "&next_cursor=" + cursor);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("is not one of this endpoint's");
    }

    @Test
    void refusesACursorThatIsTooLongTakenApartOrOfAnotherAccount() throws Exception {
        String cursor = site.interviews("ashby", "&limit=3").nextCursor().orElseThrow();
        for (String wrong :
                List.of(
                        cursor + "A",
                        cursor.substring(1),
                        cursor.substring(0, cursor.length() - 4),
                        cursor + cursor,
                        "A".repeat(2_049))) {
            assertThat(site.interviews("ashby", "&next_cursor=" + wrong).status()).isEqualTo(400);
        }
        assertThat(site.interviews("greenhouse", "&next_cursor=" + cursor).message())
                .contains("another account");
    }

    @Test
    void goesOnAfterARestartOnAnotherReplicaAndWithRotatedKeys(
            @TempDir Path first, @TempDir Path second) throws Exception {
        Sandbox sandbox = Sandbox.builder().interviews(30).start();
        List<String> all = sandbox.interviewIds("greenhouse");
        try (Site one = Site.over(sandbox, first, "greenhouse");
                Site other = Site.over(sandbox, second, "greenhouse")) {
            one.start();
            String kept = next(one.interviews("greenhouse", "&limit=10"));
            one.stop();
            one.start();
            assertThat(one.interviews("greenhouse", kept + "&limit=10").ids())
                    .as("the key that was made is kept")
                    .isEqualTo(all.subList(10, 20));
            one.stop();

            one.start("api: {cursor-keys: [\"the first key\"]}");
            assertThat(one.interviews("greenhouse", kept).status())
                    .as("the key that was made is not among the configured ones")
                    .isEqualTo(400);
            String old = next(one.interviews("greenhouse", "&limit=10"));
            other.start("api: {cursor-keys: [\"the second key\", \"the first key\"]}");
            Answer page = other.interviews("greenhouse", old + "&limit=10");
            assertThat(page.ids()).as("another replica").isEqualTo(all.subList(10, 20));
            assertThat(one.interviews("greenhouse", next(page)).status())
                    .as("encrypted with a key that the first replica has not")
                    .isEqualTo(400);
            other.stop();
            other.start("api: {cursor-keys: [\"the second key\"]}");
            assertThat(other.interviews("greenhouse", next(page)).ids())
                    .isEqualTo(all.subList(20, 30));
            assertThat(other.interviews("greenhouse", old).status()).isEqualTo(400);
        }
    }

    @Test
    void goesOnWithAnotherVersionOfABundleThatReadsThePosition(@TempDir Path folder)
            throws Exception {
        try (PlainVendor vendor =
                        PlainVendor.start()
                                .answer(
                                        "/list/1",
                                        "{\"items\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"next\":\"2\"}")
                                .answer("/list/2", "{\"items\":[{\"id\":\"c\"},{\"id\":\"d\"}]}");
                Site odd = Site.over(Sandbox.builder().interviews(0).start(), folder)) {
            odd.allow(vendor.host());
            odd.account(
                    "odd",
                    "odd",
                    Map.of("api_key", "the-key-of-odd"),
                    Map.of("base_url", "http://" + vendor.host()));
            PositionedBundle.write(odd.providers(), "1.0.0", 1);
            odd.start();
            Answer first = odd.interviews("odd", "&limit=2");
            assertThat(first.ids()).as(first.text()).containsExactly("a", "b");
            odd.stop();

            PositionedBundle.write(odd.providers(), "1.1.0", 1);
            odd.start();
            Answer later = odd.interviews("odd", next(first));
            assertThat(later.header("Convene-Provider")).isEqualTo("odd@1.1.0");
            assertThat(later.ids()).containsExactly("c", "d");
            odd.stop();

            PositionedBundle.write(odd.providers(), "2.0.0", 2);
            odd.start();
            Answer refused = odd.interviews("odd", next(first));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).contains("start again");
            assertThat(refused.text())
                    .as("the vendor was not asked")
                    .doesNotContain("truto_is_remote_error");
        }
    }

    private static String next(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return "&next_cursor=" + answer.nextCursor().orElseThrow();
    }

    private static List<Integer> sizes(int size) {
        return Collections.nCopies(100, size);
    }

    /** The ids of a chain whose first page has those parameters and all others the second ones. */
    private static List<String> chain(
            Site at, String account, String first, String others, List<Integer> sizes)
            throws Exception {
        List<String> ids = new ArrayList<>();
        String query = first;
        for (int size : sizes) {
            Answer page = at.interviews(account, "&limit=" + size + query);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.ids()).hasSizeLessThanOrEqualTo(size);
            ids.addAll(page.ids());
            Optional<String> cursor = page.nextCursor();
            if (cursor.isEmpty()) {
                return ids;
            }
            query = others + "&next_cursor=" + cursor.get();
        }
        throw new AssertionError("the chain has no end");
    }
}
