package io.convene.provider.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.Timestamps;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.TimeRange;
import io.convene.core.spi.VendorRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the all-day interviews end and the timed ones begin. */
final class GreenhouseSeamTests {
    private static final List<String> ROWS =
            List.of(
                    timed(20, "2026-03-01T23:59:59.999Z", "2026-03-02T00:30:00.000Z"),
                    allDay(19, "2026-03-01", "2026-03-02"),
                    timed(18, "2026-03-02T00:00:00.000Z", "2026-03-02T01:00:00.000Z"),
                    allDay(17, "2026-03-02", "2026-03-02"),
                    both(16, "2026-03-02T10:00:00.000Z", "2026-03-02T11:00:00.000Z", "2026-03-02"),
                    both(15, "2026-03-03T10:00:00.000Z", "2026-03-03T11:00:00.000Z", "2026-03-02"),
                    both(14, "2026-03-02T12:00:00.000Z", "2026-03-02T13:00:00.000Z", "2026-03-09"),
                    timed(13, "2026-03-02T12:00:00.000Z", "2026-03-03T00:00:00.000Z"),
                    allDay(12, "2026-03-03", "2026-03-04"),
                    allDay(11, "2026-03-03", "2026-03-03"),
                    timed(10, "2026-03-03T00:00:00.000Z", "2026-03-03T00:45:00.000Z"),
                    "{\"id\":9,\"application_id\":9,\"starts_at\":null,\"all_day_start_on\":null}",
                    allDay(8, "2026-03-04", "2026-03-05"));

    private static final List<Instant> BOUNDS =
            Stream.of(
                            "2026-03-01T23:59:59.999Z",
                            "2026-03-02T00:00:00Z",
                            "2026-03-02T00:00:00.001Z",
                            "2026-03-02T12:00:00Z",
                            "2026-03-03T00:00:00Z",
                            "2026-03-03T10:30:00Z",
                            "2026-03-04T00:00:00Z")
                    .map(Instant::parse)
                    .toList();

    @ParameterizedTest
    @MethodSource("ranges")
    void filtersByStartAsTheUnifiedStartSays(TimeRange range) {
        assertExact(Query.builder(Greenhouse.SETTINGS).range(Filter.START_AT, range).build());
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void filtersByEndAsTheUnifiedEndSays(TimeRange range) {
        assertExact(Query.builder(Greenhouse.SETTINGS).range(Filter.END_AT, range).build());
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void filtersByBothAtOnceInBatches(TimeRange range) {
        List<String> applications = new ArrayList<>();
        for (int i = 1; i <= 120; i++) {
            applications.add(Integer.toString(i % 7 == 0 ? 1000 + i : i));
        }
        assertExact(
                Query.builder(Greenhouse.SETTINGS)
                        .values(Filter.APPLICATION_ID, applications)
                        .range(Filter.START_AT, range)
                        .range(
                                Filter.END_AT,
                                TimeRange.all().to(Instant.parse("2026-03-03T00:45:00Z"), true))
                        .build());
    }

    static Stream<TimeRange> ranges() {
        List<TimeRange> ranges = new ArrayList<>();
        for (Instant bound : BOUNDS) {
            for (boolean included : List.of(true, false)) {
                ranges.add(TimeRange.all().from(bound, included));
                ranges.add(TimeRange.all().to(bound, included));
                for (Instant to : BOUNDS) {
                    ranges.add(TimeRange.all().from(bound, included).to(to, true));
                    ranges.add(TimeRange.all().from(bound, included).to(to, false));
                }
            }
        }
        return ranges.stream();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T00:00:00Z, true, gte|2026-03-02",
        "2026-03-02T00:00:00Z, false, gte|2026-03-03",
        "2026-03-02T00:00:00.001Z, true, gte|2026-03-03",
        "2026-03-02T23:59:59Z, false, gte|2026-03-03"
    })
    void sendsTheFirstDayWhoseMidnightCounts(Instant from, boolean included, String days) {
        assertThat(GreenhouseDates.days(TimeRange.all().from(from, included))).contains(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T00:00:00Z, true, lte|2026-03-02",
        "2026-03-02T00:00:00Z, false, lte|2026-03-01",
        "2026-03-02T00:00:00.001Z, false, lte|2026-03-02",
        "2026-03-02T23:59:59Z, true, lte|2026-03-02"
    })
    void sendsTheLastDayWhoseMidnightCounts(Instant to, boolean included, String days) {
        assertThat(GreenhouseDates.days(TimeRange.all().to(to, included))).contains(days);
    }

    @Test
    void asksForAllDayInterviewsBeforeTheTimedOnes() {
        Query query =
                Query.builder(Greenhouse.SETTINGS)
                        .range(
                                Filter.START_AT,
                                TimeRange.all()
                                        .from(Instant.parse("2026-03-02T00:00:00Z"), true)
                                        .to(Instant.parse("2026-03-05T00:00:00Z"), false))
                        .build();
        assertThat(asked(query))
                .containsExactly(
                        "all_day_start_on=gte|2026-03-02|lte|2026-03-04",
                        "starts_at=gte|2026-03-02T00:00:00Z|lt|2026-03-05T00:00:00Z");
    }

    @Test
    void asksForNoDaysWhereNoMidnightLiesWithin() {
        Query query =
                Query.builder(Greenhouse.SETTINGS)
                        .range(
                                Filter.START_AT,
                                TimeRange.all()
                                        .from(Instant.parse("2026-03-02T09:00:00Z"), true)
                                        .to(Instant.parse("2026-03-02T18:00:00Z"), true))
                        .build();
        assertThat(asked(query))
                .containsExactly("starts_at=gte|2026-03-02T09:00:00Z|lte|2026-03-02T18:00:00Z");
    }

    private static List<String> asked(Query query) {
        List<String> asked = new ArrayList<>();
        Optional<Position> position = Optional.of(Position.start());
        while (position.isPresent()) {
            VendorRequest request = Greenhouse.INTERVIEWS.request(query, position.get());
            Greenhouse.parameters(request)
                    .forEach((name, value) -> {
                        if (!name.equals("per_page")) {
                            asked.add(name + "=" + value);
                        }
                    });
            position =
                    Greenhouse.INTERVIEWS
                            .page(Greenhouse.answer("[]"), query, position.get())
                            .next();
        }
        return asked;
    }

    private static void assertExact(Query query) {
        List<String> expected =
                ROWS.stream()
                        .map(Greenhouse::item)
                        .filter(item -> matches(item, query))
                        .map(item -> item.text("id").string())
                        .toList();
        assertThat(read(query)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> read(Query query) {
        GreenhouseRecords vendor = new GreenhouseRecords(ROWS);
        List<String> ids = new ArrayList<>();
        Optional<Position> position = Optional.of(Position.start());
        while (position.isPresent()) {
            VendorRequest request = Greenhouse.INTERVIEWS.request(query, position.get());
            Page page = Greenhouse.INTERVIEWS.page(vendor.answer(request), query, position.get());
            GreenhouseAnswers.ids(page.items(), "id").forEach(id -> ids.add(id.string()));
            position = page.next();
        }
        return ids;
    }

    private static boolean matches(Item item, Query query) {
        List<String> applications = query.values(Filter.APPLICATION_ID);
        return (applications.isEmpty()
                        || applications.contains(item.text("application_id").string()))
                && matches(Greenhouse.map(item).text(Field.START_AT), query.range(Filter.START_AT))
                && matches(Greenhouse.map(item).text(Field.END_AT), query.range(Filter.END_AT));
    }

    private static boolean matches(Text time, Optional<TimeRange> range) {
        return range.isEmpty()
                || Timestamps.instant(time).filter(range.get()::contains).isPresent();
    }

    private static String timed(int id, String start, String end) {
        return row(id, quoted(start), quoted(end), "null", "null");
    }

    private static String allDay(int id, String start, String end) {
        return row(id, "null", "null", quoted(start), quoted(end));
    }

    private static String both(int id, String start, String end, String day) {
        return row(id, quoted(start), quoted(end), quoted(day), quoted(day));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String row(int id, String start, String end, String firstDay, String lastDay) {
        return """
        {"id":%d,"application_id":%d,"starts_at":%s,"ends_at":%s,
         "all_day_start_on":%s,"all_day_end_on":%s}\
        """
                .formatted(id, id * 6, start, end, firstDay, lastDay);
    }
}
