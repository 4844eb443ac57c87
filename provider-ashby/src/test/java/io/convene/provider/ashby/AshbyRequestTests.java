package io.convene.provider.ashby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.convene.core.Filter;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.TimeRange;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class AshbyRequestTests {
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void asksTheScheduleListWithTheDocumentedHeaders() {
        VendorRequest request = Ashby.INTERVIEWS.request(Ashby.PLAIN, Position.start());

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.fullUrl()).isEqualTo("https://api.ashbyhq.com/interviewSchedule.list");
        assertThat(request.headers())
                .containsOnly(
                        Map.entry("Content-Type", "application/json"),
                        Map.entry("Accept", "application/json; version=1"),
                        Map.entry("Ashby-Version", "2026-01-01"));
        assertThat(request.isAnonymous()).isFalse();
    }

    @Test
    void leavesOutWhatWasNotAskedFor() {
        assertThat(body(Ashby.PLAIN, Position.start())).containsOnly(Map.entry("limit", 100));
    }

    @Test
    void followsTheAccountsBaseUrl() {
        Settings settings =
                Settings.of(
                        new AshbyProvider().descriptor(),
                        Map.of("base_url", "http://127.0.0.1:9/ashby/"));

        assertThat(
                        Ashby.INTERVIEWS
                                .request(Query.builder(settings).build(), Position.start())
                                .url())
                .isEqualTo("http://127.0.0.1:9/ashby/interviewSchedule.list");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "25,25", "100,100", "101,100", "500,100"})
    void keepsThePageWithinWhatAshbyTakes(int asked, int sent) {
        Query query = Query.builder(Ashby.SETTINGS).pageSize(asked).build();

        assertThat(body(query, Position.start())).containsEntry("limit", sent);
    }

    @Test
    void sendsTheFiltersAgainWithTheCursor() {
        Query query =
                Query.builder(Ashby.SETTINGS)
                        .values(Filter.APPLICATION_ID, List.of("application-1"))
                        .values(Filter.JOB_INTERVIEW_STAGE_ID, List.of("stage-1"))
                        .range(Filter.CREATED_AT, TimeRange.all().from(DAY, true))
                        .pageSize(20)
                        .build();

        assertThat(body(query, Position.of(1, 0, "G8")))
                .containsOnly(
                        Map.entry("limit", 20),
                        Map.entry("createdAfter", 1767225599999L),
                        Map.entry("applicationId", "application-1"),
                        Map.entry("interviewStageId", "stage-1"),
                        Map.entry("cursor", "G8"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00.000999Z, 1767225599999",
        "1970-01-01T00:00:00.001Z, 0",
        "+123456789-01-01T00:00:00Z, 253402300798999",
    })
    void statesTheLowerBoundOneMillisecondEarly(String from, long sent) {
        Query query = createdIn(TimeRange.all().from(Instant.parse(from), false));

        assertThat(body(query, Position.start())).containsEntry("createdAfter", sent);
    }

    @Test
    void statesNoBoundThatExcludesNothing() {
        assertThat(body(createdIn(TimeRange.all().from(Instant.EPOCH, true)), Position.start()))
                .doesNotContainKey("createdAfter");
        assertThat(body(createdIn(TimeRange.all().to(DAY, true)), Position.start()))
                .doesNotContainKey("createdAfter");
    }

    @Test
    void keepsTimesOtherThanTheCreationToTheHost() {
        Query query =
                Query.builder(Ashby.SETTINGS)
                        .range(Filter.START_AT, TimeRange.all().from(DAY, true))
                        .range(Filter.UPDATED_AT, TimeRange.all().from(DAY, true))
                        .build();

        assertThat(body(query, Position.start())).containsOnlyKeys("limit");
    }

    @Test
    void asksEveryApplicationWithEveryStageOneAfterTheOther() {
        Query query =
                Query.builder(Ashby.SETTINGS)
                        .values(Filter.APPLICATION_ID, List.of("a1", "a2", "a1"))
                        .values(Filter.JOB_INTERVIEW_STAGE_ID, List.of("s1", "s2", "s2"))
                        .build();

        assertThat(List.of(0, 1, 2, 3))
                .extracting(phase -> body(query, Position.of(1, phase, "")))
                .extracting(body -> body.get("applicationId") + "+" + body.get("interviewStageId"))
                .containsExactly("a1+s1", "a1+s2", "a2+s1", "a2+s2");
        assertRefused(query, Position.of(1, 4, ""));
    }

    @Test
    void takesUuidsOfEitherCaseForTheSame() {
        Query query =
                Query.builder(Ashby.SETTINGS)
                        .values(
                                Filter.APPLICATION_ID,
                                List.of(
                                        "5A0C1F6E-00AA-4C1E-9D10-00000000000A",
                                        "5a0c1f6e-00aa-4c1e-9d10-00000000000a"))
                        .build();

        assertThat(body(query, Position.start()))
                .containsEntry("applicationId", "5A0C1F6E-00AA-4C1E-9D10-00000000000A");
        assertRefused(query, Position.of(1, 1, ""));
    }

    @Test
    void refusesPositionsOfAnotherHand() {
        assertRefused(Ashby.PLAIN, Position.of(2, 0, "G8"));
        assertRefused(Ashby.PLAIN, Position.of(0, 0, "G8"));
        assertRefused(Ashby.PLAIN, Position.of(1, 1, ""));
        assertRefused(Ashby.PLAIN, Position.of(1, -1, ""));
    }

    private static Query createdIn(TimeRange range) {
        return Query.builder(Ashby.SETTINGS).range(Filter.CREATED_AT, range).build();
    }

    private static Map<String, Object> body(Query query, Position position) {
        return Ashby.INTERVIEWS.request(query, position).json().orElseThrow();
    }

    private static void assertRefused(Query query, Position position) {
        assertThatExceptionOfType(VendorException.class)
                .isThrownBy(() -> Ashby.INTERVIEWS.request(query, position))
                .extracting(VendorException::kind)
                .isEqualTo(VendorException.Kind.BAD_CURSOR);
    }
}
