package io.convene.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class SteadinessTests {
    private static final Steadiness RULE = new Steadiness(2, 4, 0.1);

    @Test
    void findsTheFirstSecondAfterTheLastThatStrays() {
        assertThat(RULE.since(List.of(20.0, 50.0, 98.0, 99.0, 100.0, 100.0, 100.0, 100.0, 100.0)))
                .isEqualTo(2);
    }

    @Test
    void countsAFallLaterOn() {
        List<Double> rates = new ArrayList<>(Collections.nCopies(20, 100.0));
        rates.set(10, 60.0);

        assertThat(RULE.since(rates)).isEqualTo(11);
    }

    @Test
    void seesCostsComeDownToo() {
        assertThat(RULE.since(List.of(3.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0))).isEqualTo(2);
    }

    @Test
    void isSteadyFromTheStartWhenNothingChanges() {
        assertThat(RULE.since(Collections.nCopies(9, 5.0))).isZero();
        assertThat(RULE.end(List.of(9.0, 1.0, 2.0, 3.0, 4.0))).isEqualTo(2.5);
    }
}
