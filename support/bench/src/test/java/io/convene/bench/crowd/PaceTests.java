package io.convene.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PaceTests {
    private static final long SECOND = 1_000_000_000;

    @Test
    void spreadsCallersOverTheTimeThatTheServerTakes() {
        AgainPace pace =
                AgainPace.spread(
                        4, Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofMillis(100));

        assertThat(pace.first(0)).isZero();
        assertThat(pace.first(3)).isEqualTo(SECOND * 3 / 2);
        assertThat(pace.begin()).isEqualTo(4 * SECOND);
        assertThat(pace.end()).isEqualTo(24 * SECOND);
    }

    @Test
    void comesBackAtOnceOrAPauseAfterARefusal() {
        AgainPace pace = new AgainPace(0, 10 * SECOND, SECOND, 0);

        assertThat(pace.next(0, SECOND, true)).isEqualTo(SECOND);
        assertThat(pace.next(0, SECOND, false)).isEqualTo(2 * SECOND);
        assertThat(pace.next(0, 10 * SECOND, true)).isEqualTo(Pace.NEVER);
    }

    @Test
    void keepsTheRateWhenAnswersAreLate() {
        Pace pace = Pace.steady(10, 5, Duration.ofSeconds(1));

        assertThat(pace.first(4)).isEqualTo(SECOND * 4 / 10);
        assertThat(pace.next(SECOND * 4 / 10, 5 * SECOND, true)).isEqualTo(SECOND * 9 / 10);
        assertThat(pace.next(SECOND * 9 / 10, 5 * SECOND, true)).isEqualTo(Pace.NEVER);
    }
}
