package io.convene.provider.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.convene.core.Filter;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.TimeRange;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class GreenhouseRequestTests {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T12:30:00.500Z");

    @Test
    void asksForInterviewsBelowTheBaseUrl() {
        Settings settings =
                Settings.of(
                        Greenhouse.PROVIDER.descriptor(),
                        Map.of("base_url", "http://localhost:8081/greenhouse/"));
        VendorRequest request =
                Greenhouse.INTERVIEWS.request(Query.builder(settings).build(), Position.start());
        assertThat(request)
                .hasToString("GET http://localhost:8081/greenhouse/v3/interviews?per_page=100");
        assertThat(request.isAnonymous()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "100,100", "500,500", "501,500"})
    void clampsThePageSize(int asked, String sent) {
        Query query = Query.builder(Greenhouse.SETTINGS).pageSize(asked).build();
        assertThat(Greenhouse.parameters(first(query)))
                .containsExactly(Map.entry("per_page", sent));
    }

    @Test
    void writesRangesWithPipes() {
        TimeRange range = TimeRange.all().from(JANUARY, true).to(FEBRUARY, false);
        Query query = Query.builder(Greenhouse.SETTINGS).range(Filter.CREATED_AT, range).build();
        assertThat(Greenhouse.parameters(first(query)))
                .containsEntry(
                        "created_at", "gte|2026-01-01T00:00:00Z|lt|2026-02-01T12:30:00.500Z");
        assertThat(first(query).fullUrl()).contains("created_at=gte%7C2026-01-01T00%3A00%3A00Z%7C");
    }

    @Test
    void writesOpenEndsAndExclusiveBounds() {
        assertThat(GreenhouseDates.moments(TimeRange.all().from(JANUARY, false)))
                .isEqualTo("gt|2026-01-01T00:00:00Z");
        assertThat(GreenhouseDates.moments(TimeRange.all().to(JANUARY, true)))
                .isEqualTo("lte|2026-01-01T00:00:00Z");
    }

    @Test
    void sendsUpdatedAtAloneWhenCreatedAtIsAskedToo() {
        Query query =
                Query.builder(Greenhouse.SETTINGS)
                        .range(Filter.CREATED_AT, TimeRange.all().from(JANUARY, true))
                        .range(Filter.UPDATED_AT, TimeRange.all().to(FEBRUARY, true))
                        .build();
        assertThat(Greenhouse.parameters(first(query)))
                .doesNotContainKey("created_at")
                .containsEntry("updated_at", "lte|2026-02-01T12:30:00.500Z");
    }

    @Test
    void sendsTheCursorAlone() {
        Query query =
                Query.builder(Greenhouse.SETTINGS)
                        .range(Filter.UPDATED_AT, TimeRange.all().from(JANUARY, true))
                        .values(Filter.APPLICATION_ID, List.of("1"))
                        .build();
        VendorRequest request = Greenhouse.INTERVIEWS.request(query, Position.of(1, 0, "aGk+/=="));
        assertThat(Greenhouse.parameters(request)).containsExactly(Map.entry("cursor", "aGk+/=="));
        assertThat(request.fullUrl()).endsWith("/v3/interviews?cursor=aGk%2B%2F%3D%3D");
    }

    @Test
    void asksForManyApplicationsInBatchesOfFifty() {
        List<String> ids = IntStream.rangeClosed(1, 101).mapToObj(String::valueOf).toList();
        Query query = Query.builder(Greenhouse.SETTINGS).values(Filter.APPLICATION_ID, ids).build();
        List<String> sent =
                IntStream.range(0, 3)
                        .mapToObj(phase -> Position.of(1, phase, ""))
                        .map(position -> Greenhouse.INTERVIEWS.request(query, position))
                        .map(Greenhouse::parameters)
                        .map(parameters -> parameters.get("application_ids"))
                        .toList();
        assertThat(sent.get(0)).startsWith("1,2,").endsWith(",50");
        assertThat(sent.get(1)).startsWith("51,").endsWith(",100");
        assertThat(sent.get(2)).isEqualTo("101");
    }

    @Test
    void asksForARepeatedApplicationOnce() {
        Query query =
                Query.builder(Greenhouse.SETTINGS)
                        .values(Filter.APPLICATION_ID, List.of("7", "8", "7"))
                        .build();
        assertThat(Greenhouse.parameters(first(query))).containsEntry("application_ids", "7,8");
    }

    @ParameterizedTest
    @MethodSource
    void refusesPositionsThatAreNotItsOwn(Position position) {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> Greenhouse.INTERVIEWS.request(Greenhouse.PLAIN, position))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.BAD_CURSOR));
    }

    static Stream<Position> refusesPositionsThatAreNotItsOwn() {
        return Stream.of(
                Position.of(2, 0, "c"),
                Position.of(0, 0, "c"),
                Position.of(1, 1, ""),
                Position.of(1, -1, "c"));
    }

    private static VendorRequest first(Query query) {
        return Greenhouse.INTERVIEWS.request(query, Position.start());
    }
}
