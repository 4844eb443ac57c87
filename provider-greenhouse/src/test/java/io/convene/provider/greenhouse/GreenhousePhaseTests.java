package io.convene.provider.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Filter;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.TimeRange;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class GreenhousePhaseTests {
    private static final Query MARCH =
            Query.builder(Greenhouse.SETTINGS)
                    .range(
                            Filter.START_AT,
                            TimeRange.all().from(Instant.parse("2026-03-01T00:00:00Z"), true))
                    .build();
    private static final String ROWS =
            """
            [{"id":1,"starts_at":"2026-03-02T10:00:00Z"},
             {"id":2,"all_day_start_on":"2026-03-02"},
             {"id":3,"starts_at":"2026-03-02T10:00:00Z","all_day_start_on":"2026-03-02"},
             {"id":4}]\
            """;

    @Test
    void hasAllDayInterviewsInTheFirstPhaseOnly() {
        assertThat(ids(Position.start())).containsExactly("2");
        assertThat(ids(Position.of(1, 1, ""))).containsExactly("1", "3");
    }

    @Test
    void hasEverythingInTheOnePhaseThereIsWithoutAFilterByTime() {
        assertThat(
                        Greenhouse.INTERVIEWS
                                .page(Greenhouse.answer(ROWS), Greenhouse.PLAIN, Position.start())
                                .items())
                .hasSize(4);
    }

    @Test
    void asksForNoDayAfterTheLastThatAYearOfFourDigitsHas() {
        Query never =
                Query.builder(Greenhouse.SETTINGS)
                        .range(
                                Filter.START_AT,
                                TimeRange.all()
                                        .from(Instant.parse("9999-12-31T23:59:59.999Z"), false))
                        .build();

        assertThat(Greenhouse.INTERVIEWS.request(never, Position.start()).fullUrl())
                .contains("9999-12-31")
                .doesNotContain("10000");
    }

    private static List<String> ids(Position position) {
        return Greenhouse.INTERVIEWS.page(Greenhouse.answer(ROWS), MARCH, position).items().stream()
                .map(item -> item.text("id").string())
                .toList();
    }
}
