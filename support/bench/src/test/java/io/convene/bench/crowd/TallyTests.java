package io.convene.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTests {
    private static final String REFUSAL =
            "{\"statusCode\":503,\"error\":\"Service Unavailable\",\"message\":\"Come again.\"}";

    @Test
    void givesTheLatencyThatAPartOfTheRequestsKept() {
        Tally tally = new Tally();
        for (int i = 2_000; i >= 1; i--) {
            tally.add(new Answer(200, false, ""), i * 1_000_000L);
        }
        tally.over(4);

        assertThat(tally.quantile(0.5)).isEqualTo(1_000);
        assertThat(tally.quantile(0.99)).isEqualTo(1_980);
        assertThat(tally.quantile(1)).isEqualTo(2_000);
        assertThat(tally.perSecond()).isEqualTo(500);
    }

    @Test
    void countsADocumentedRefusalAsNoFailure() {
        Tally tally = new Tally();
        tally.add(new Answer(200, false, ""), 1);
        tally.add(new Answer(503, true, REFUSAL), 1);
        tally.add(new Answer(503, false, REFUSAL), 1);
        tally.add(new Answer(504, false, "late"), 1);
        tally.addFailure("reset");
        tally.over(1);

        assertThat(tally.served()).isEqualTo(1);
        assertThat(tally.refused()).isEqualTo(2);
        assertThat(tally.undocumented()).isEqualTo(1);
        assertThat(tally.failed()).isEqualTo(3);
        assertThat(tally.total()).isEqualTo(5);
        assertThat(tally).asString().contains("late", "reset");
    }
}
