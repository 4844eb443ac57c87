package io.convene.provider.ceipal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class CeipalPageTests {
    private static final String FIVE = "[{},{},{},{},{}]";

    @Test
    void givesTheRowsAndTheNumberOfTheNextPage() {
        Page page = Ceipal.page(Ceipal.fixture("interviews.json"), Position.start(), 5);

        assertThat(page.items()).hasSize(3);
        assertThat(page.items().getFirst().text("id").string()).isEqualTo("Zk9tL3Q+a1/0Pz==");
        assertThat(page.next()).contains(Position.at(1, "2+3"));
        assertThat(page.total()).hasValue(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | \"num_pages\":3,\"page_number\":1,\"next\":\"https://x/?page=2\" | 2",
                "2 | \"num_pages\":\"3\",\"page_number\":\"2\",\"next\":\"https://x/?page=3\" | 3",
                "3 | \"num_pages\":3,\"page_number\":3,\"next\":\"\" | ",
                "3 | \"num_pages\":3,\"next\":\"https://x/?page=4\" | 4",
                "1 | \"num_pages\":3,\"next\":\"\" | 2",
                "1 | \"num_pages\":\"some\",\"next\":\"\" | ",
                "1 | \"num_pages\":\"some\" | 2",
                "1 | \"num_pages\":[3],\"next\":{} | 2",
                "1 | \"next\":false | ",
                "1 | \"next\":true | 2",
                "1 | \"num_pages\":3,\"next\":null | 2",
                "1 | \"num_pages\":3 | 2",
                "1 | \"num_pages\":0 | ",
                "7 | \"next\":\"https://elsewhere.example.com/?page=1\" | 8",
                "7 | \"next\":\" \" | ",
            })
    void followsPagesByNumber(int page, String members, String next) {
        Page read =
                Ceipal.page(
                        Ceipal.answer(200, "{" + members + ",\"results\":[{}]}"),
                        position(page),
                        5);

        assertThat(read.next().map(Position::token).orElse(null)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 20, 50})
    void asksOnWhateverSizeWasAskedForWhenTheEnvelopeIsSilent(int size) {
        Page page =
                Ceipal.page(
                        Ceipal.answer(200, "{\"results\":" + FIVE + "}"), Position.start(), size);

        assertThat(page.next()).contains(Position.at(1, "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Numbers worked out from the size that was asked for, or no other sign at all.
                "137 | 20 | \"count\":137",
                "137 | 20 | \"count\":\"137\",\"next\":null",
                "137 | 20 | \"count\":137,\"num_pages\":3",
                "137 | 20 | \"count\":137,\"num_pages\":3,\"next\":\"\",\"limit\":50",
                "40 | 20 | \"count\":40",
                "41 | 7 | \"count\":41,\"num_pages\":6",
                // Nothing that can be read: an empty page is the end.
                "137 | 20 | \"count\":\"many\"",
                "137 | 20 | \"count\":null,\"num_pages\":{}",
                "60 | 20 | \"success\":1",
                "3 | 20 | \"success\":1",
                "0 | 20 | \"count\":0",
            })
    void readsAllOfAListThatHasSmallerPagesThanWereAskedFor(int all, int size, String members) {
        Optional<Position> at = Optional.of(Position.start());
        int items = 0;
        int calls = 0;
        while (at.isPresent() && calls < 100) {
            int rest = Math.clamp(all - (long) calls * size, 0, size);
            String rows = "{},".repeat(rest).replaceAll(",$", "");
            Page page =
                    Ceipal.page(
                            Ceipal.answer(200, "{" + members + ",\"results\":[" + rows + "]}"),
                            at.get(),
                            50);
            items += page.items().size();
            calls++;
            at = page.next();
        }

        assertThat(items).isEqualTo(all);
        assertThat(calls).isLessThanOrEqualTo(all / size + 2);
    }

    @Test
    void statesTheTotalOfAListThatEndsTooEarly() {
        Page page =
                Ceipal.page(
                        Ceipal.answer(200, "{\"count\":137,\"results\":[]}"),
                        Position.at(1, "3+40"),
                        50);

        assertThat(page.next()).isEmpty();
        assertThat(page.total()).hasValue(137);
    }

    @Test
    void foretellsByTheCountAndNoFurther() {
        Page page =
                Ceipal.page(
                        Ceipal.answer(
                                200,
                                "{\"count\":17,\"num_pages\":90,\"results\":[{},{},{},{},{}]}"),
                        Position.start(),
                        50);

        assertThat(page.next()).contains(Position.at(1, "2+5"));
        assertThat(page.upcoming()).containsExactly(Position.at(1, "3+10"), Position.at(1, "4+15"));
    }

    @Test
    void readsOnFromACursorThatDoesNotCount() {
        assertThat(
                        Ceipal.page(
                                        Ceipal.answer(200, "{\"count\":30,\"results\":[{}]}"),
                                        Position.at(1, "2"),
                                        50)
                                .next())
                .contains(Position.at(1, "3"));
    }

    @ParameterizedTest
    @CsvSource({"1,x", "1,0", "2,2+20", "2,2", "2,2+", "2,+3", "3,2", "1,''"})
    void refusesAPositionThatItNeverGave(int format, String token) {
        assertThat(
                        catchThrowableOfType(
                                        VendorException.class,
                                        () ->
                                                Ceipal.INTERVIEWS.request(
                                                        Ceipal.query(),
                                                        Position.of(format, 0, token)))
                                .kind())
                .isEqualTo(Kind.BAD_CURSOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"detail\":\"Invalid page.\"}", "{\"message\":\"No such page\"}", ""})
    void takesAPageThatDoesNotExistForTheEndOfALaterPage(String body) {
        assertThat(Ceipal.page(Ceipal.answer(404, body), position(3), 5).next()).isEmpty();
        assertThat(
                        catchThrowableOfType(
                                        VendorException.class,
                                        () -> Ceipal.page(Ceipal.answer(404, body), position(1), 5))
                                .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void takesNoPageOfHtmlForTheEnd() {
        assertThat(
                        catchThrowableOfType(
                                        VendorException.class,
                                        () ->
                                                Ceipal.page(
                                                        Ceipal.answer(404, "<html>gone</html>"),
                                                        position(3),
                                                        5))
                                .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void endsAtAnEmptyPageWhenNothingBoundsThePages() {
        Page page =
                Ceipal.page(
                        Ceipal.answer(200, "{\"results\":[],\"next\":\"https://x/?page=9\"}"),
                        position(8),
                        5);

        assertThat(page.next()).isEmpty();
    }

    @Test
    void readsTheRowsOfVersionOneWhereverTheyStand() {
        assertThat(Ceipal.page(Ceipal.answer(200, "{\"data\":[{}]}"), Position.start(), 5).items())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"message\":\"Data not found.\"}",
                "404 | {\"message\":\"data not found\"}",
                "404 | {\"detail\":\"Data not found.\"}",
                "404 | Data not found.",
                "200 | {\"status\":404,\"message\":\"Data not found.\"}",
                "200 | {\"status\":\"404\",\"error\":\"Data not found.\"}",
                "200 | {\"message\":\"Data not found.\"}",
                "200 | {\"message\":\"Data not found.\",\"results\":[]}",
                "200 | {\"count\":0,\"num_pages\":0,\"next\":\"\",\"results\":[]}",
            })
    void knowsAnEmptyList(int status, String body) {
        Page page = Ceipal.page(Ceipal.answer(status, body), Position.at(1, "3"), 5);

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<root><results/></root>",
                "null",
                "[{\"id\":\"a\"}]",
                "{}",
                "{\"count\":0}",
                "{\"results\":null}",
                "{\"results\":\"\"}",
                "{\"results\":{\"id\":\"a\"}}",
                "{\"results\":[{\"id\":",
                "{\"page_number\":4,\"results\":[{}]}",
            })
    void refusesWhatIsNoPageOrAnotherOne(String body) {
        VendorException failure =
                catchThrowableOfType(
                        VendorException.class,
                        () -> Ceipal.page(Ceipal.answer(200, body), Position.start(), 5));

        assertThat(failure.kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
    }

    private static Position position(int page) {
        return page == 1 ? Position.start() : Position.at(1, Integer.toString(page));
    }

    @Test
    void foretellsThePagesThatAreNumbered() {
        Page page =
                Ceipal.page(
                        Ceipal.answer(
                                200,
                                "{\"num_pages\":4,\"page_number\":1,\"next\":\"x\",\"results\":[{\"id\":\"1\"}]}"),
                        Position.start(),
                        5);

        assertThat(page.next()).contains(Position.at(1, "2"));
        assertThat(page.upcoming()).containsExactly(Position.at(1, "3"), Position.at(1, "4"));
    }
}
