package io.convene.core.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class PagingTests {
    private static final Continuation UNSTATED = Continuation.unstated();

    @Test
    void readsOnFromCursorToCursor() {
        Page first = CursorPaging.at(1, Position.start()).page(items(2), Optional.of("c2"));
        Position second = first.next().orElseThrow();

        assertThat(second).isEqualTo(Position.at(1, "c2"));
        assertThat(CursorPaging.at(1, Position.start()).cursor()).isEmpty();
        assertThat(CursorPaging.at(1, second).cursor()).contains("c2");
        assertThat(CursorPaging.at(1, second).page(items(1), Optional.empty()).next()).isEmpty();
    }

    @Test
    void goesOnToTheNextListWhereOneEnds() {
        Position start = Position.start();
        Page end = CursorPaging.at(1, start, 2).page(items(1), Optional.empty());

        assertThat(end.next()).contains(Position.of(1, 1, ""));
        assertThat(CursorPaging.at(1, Position.of(1, 1, ""), 2).phase()).isEqualTo(1);
        assertThat(
                        CursorPaging.at(1, Position.of(1, 1, ""), 2)
                                .page(items(1), Optional.empty())
                                .next())
                .isEmpty();
    }

    @Test
    void refusesACursorThatLeadsBack() {
        CursorPaging paging = CursorPaging.at(1, Position.at(1, "c2"));

        refused(Kind.UNUSABLE_ANSWER, () -> paging.page(items(1), Optional.of("c2")));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"next\":\"c2\"}', c2",
        "'{\"next\":2}', 2",
        "'{\"next\":null}', ''",
        "'{\"next\":\"\"}', ''",
        "'{}', ''"
    })
    void readsTheNextCursor(String body, String cursor) {
        assertThat(CursorPaging.next(json(body), "next").orElse("")).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"next\":true}", "{\"next\":{\"unexpected\":1}}", "{\"next\":[]}"})
    void refusesANextCursorThatIsNone(String body) {
        refused(Kind.UNUSABLE_ANSWER, () -> CursorPaging.next(json(body), "next"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"more\":true,\"next\":\"c2\"}', c2",
        "'{\"next\":\"c2\"}', c2",
        "'{\"more\":false,\"next\":\"c2\"}', ''",
        "'{\"more\":\"false\"}', ''",
        "'{}', ''"
    })
    void believesTheFlagBeforeTheCursor(String body, String cursor) {
        assertThat(CursorPaging.next(json(body), "next", "more").orElse("")).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"more\":true}", "{\"more\":7}", "{\"more\":true,\"next\":[]}"})
    void refusesAFlagWithoutACursor(String body) {
        refused(Kind.UNUSABLE_ANSWER, () -> CursorPaging.next(json(body), "next", "more"));
    }

    @ParameterizedTest
    @CsvSource({"2, 0, c", "0, 0, c", "-1, 0, c", "1, 1, c", "1, -1, c", "2, 0, ''"})
    void refusesPositionsThatTheBundleDidNotMake(int format, int phase, String token) {
        Position foreign = Position.of(format, phase, token);

        refused(Kind.BAD_CURSOR, () -> CursorPaging.at(1, foreign));
        refused(Kind.BAD_CURSOR, () -> PageNumberPaging.at(1, foreign));
        refused(Kind.BAD_CURSOR, () -> OffsetPaging.at(1, foreign));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "-1", "", "1+", "1+x", "9999999999", "1.0"})
    void refusesTokensThatAreNoPageNumbers(String token) {
        refused(Kind.BAD_CURSOR, () -> PageNumberPaging.at(1, Position.at(1, token)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1+2", "9999999999999999"})
    void refusesTokensThatAreNoOffsets(String token) {
        refused(Kind.BAD_CURSOR, () -> OffsetPaging.at(1, Position.at(1, token)));
    }

    @Test
    void numbersPagesFromOneOrNought() {
        assertThat(PageNumberPaging.at(1, Position.start()).number()).isEqualTo(1);
        assertThat(PageNumberPaging.at(1, Position.start(), 0).number()).isZero();
        assertThat(PageNumberPaging.at(1, Position.start(), 0).isFirst()).isTrue();
        assertThat(PageNumberPaging.at(1, Position.at(1, "3")).number()).isEqualTo(3);
    }

    @Test
    void endsNumberedPagesWhereTheVendorSaysSo() {
        PageNumberPaging second = PageNumberPaging.at(1, Position.at(1, "2+10"));

        assertThat(second.page(items(5), UNSTATED.more(Optional.of(false))).next()).isEmpty();
        assertThat(second.page(items(5), UNSTATED.more(Optional.of(true))).next())
                .contains(Position.at(1, "3"));
        assertThat(second.page(items(5), UNSTATED.pages(OptionalLong.of(2))).next()).isEmpty();
        assertThat(second.page(items(0), UNSTATED.pages(OptionalLong.of(3))).next())
                .contains(Position.at(1, "3"));
        assertThat(second.page(items(5), UNSTATED.total(OptionalLong.of(15))).next()).isEmpty();
        assertThat(second.page(items(5), UNSTATED.total(OptionalLong.of(16))).next())
                .contains(Position.at(1, "3+15"));
    }

    @Test
    void takesOnlyAnEmptyPageForTheEndWhenTheVendorIsSilent() {
        PageNumberPaging page = PageNumberPaging.at(1, Position.start());

        assertThat(page.page(items(1), UNSTATED).next()).contains(Position.at(1, "2"));
        assertThat(page.page(items(0), UNSTATED).next()).isEmpty();
        assertThat(OffsetPaging.at(1, Position.start()).page(items(1), UNSTATED).next())
                .contains(Position.at(1, "1"));
        assertThat(OffsetPaging.at(1, Position.start()).page(items(0), UNSTATED).next()).isEmpty();
    }

    @Test
    void foretellsPagesThatAreCertain() {
        Page page =
                PageNumberPaging.at(1, Position.start())
                        .page(items(5), UNSTATED.total(OptionalLong.of(17)));

        assertThat(page.upcoming()).containsExactly(Position.at(1, "3+10"), Position.at(1, "4+15"));
        assertThat(page.total()).hasValue(17);
        assertThat(
                        PageNumberPaging.at(1, Position.start())
                                .page(items(5), UNSTATED.pages(OptionalLong.of(99)))
                                .upcoming())
                .hasSize(9);
    }

    @Test
    void refusesAnotherPageThanWasAskedFor() {
        PageNumberPaging second = PageNumberPaging.at(1, Position.at(1, "2"));

        assertThat(second.requireNumber(json("{\"page\":\"2\"}"), "page")).isSameAs(second);
        assertThat(second.requireNumber(json("{}"), "page")).isSameAs(second);
        refused(Kind.UNUSABLE_ANSWER, () -> second.requireNumber(json("{\"page\":1}"), "page"));
    }

    @Test
    void countsTheItemsThatCameAndNotThoseAskedFor() {
        OffsetPaging paging = OffsetPaging.at(1, Position.at(1, "40"));
        Page page = paging.page(items(7), UNSTATED.total(OptionalLong.of(60)));

        assertThat(paging.offset()).isEqualTo(40);
        assertThat(page.next()).contains(Position.at(1, "47"));
        assertThat(page.upcoming()).containsExactly(Position.at(1, "54"));
        assertThat(page.total()).hasValue(60);
        assertThat(paging.page(items(20), UNSTATED.total(OptionalLong.of(60))).next()).isEmpty();
        assertThat(paging.page(items(20), UNSTATED.more(Optional.of(false))).next()).isEmpty();
        refused(
                Kind.UNUSABLE_ANSWER,
                () -> paging.page(items(0), UNSTATED.more(Optional.of(true))));
    }

    @Test
    void refusesWordsThatCannotBeRead() {
        Item body = json("{\"more\":\"many\",\"total\":-1,\"pages\":null}");

        refused(Kind.UNUSABLE_ANSWER, () -> UNSTATED.more(body, "more"));
        refused(Kind.UNUSABLE_ANSWER, () -> UNSTATED.total(body, "total"));
        refused(Kind.UNUSABLE_ANSWER, () -> UNSTATED.pages(body, "pages"));
        assertThat(UNSTATED.total(body.integer("total")).total()).isEmpty();
        assertThat(UNSTATED.more(json("{\"more\":true}"), "more").more()).contains(true);
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static List<Item> items(int count) {
        return Collections.nCopies(count, json("{}"));
    }

    private static Item json(String text) {
        return Item.parse(text.getBytes(UTF_8));
    }
}
