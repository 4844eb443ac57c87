package io.convene.bench.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class PageTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isTheSameInEveryRun() {
        assertThat(AshbyPage.first(100))
                .isEqualTo(AshbyPage.first(100))
                .isNotEqualTo(AshbyPage.last(100));
        assertThat(GreenhousePage.first(10).interviews())
                .isEqualTo(GreenhousePage.first(10).interviews());
    }

    @Test
    void hasAsManyBytesAsTheGoalsSpeakOf() {
        assertThat(AshbyPage.first(100).length).isBetween(110_000, 116_000);
    }

    @Test
    void saysWhereTheLastPageIs() throws IOException {
        JsonNode first = JSON.readTree(AshbyPage.first(10));
        JsonNode last = JSON.readTree(AshbyPage.last(10));

        assertThat(first.path("results")).hasSize(10);
        assertThat(first.path("nextCursor").asText()).isEqualTo(AshbyPage.CURSOR);
        assertThat(last.path("moreDataAvailable").asBoolean(true)).isFalse();
    }

    @Test
    void givesInterviewersInBatchesOfFifty() {
        assertThat(GreenhousePage.first(10).batches()).hasSize(1);
        assertThat(GreenhousePage.first(100).batches())
                .hasSize(2)
                .allSatisfy(batch -> assertThat(batch.ids().split(",")).hasSize(50));
        assertThat(GreenhousePage.first(500).batches()).hasSize(10);
    }

    @Test
    void numbersItsSchedulesAndItsCursor() throws IOException {
        NumberedPage page = new NumberedPage(AshbyPage.first(10));
        JsonNode second = JSON.readTree(page.numbered(2));
        JsonNode third = JSON.readTree(page.numbered(3));

        assertThat(second.path("nextCursor").asText())
                .isEqualTo(NumberedPage.CURSOR + "00000003")
                .hasSameSizeAs(AshbyPage.CURSOR);
        assertThat(second.path("results"))
                .hasSize(10)
                .allSatisfy(schedule -> {
                    String id = schedule.path("id").asText();
                    assertThat(id).startsWith("00000002-").hasSize(36);
                    assertThat(schedule.path("interviewEvents"))
                            .allSatisfy(event ->
                                    assertThat(event.path("interviewScheduleId").asText())
                                            .isEqualTo(id));
                })
                .doesNotContainAnyElementsOf(third.path("results"));
        assertThat(
                        JSON.readTree(new NumberedPage(AshbyPage.last(10)).numbered(4))
                                .has("nextCursor"))
                .isFalse();
    }
}
