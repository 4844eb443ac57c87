package io.convene.launcher.query;

import static io.convene.launcher.query.ScriptedSystem.at;
import static io.convene.launcher.query.ScriptedSystem.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Filter;
import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.query.ScriptedSystem.Script;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Any list of any vendor: nothing is lost from one that ends, and every chain ends. */
class ListPropertyTests {
    private static final Filters ONLY_B =
            Filters.of(Map.of(Filter.APPLICATION_ID, List.of("b")), Map.of());

    @Property
    void givesEveryInterviewOnceWhateverThePagesAndTheLimit(
            @ForAll @Size(min = 1, max = 18) List<@IntRange(max = 7) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 20) int limit,
            @ForAll boolean filtered,
            @ForAll boolean states) {
        List<List<String>> pages = new ArrayList<>();
        int next = 0;
        for (int size : sizes) {
            pages.add(
                    IntStream.range(next, next + size)
                            .mapToObj(i -> (i % 3 == 0 ? "b" : "a") + i)
                            .toList());
            next += size;
        }
        int total = next;
        ScriptedSystem vendor =
                ScriptedSystem.of(place -> {
                    Script page = numbered(pages, number(place));
                    return states ? page.of(total) : page;
                });
        List<String> ids = new ArrayList<>();

        List<ListResult> outcomes = vendor.chain(filtered ? ONLY_B : Filters.none(), limit, ids);

        assertThat(ids)
                .isEqualTo(
                        pages.stream()
                                .flatMap(List::stream)
                                .filter(id -> !filtered || id.startsWith("b"))
                                .toList());
        assertThat(outcomes).noneMatch(ListResult::partial);
        assertThat(outcomes).allMatch(outcome -> outcome.count() > 0 || outcome.next().isEmpty());
    }

    private static Script numbered(List<List<String>> pages, int number) {
        String[] ids = pages.get(number - 1).toArray(String[]::new);
        return number == pages.size()
                ? Script.last(ids)
                : Script.to(String.valueOf(number + 1), ids);
    }

    /** Each page leads to any other; the vendor's places are its pages, or always new numbers. */
    @Property
    void endsEveryChainOfEveryVendorThatRepeatsItself(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 11) Integer> leads,
            @ForAll @Size(12) List<@IntRange(max = 3) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 20) int limit,
            @ForAll boolean filtered,
            @ForAll boolean numbered) {
        ScriptedSystem vendor =
                ScriptedSystem.of(place -> {
                    int page =
                            numbered
                                    ? walk(leads, number(place))
                                    : Math.max(0, number(place) - 100);
                    String[] ids =
                            IntStream.range(0, sizes.get(page))
                                    .mapToObj(i -> "b" + (10 * page + i))
                                    .toArray(String[]::new);
                    int next = leads.get(page) % leads.size();
                    String token = String.valueOf(numbered ? number(place) + 1 : next + 100);
                    return Script.to(token, ids).before(at(token));
                });
        try {
            vendor.chain(filtered ? ONLY_B : Filters.none(), limit, new ArrayList<>());
            throw new AssertionError("a list without an end ended");
        } catch (VendorFailure e) {
            assertThat(e.kind()).isEqualTo(VendorException.Kind.UNUSABLE_ANSWER);
        }
        assertThat(vendor.calls()).isLessThan(1_000);
    }

    /** The page at that step from the first one. */
    private static int walk(List<Integer> leads, int step) {
        int page = 0;
        for (int i = 1; i < step; i++) {
            page = leads.get(page) % leads.size();
        }
        return page;
    }
}
