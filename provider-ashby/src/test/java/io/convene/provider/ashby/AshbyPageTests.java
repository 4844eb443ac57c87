package io.convene.provider.ashby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.convene.core.Filter;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class AshbyPageTests {
    private static final String ITEM = "{\"id\":\"schedule-1\"}";

    @Test
    void givesTheSchedulesInAshbysOrder() {
        assertThat(Ashby.schedules())
                .extracting(item -> item.text("id").string())
                .containsExactly(
                        "5a0c1f6e-0001-4c1e-9d10-000000000001",
                        "5a0c1f6e-0002-4c1e-9d10-000000000002",
                        "5a0c1f6e-0003-4c1e-9d10-000000000003");
    }

    @Test
    void goesOnAtAshbysCursor() {
        Page page =
                Ashby.INTERVIEWS.page(
                        Ashby.fixture("schedules.json"), Ashby.PLAIN, Position.start());

        assertThat(page.next()).contains(Position.of(1, 0, "G8-first"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"moreDataAvailable\":false",
                "\"moreDataAvailable\":false,\"nextCursor\":null",
                "\"moreDataAvailable\":false,\"nextCursor\":\"G9\"",
                "\"moreDataAvailable\":false,\"syncToken\":\"qQW6\"",
                "\"nextCursor\":null",
            })
    void endsWhenNothingFollows(String rest) {
        assertThat(page(rest, Ashby.PLAIN, Position.start()).next()).isEmpty();
    }

    @Test
    void goesOnWhenOnlyTheCursorSaysSo() {
        assertThat(page("\"nextCursor\":\"G9\"", Ashby.PLAIN, Position.start()).next())
                .contains(Position.of(1, 0, "G9"));
    }

    @Test
    void skipsAByteOrderMark() {
        Page page =
                Ashby.INTERVIEWS.page(
                        Ashby.answer("\ufeff{\"success\":true,\"results\":[" + ITEM + "]}"),
                        Ashby.PLAIN,
                        Position.start());

        assertThat(page.items()).hasSize(1);
    }

    @Test
    void acceptsAnEmptyPageInTheMiddle() {
        Page page =
                Ashby.INTERVIEWS.page(
                        Ashby.answer(
                                "{\"success\":true,\"results\":[],\"moreDataAvailable\":true,"
                                        + "\"nextCursor\":\"G9\"}"),
                        Ashby.PLAIN,
                        Position.start());

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"moreDataAvailable\":true",
                "\"moreDataAvailable\":true,\"nextCursor\":null",
                "\"moreDataAvailable\":true,\"nextCursor\":\"\"",
                "\"moreDataAvailable\":true,\"nextCursor\":true",
                "\"moreDataAvailable\":true,\"nextCursor\":{}",
                "\"moreDataAvailable\":\"perhaps\"",
                "\"moreDataAvailable\":1,\"nextCursor\":null",
                "\"moreDataAvailable\":[]",
                "\"nextCursor\":[\"G9\"]",
                "\"moreDataAvailable\":null,\"nextCursor\":false",
            })
    void failsRatherThanLosePages(String rest) {
        assertUnusable(
                "{\"success\":true,\"results\":[" + ITEM + "]," + rest + "}", Position.start());
    }

    @Test
    void failsRatherThanReadOnePageForEver() {
        assertUnusable(
                "{\"success\":true,\"results\":["
                        + ITEM
                        + "],\"moreDataAvailable\":true,\"nextCursor\":\"G8\"}",
                Position.of(1, 0, "G8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>busy</html>",
                "",
                "null",
                "[]",
                "{}",
                "{\"results\":[],\"moreDataAvailable\":false}",
                "{\"success\":\"yes\",\"results\":[]}",
                "{\"success\":true,\"moreDataAvailable\":false}",
                "{\"success\":true,\"results\":null}",
                "{\"success\":true,\"results\":{\"id\":\"schedule-1\"}}",
                "{\"success\":true,\"results\":[{\"id\":",
            })
    void refusesWhatIsNoList(String body) {
        assertUnusable(body, Position.start());
    }

    @Test
    void goesThroughAllPhasesAndStops() {
        Query query =
                Query.builder(Ashby.SETTINGS)
                        .values(Filter.APPLICATION_ID, List.of("a1", "a2"))
                        .build();
        String last = "\"moreDataAvailable\":false";
        String more = "\"moreDataAvailable\":true,\"nextCursor\":\"G9\"";

        assertThat(page(more, query, Position.start()).next()).contains(Position.of(1, 0, "G9"));
        assertThat(page(last, query, Position.of(1, 0, "G9")).next())
                .contains(Position.of(1, 1, ""));
        assertThat(page(more, query, Position.of(1, 1, "")).next())
                .contains(Position.of(1, 1, "G9"));
        assertThat(page(last, query, Position.of(1, 1, "G9")).next()).isEmpty();
    }

    @Test
    void takesAnUnknownApplicationForOneWithoutInterviews() {
        Query query =
                Query.builder(Ashby.SETTINGS)
                        .values(Filter.APPLICATION_ID, List.of("a1", "a2"))
                        .build();

        Page first = refused("application_not_found", query, Position.start());
        Page second = refused("application_not_found", query, Position.of(1, 1, ""));

        assertThat(first.items()).isEmpty();
        assertThat(first.next()).contains(Position.of(1, 1, ""));
        assertThat(second.items()).isEmpty();
        assertThat(second.next()).isEmpty();
    }

    @Test
    void takesAnUnknownStageForOneWithoutInterviews() {
        Query query =
                Query.builder(Ashby.SETTINGS)
                        .values(Filter.JOB_INTERVIEW_STAGE_ID, List.of("s1"))
                        .build();

        Page page = refused("interview_stage_not_found", query, Position.start());

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @Test
    void reportsWhatIsNotFoundAlthoughNobodyAskedForIt() {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> refused("application_not_found", Ashby.PLAIN, Position.start()))
                .extracting(VendorException::kind)
                .isEqualTo(Kind.NOT_FOUND);
    }

    private static Page page(String rest, Query query, Position position) {
        return Ashby.INTERVIEWS.page(
                Ashby.answer("{\"success\":true,\"results\":[" + ITEM + "]," + rest + "}"),
                query,
                position);
    }

    private static Page refused(String code, Query query, Position position) {
        return Ashby.INTERVIEWS.page(
                Ashby.answer("{\"success\":false,\"errorInfo\":{\"code\":\"" + code + "\"}}"),
                query,
                position);
    }

    private static void assertUnusable(String body, Position position) {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> Ashby.INTERVIEWS.page(Ashby.answer(body), Ashby.PLAIN, position))
                .extracting(VendorException::kind)
                .isEqualTo(Kind.UNUSABLE_ANSWER);
    }
}
