package io.convene.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Map;

class CostLineTests {
    @Test
    void findsWhatARequestAndWhatAnInterviewCosts() {
        CostLine line = CostLine.through(Map.of(10, 0.3, 100, 1.2, 500, 5.2));

        assertThat(line.a()).isCloseTo(0.2, within(1e-9));
        assertThat(line.b()).isCloseTo(0.01, within(1e-9));
        assertThat(line.bend()).isCloseTo(0, within(1e-9));
    }

    @Test
    void saysHowFarTheSlopeStraysWhenLargePagesCostMore() {
        CostLine line = CostLine.through(Map.of(10, 0.3, 100, 1.2, 500, 9.2));

        assertThat(line.bend()).isGreaterThan(0.15);
    }
}
