package io.convene.launcher.egress.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.egress.channel.CircuitBreaker.Pass;
import io.convene.launcher.metrics.Metrics;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class CircuitBreakerTests {
    private static final long NOW = Long.MAX_VALUE - 5;
    private static final Duration OPEN = Duration.ofNanos(10);

    private final CircuitBreaker circuit =
            new CircuitBreaker(3, OPEN, new EgressMetrics(new Metrics()).of("testing"));

    @Test
    void opensAfterFailuresInARow() {
        assertThat(fail(NOW)).isFalse();
        assertThat(fail(NOW)).isFalse();
        assertThat(circuit.enter(NOW)).isEqualTo(Pass.FREE);
        assertThat(circuit.isOpen()).isFalse();

        assertThat(fail(NOW)).isTrue();
        assertThat(circuit.isOpen()).isTrue();
        assertThat(circuit.enter(NOW)).isEqualTo(Pass.NONE);
        assertThat(circuit.enter(NOW + 9)).isEqualTo(Pass.NONE);
        assertThat(circuit.left(NOW + 4)).isEqualTo(Duration.ofNanos(6));
        assertThat(circuit.why()).isEqualTo("why");
    }

    @Test
    void anAnswerInBetweenBeginsTheCountAgain() {
        fail(NOW);
        fail(NOW);
        circuit.succeeded();
        fail(NOW);
        fail(NOW);

        assertThat(circuit.isOpen()).isFalse();
        assertThat(circuit.left(NOW)).isZero();
    }

    @Test
    void oneProbeDecides() {
        open();

        assertThat(circuit.enter(NOW + 10)).isEqualTo(Pass.PROBE);
        assertThat(circuit.enter(NOW + 10)).isEqualTo(Pass.NONE);
        assertThat(circuit.left(NOW + 11)).isZero();
        assertThat(circuit.failed(Pass.PROBE, NOW + 12, "again")).isFalse();
        assertThat(circuit.enter(NOW + 21)).isEqualTo(Pass.NONE);
        assertThat(circuit.why()).isEqualTo("again");

        assertThat(circuit.enter(NOW + 22)).isEqualTo(Pass.PROBE);
        circuit.succeeded();
        assertThat(circuit.enter(NOW + 22)).isEqualTo(Pass.FREE);
        assertThat(circuit.why()).isEmpty();
    }

    @Test
    void aProbeThatIsNotMadeLeavesItToTheNext() {
        open();
        circuit.abandoned(circuit.enter(NOW + 10), NOW + 10);

        assertThat(circuit.enter(NOW + 10)).isEqualTo(Pass.PROBE);
    }

    @Test
    void aProbeThatIsStuckLeavesItToAnother() {
        open();
        Pass stuck = circuit.enter(NOW + 10);

        assertThat(circuit.enter(NOW + 19)).isEqualTo(Pass.NONE);
        assertThat(circuit.left(NOW + 19)).isZero();
        assertThat(circuit.enter(NOW + 20)).isEqualTo(Pass.PROBE);
        circuit.succeeded();
        circuit.abandoned(stuck, NOW + 21);
        assertThat(circuit.enter(NOW + 21)).isEqualTo(Pass.FREE);
    }

    @Test
    void whatFailsWhileItIsOpenDoesNotKeepItOpenLonger() {
        open();
        assertThat(fail(NOW + 9)).isFalse();

        assertThat(circuit.enter(NOW + 10)).isEqualTo(Pass.PROBE);
    }

    private void open() {
        fail(NOW);
        fail(NOW);
        fail(NOW);
    }

    private boolean fail(long now) {
        return circuit.failed(Pass.FREE, now, "why");
    }
}
