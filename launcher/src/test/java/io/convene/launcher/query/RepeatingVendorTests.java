package io.convene.launcher.query;

import static io.convene.launcher.query.ScriptedSystem.at;
import static io.convene.launcher.query.ScriptedSystem.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.query.ScriptedSystem.Script;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class RepeatingVendorTests {
    private final List<String> ids = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 100})
    void endsWhenThePageOfEveryNumberIsTheFirstOne(int limit) {
        ScriptedSystem vendor =
                ScriptedSystem.of(
                        place -> Script.to(String.valueOf(number(place) + 1), "a1", "a2", "a3"));

        isRefused(vendor, limit);
        assertThat(vendor.calls()).isLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void endsWhenCursorsLeadBack(int limit) {
        ScriptedSystem vendor =
                ScriptedSystem.of(
                        Map.of(
                                "", Script.to("B", "a1"),
                                "B", Script.to("A", "a2"),
                                "A", Script.to("B", "a3")));

        isRefused(vendor, limit);
        assertThat(vendor.calls()).isLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 100", "3, 2", "5, 1", "8, 1", "64, 7", "100, 1"})
    void endsWhenNumberedPagesGoRoundInACircle(int circle, int limit) {
        ScriptedSystem vendor =
                ScriptedSystem.of(place -> {
                    int page = number(place);
                    String id = "a" + page % circle;
                    return Script.to(String.valueOf(page + 1), id, id + "0", id + "00");
                });

        isRefused(vendor, limit);
        assertThat(vendor.calls()).isLessThanOrEqualTo(10 * circle);
    }

    @Test
    void endsWhenOneOfThePagesThatComeAgainIsEmpty() {
        ScriptedSystem vendor =
                ScriptedSystem.of(place -> {
                    String next = String.valueOf(number(place) + 1);
                    return switch (number(place) % 4) {
                        case 0 -> Script.to(next);
                        case 1 -> Script.to(next, "a1", "a2");
                        case 2 -> Script.to(next, "b1", "b2");
                        default -> Script.to(next, "c1", "c2");
                    };
                });

        isRefused(vendor, 1);
    }

    @Test
    void endsWhenAPageLeadsToItself() {
        isRefused(
                ScriptedSystem.of(Map.of("", Script.to("B", "a1"), "B", Script.to("B", "a2"))), 1);
    }

    @Test
    void refusesTheSamePageAtTheEndToo() {
        isRefused(
                ScriptedSystem.of(
                        Map.of("", Script.to("2", "a1", "a2"), "2", Script.last("a1", "a2"))),
                100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void takesASingleInterviewTwiceInARowForOneThatMoved(int limit) {
        ScriptedSystem vendor =
                ScriptedSystem.of(
                        Map.of(
                                "", Script.to("2", "a1"),
                                "2", Script.to("3", "a1"),
                                "3", Script.to("4", "a2"),
                                "4", Script.to("5", "a2"),
                                "5", Script.last("a3")));

        vendor.chain(Filters.none(), limit, ids);

        assertThat(ids).containsExactly("a1", "a1", "a2", "a2", "a3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void endsWhenASingleInterviewComesAThirdTime(int limit) {
        isRefused(
                ScriptedSystem.of(place -> Script.to(String.valueOf(number(place) + 1), "a1")),
                limit);
        assertThat(ids.size()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void readsPagesThatOverlap(int limit) {
        ScriptedSystem vendor =
                ScriptedSystem.of(
                        Map.of(
                                "", Script.to("2", "a1", "a2", "a3"),
                                "2", Script.to("3", "a3", "a4", "a5"),
                                "3", Script.last("a5", "a4")));

        vendor.chain(Filters.none(), limit, ids);

        assertThat(ids).containsExactly("a1", "a2", "a3", "a3", "a4", "a5", "a5", "a4");
    }

    @Test
    void doesNotTakeAPageForRepeatedThatACursorPointsInto() {
        ScriptedSystem vendor =
                ScriptedSystem.of(
                        Map.of(
                                "", Script.to("2", "a1", "a2", "a3", "a4"),
                                "2", Script.last("b1", "b2", "b3", "b4")));

        assertThat(vendor.chain(Filters.none(), 1, ids)).hasSize(8);
        assertThat(ids).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void endsAStreamWithTheFailureAndWithoutACursor() {
        ScriptedSystem vendor =
                ScriptedSystem.of(
                        Map.of(
                                "", Script.to("B", "a1"),
                                "B", Script.to("A", "a2"),
                                "A", Script.to("B", "a3")));

        ListResult outcome = vendor.stream(ids);

        assertThat(ids).containsExactly("a1", "a2", "a3");
        assertThat(outcome.partial()).isTrue();
        assertThat(outcome.next()).isEmpty();
        assertThat(outcome.failure().map(VendorFailure::kind))
                .contains(VendorException.Kind.UNUSABLE_ANSWER);
    }

    @Test
    void tellsPagesApartThatDifferInOneByteOrInOrderOnly() {
        ScriptedSystem vendor =
                ScriptedSystem.of(
                        Map.of(
                                "", Script.to("2", "a1", "a2"),
                                "2", Script.to("3", "a2", "a1"),
                                "3", Script.to("4", "a1", "a3"),
                                "4", Script.to("5", "a1"),
                                "5", Script.last("a1", "a2", "a2")));

        vendor.chain(Filters.none(), 100, ids);

        assertThat(ids).hasSize(10);
    }

    @Test
    void findsNoInterviewInAListThatNeverEnds() {
        ScriptedSystem vendor =
                ScriptedSystem.of(place -> Script.to("2", "a1", "a2").before(at("2")));
        InterviewFinder finder =
                new InterviewFinder(
                        vendor,
                        vendor,
                        ScriptedSystem.plan(ScriptedSystem.start(100), Filters.none(), 1_000));

        assertThatThrownBy(() -> finder.find("a3", (item, draft) -> {}))
                .isInstanceOf(VendorFailure.class);
        assertThat(vendor.calls()).isEqualTo(2);
    }

    private void isRefused(ScriptedSystem vendor, int limit) {
        assertThatThrownBy(() -> vendor.chain(Filters.none(), limit, ids))
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(VendorException.Kind.UNUSABLE_ANSWER))
                .hasMessageContaining("would never end");
    }
}
