package io.convene.launcher.query;

import static io.convene.launcher.query.ScriptedSystem.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.Filter;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.query.ListResult.Shortfall;
import io.convene.launcher.query.ScriptedSystem.Script;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class ListEndTests {
    private static final Filters ONLY_B =
            Filters.of(Map.of(Filter.APPLICATION_ID, List.of("b")), Map.of());

    private final List<String> ids = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 5", "4, 5", "100, 5", "1, 137", "3, 137", "100, 137"})
    void marksTheLastAnswerWhenTheListEndsBeforeItsTotal(int limit, long total) {
        List<ListResult> outcomes = twoPages(total).chain(Filters.none(), limit, ids);

        assertThat(ids).containsExactly("a1", "a2", "a3", "a4");
        assertThat(outcomes.getLast().partial()).isTrue();
        assertThat(outcomes.getLast().shortfall()).isEqualTo(Shortfall.TOTAL_NOT_REACHED);
        assertThat(outcomes.subList(0, outcomes.size() - 1)).noneMatch(ListResult::partial);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "100, 4", "1, 3", "100, 0"})
    void marksNothingWhenTheTotalIsReachedOrPassed(int limit, long total) {
        assertThat(twoPages(total).chain(Filters.none(), limit, ids))
                .noneMatch(ListResult::partial);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void goesByTheTotalThatWasStatedLast(int limit) {
        ScriptedSystem shrinking =
                ScriptedSystem.of(
                        Map.of(
                                "", Script.to("2", "a1", "a2").of(4),
                                "2", Script.last("a3").of(3)));
        ScriptedSystem silent =
                ScriptedSystem.of(
                        Map.of("", Script.to("2", "a1", "a2").of(4), "2", Script.last("a3")));

        assertThat(shrinking.chain(Filters.none(), limit, ids)).noneMatch(ListResult::partial);
        assertThat(silent.chain(Filters.none(), limit, ids).getLast().partial()).isTrue();
    }

    @Test
    void countsWhatItFiltersOutItself() {
        assertThat(twoPages(4).chain(ONLY_B, 1, ids)).noneMatch(ListResult::partial);
        assertThat(twoPages(5).chain(ONLY_B, 1, ids).getLast().partial()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void countsThePhasesOfAListByThemselves(int limit) {
        Position second = Position.of(1, 1, "");
        ScriptedSystem whole = phased(2, 1, second);
        ScriptedSystem firstIsShort = phased(3, 1, second);
        ScriptedSystem secondIsShort = phased(2, 2, second);

        assertThat(whole.chain(Filters.none(), limit, ids)).noneMatch(ListResult::partial);
        assertThat(firstIsShort.chain(Filters.none(), limit, ids)).anyMatch(ListResult::partial);
        assertThat(secondIsShort.chain(Filters.none(), limit, ids).getLast().partial()).isTrue();
    }

    private static ScriptedSystem phased(long first, long second, Position after) {
        return ScriptedSystem.of(place ->
                place.phase() == 0
                        ? Script.last("a1", "a2").before(after).of(first)
                        : Script.last("b1").of(second));
    }

    @Test
    void saysOfAnInterviewOnlyThenThatItDoesNotExistWhenTheListWasWhole() {
        assertThat(find(twoPages(4))).isFalse();
        assertThatThrownBy(() -> find(twoPages(5)))
                .isInstanceOf(VendorFailure.class)
                .hasMessageContaining("total");
        assertThatThrownBy(() -> find(emptyPages(Integer.MAX_VALUE)))
                .isInstanceOf(VendorFailure.class)
                .hasMessageContaining("20 pages in a row");
    }

    private static boolean find(ScriptedSystem vendor) {
        Plan plan = ScriptedSystem.plan(ScriptedSystem.start(100), Filters.none(), 1_000);
        return new InterviewFinder(vendor, vendor, plan).find("none", (item, draft) -> {});
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 100", "19, 1", "19, 100"})
    void readsPastEmptyPages(int empty, int limit) {
        List<ListResult> outcomes = emptyPages(empty).chain(Filters.none(), limit, ids);

        assertThat(ids).containsExactly("a1", "b1");
        assertThat(outcomes).noneMatch(ListResult::partial);
    }

    @Test
    void stopsAfterTooManyEmptyPagesAndSaysSo() {
        ScriptedSystem vendor = emptyPages(Integer.MAX_VALUE);

        for (ListResult outcome :
                List.of(
                        vendor.stream(ids),
                        vendor.read(ScriptedSystem.start(2), Filters.none(), 2, ids))) {
            assertThat(outcome.partial()).isTrue();
            assertThat(outcome.shortfall()).isEqualTo(Shortfall.EMPTY_PAGES);
            assertThat(outcome.next()).isPresent();
        }
        assertThat(vendor.calls()).isEqualTo(2 * 21);
    }

    @Test
    void goesOnAfterTooManyEmptyPagesWithTheCursor() {
        emptyPages(50).chain(Filters.none(), 5, ids);

        assertThat(ids).containsExactly("a1", "b1");
    }

    @Test
    void endsAChainOfNothingButEmptyPages() {
        ScriptedSystem vendor = emptyPages(Integer.MAX_VALUE);

        assertThatThrownBy(() -> vendor.chain(Filters.none(), 5, ids))
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(VendorException.Kind.UNUSABLE_ANSWER))
                .hasMessageContaining("200 pages in a row");
        assertThat(vendor.calls()).isLessThan(210);
    }

    @Test
    void takesEmptyListsOfManyPhasesForProgress() {
        ScriptedSystem vendor =
                ScriptedSystem.of(place ->
                        place.phase() == 200
                                ? Script.last("a1")
                                : Script.last().before(Position.of(1, place.phase() + 1, "")));

        assertThat(vendor.chain(Filters.none(), 5, ids)).noneMatch(ListResult::partial);
        assertThat(ids).containsExactly("a1");
    }

    @Test
    void takesPagesWithoutAMatchForProgress() {
        ScriptedSystem vendor =
                ScriptedSystem.of(place -> {
                    int number = number(place);
                    return number == 50
                            ? Script.last("b50")
                            : Script.to(String.valueOf(number + 1), "a" + number);
                });

        assertThat(vendor.read(ScriptedSystem.start(1), ONLY_B, 1, ids).partial()).isFalse();
        assertThat(ids).containsExactly("b50");
    }

    @Test
    void neverAnswersNothingWithACursorUnlessItWasStopped() {
        ScriptedSystem vendor =
                ScriptedSystem.of(place -> {
                    int number = number(place);
                    return number == 30
                            ? Script.last("b30")
                            : Script.to(String.valueOf(number + 1), "a" + number);
                });

        ListResult stopped = vendor.allowing(20).read(ScriptedSystem.start(1), ONLY_B, 1, ids);

        assertThat(stopped.count()).isZero();
        assertThat(stopped.next()).isPresent();
        assertThat(stopped.partial()).isTrue();
    }

    @Test
    void joinsOnlyAsMuchOfALargePageAsIsNeeded() {
        String[] page = IntStream.range(0, 500).mapToObj(i -> "b" + i).toArray(String[]::new);
        ScriptedSystem vendor = ScriptedSystem.of(Map.of("", Script.last(page)));

        vendor.read(ScriptedSystem.start(500), ONLY_B, 1, ids);
        assertThat(vendor.joined()).isEqualTo(50);

        vendor.read(ScriptedSystem.start(500), ONLY_B, 500, ids);
        assertThat(vendor.joined()).isEqualTo(550);
        assertThat(vendor.calls()).isEqualTo(2);
    }

    @Test
    void looksThroughALargePageWithoutAskingForItAgain() {
        String[] page =
                IntStream.range(0, 500)
                        .mapToObj(i -> (i % 100 == 99 ? "b" : "a") + i)
                        .toArray(String[]::new);
        ScriptedSystem vendor = ScriptedSystem.of(Map.of("", Script.last(page)));

        ListResult first = vendor.read(ScriptedSystem.start(500), ONLY_B, 3, ids);
        assertThat(vendor.calls()).isEqualTo(1);
        ListResult second = vendor.read(first.next().orElseThrow(), ONLY_B, 3, ids);

        assertThat(ids).containsExactly("b99", "b199", "b299", "b399", "b499");
        assertThat(second.next()).isEmpty();
        assertThat(vendor.calls()).isEqualTo(2);
    }

    @Test
    void waitsLongerAndLongerBetweenEmptyPages() {
        List<Long> waits =
                LongStream.rangeClosed(1, 20).map(n -> EmptyPages.wait((int) n)).boxed().toList();

        assertThat(waits).isSorted().startsWith(10L, 15L, 23L).endsWith(1_000L);
        assertThat(waits.stream().mapToLong(wait -> wait).sum()).isBetween(5_000L, 15_000L);
        assertThat(EmptyPages.wait(0)).isZero();
    }

    @Test
    void waitsNoLongerThanReadingMayGoOn() {
        List<Duration> slept = new ArrayList<>();

        new EmptyPages(slept::add).await(20, () -> slept.size() < 3);
        assertThat(slept).hasSize(3);
        new EmptyPages(slept::add).await(20, () -> true);
        assertThat(slept.stream().skip(3).mapToLong(Duration::toMillis).sum()).isEqualTo(1_000);
    }

    @Test
    void givesUpWhenItIsInterruptedWhileWaiting() {
        EmptyPages pages =
                new EmptyPages(time -> {
                    throw new InterruptedException();
                });

        assertThatThrownBy(() -> pages.await(3, () -> true)).isInstanceOf(VendorException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Two pages of two interviews each, which the vendor says are that many. */
    private static ScriptedSystem twoPages(long total) {
        return ScriptedSystem.of(
                Map.of(
                        "", Script.to("2", "a1", "a2").of(total),
                        "2", Script.last("a3", "a4").of(total)));
    }

    /** An interview, so many empty pages with a new cursor each, and another interview. */
    private static ScriptedSystem emptyPages(int empty) {
        return ScriptedSystem.of(place -> {
            int number = number(place);
            if (number == 1) {
                return Script.to("2", "a1");
            }
            return number - 2 < empty ? Script.to(String.valueOf(number + 1)) : Script.last("b1");
        });
    }
}
