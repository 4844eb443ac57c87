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

class CeipalPageTests {
    private static final String FIVE = "[{},{},{},{},{}]";

    @Test
    void givesTheRowsAndTheNumberOfTheNextPage() {
        Page page = Ceipal.page(Ceipal.fixture("interviews.json"), Position.start(), 5);

        assertThat(page.items()).hasSize(3);
        assertThat(page.items().getFirst().text("id").string()).isEqualTo("Zk9tL3Q+a1/0Pz==");
        assertThat(page.next()).contains(Position.of(1, 0, "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | \"num_pages\":3,\"page_number\":1,\"next\":\"https://x/?page=2\" | 2",
                "2 | \"num_pages\":\"3\",\"page_number\":\"2\",\"next\":\"https://x/?page=3\" | 3",
                "3 | \"num_pages\":3,\"page_number\":3,\"next\":\"\" | ",
                "3 | \"num_pages\":3,\"next\":\"https://x/?page=4\" | ",
                "1 | \"num_pages\":3,\"next\":\"\" | ",
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
    @CsvSource({"5,true", "4,true", "20,false"})
    void asksOnBehindAFullPageWhenTheEnvelopeIsSilent(int size, boolean followed) {
        Page page =
                Ceipal.page(
                        Ceipal.answer(200, "{\"results\":" + FIVE + "}"), Position.start(), size);

        assertThat(page.next().isPresent()).isEqualTo(followed);
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
        Page page = Ceipal.page(Ceipal.answer(status, body), Position.of(1, 0, "3"), 5);

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
        return page == 1 ? Position.start() : Position.of(1, 0, Integer.toString(page));
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

        assertThat(page.next()).contains(Position.of(1, 0, "2"));
        assertThat(page.upcoming()).containsExactly(Position.of(1, 0, "3"), Position.of(1, 0, "4"));
    }
}
