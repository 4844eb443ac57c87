package io.convene.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.spi.Support;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Bundles;
import io.convene.endtoend.Formats;
import io.convene.endtoend.Site;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A client that builds its queries as qs does and pages to the end gets, with every filter, the
 * interviews that a plain filter over the whole list leaves.
 */
@Timeout(120)
class QsClientTests {
    private static final int INTERVIEWS = 90;

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
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void pagesToTheEndWithEveryFilter(String account) throws Exception {
        List<Item> whole = accounts.whole(account);
        Support support = Bundles.support(account);
        int turn = 0;
        for (Filter filter : support.filters()) {
            for (FilterCase asked : FilterCase.of(filter, whole)) {
                String from = Formats.MAPPED.get(turn % Formats.MAPPED.size());
                String to =
                        Formats.MAPPED.get(turn / Formats.MAPPED.size() % Formats.MAPPED.size());
                check(account, asked, whole, ids(account, asked, List.of(from, to)));
                turn++;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void pagesToTheEndWithEveryPairOfFilters(String account) throws Exception {
        List<Item> whole = accounts.whole(account);
        List<Filter> filters = List.copyOf(Bundles.support(account).filters());
        for (Filter one : filters) {
            for (Filter other : filters.subList(filters.indexOf(one) + 1, filters.size())) {
                FilterCase both = narrowing(one, whole).and(narrowing(other, whole));
                check(account, both, whole, ids(account, both, List.of("unified")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void goesFromAnyFormatToAnyOther(String account) throws Exception {
        List<Item> whole = accounts.whole(account);
        for (String from : Formats.MAPPED) {
            for (String to : Formats.MAPPED) {
                assertThat(ids(account, FilterCase.none(), List.of(from, to)))
                        .as("%s in %s and %s", account, from, to)
                        .isEqualTo(FourAccounts.ids(whole));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void givesTheSameInOneAnswer(String account) throws Exception {
        List<Item> whole = accounts.whole(account);
        for (Filter filter : Bundles.support(account).filters()) {
            FilterCase asked = narrowing(filter, whole);
            List<String> expected = ids(account, asked, List.of("unified"));
            Map<String, Object> query = accounts.query(account, asked);
            query.put("truto_ignore_limit", true);
            for (String format : List.of("unified", "normalized")) {
                query.put("truto_response_format", format);
                assertThat(site.interviews(account, "&" + Qs.stringify(query)).ids())
                        .as("%s %s %s", account, asked.parameters(), format)
                        .isEqualTo(expected);
                List<String> lines = site.lines(account, "&" + Qs.stringify(query));
                assertThat(
                                lines.subList(0, lines.size() - 1).stream()
                                        .map(line -> Item.parse(line.getBytes(UTF_8)))
                                        .map(interview -> interview.text("id").string()))
                        .as("%s %s %s in lines", account, asked.parameters(), format)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void handsOnWhatTheVendorFilteredToTheEnd(String account) throws Exception {
        List<Item> whole = accounts.whole(account);
        Support support = Bundles.support(account);
        for (Filter filter : support.filters()) {
            if (support.treatment(filter, Set.of(filter))
                    .filter(Support.Treatment.VENDOR::equals)
                    .isPresent()) {
                for (String format : Formats.HANDED_ON) {
                    FilterCase asked = narrowing(filter, whole);
                    check(account, asked, whole, ids(account, asked, List.of(format)));
                }
            }
        }
    }

    private static void check(
            String account, FilterCase asked, List<Item> whole, List<String> found) {
        assertThat(found)
                .as("%s %s", account, asked.parameters())
                .isNotEqualTo(FourAccounts.ids(whole))
                .containsExactlyInAnyOrderElementsOf(
                        FourAccounts.ids(whole.stream().filter(asked.matches()).toList()));
    }

    /** One way to write the filter that leaves some and takes some. */
    private static FilterCase narrowing(Filter filter, List<Item> whole) {
        return FilterCase.of(filter, whole).get(filter.isTime() ? 0 : 1);
    }

    /** The ids over a chain of cursors, its pages in these formats by turns. */
    private static List<String> ids(String account, FilterCase asked, List<String> formats)
            throws Exception {
        Map<String, Object> query = accounts.query(account, asked);
        // As the original's own client sends the first page.
        query.put("next_cursor", "");
        List<String> ids = new ArrayList<>();
        for (int page = 0; page < 2 * INTERVIEWS; page++) {
            String format = formats.get(page % formats.size());
            query.put("truto_response_format", format);
            if (Formats.HANDED_ON.contains(format)) {
                query.remove("expand");
            }
            query.put("limit", 17);
            Answer answer = site.interviews(account, "&" + Qs.stringify(query));
            assertThat(answer.status()).as("%s: %s", query, answer.text()).isEqualTo(200);
            ids.addAll(Formats.HANDED_ON.containsAll(formats) ? recordIds(answer) : answer.ids());
            Optional<String> cursor = cursor(answer);
            if (cursor.isEmpty()) {
                return ids;
            }
            query.put("next_cursor", cursor.get());
        }
        throw new AssertionError(account + " " + asked.parameters() + " has no end");
    }

    /** Where it goes on; an answer that is all the vendor's says so in a header. */
    private static Optional<String> cursor(Answer answer) {
        return Optional.of(answer.header("Convene-Next-Cursor"))
                .filter(header -> !header.isEmpty())
                .or(answer::nextCursor);
    }

    /** The ids in a vendor's own answer, wherever it keeps its records. */
    private static List<String> recordIds(Answer answer) {
        Item result = answer.json().at("result");
        Item body = result.isPresent() ? result : answer.json();
        return Stream.of(
                        body.isArray() ? body.each() : List.<Item>of(),
                        body.each("results"),
                        body.each("booked_slots"))
                .flatMap(Collection::stream)
                .flatMap(record ->
                        // Fountain groups the slots of several applicants.
                        record.at("booked_slots").isPresent()
                                ? record.each("booked_slots").stream()
                                : Stream.of(record))
                .map(record -> record.text("id").string())
                .toList();
    }
}
