package io.convene.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

class QuartersTests {
    @Test
    void comparesTheLastQuarterWithTheSecond() {
        Quarters quarters =
                Quarters.of(List.of(10.0, 50.0, 100.0, 100.0, 104.0, 106.0, 110.0, 110.0));

        assertThat(quarters.medians()).containsExactly(30.0, 100.0, 105.0, 110.0);
        assertThat(quarters.growth()).isEqualTo(0.1, within(1e-9));
    }

    @Test
    void findsNoGrowthInWhatStays() {
        assertThat(Quarters.of(List.of(7.0, 7.0, 7.0, 7.0, 7.0)).growth()).isZero();
    }

    @Test
    void needsAValueForEveryQuarter() {
        assertThatThrownBy(() -> Quarters.of(List.of(1.0, 2.0, 3.0)))
                .isInstanceOf(BenchException.class);
    }
}
