package io.convene.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SpreadTests {
    @Test
    void takesTheMiddleOfAnOddNumberOfRounds() {
        assertThat(Spread.of(List.of(5.0, 1.0, 3.0))).isEqualTo(new Spread(3, 1, 5));
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
    }

    @Test
    void showsTheExtremesAfterTheMedian() {
        assertThat(new Spread(2, 1.5, 3.25).text("%.1f")).isEqualTo("2.0 (1.5–3.3)");
    }
}
