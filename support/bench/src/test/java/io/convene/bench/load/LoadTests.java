package io.convene.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.bench.BenchException;

import org.junit.jupiter.api.Test;

class LoadTests {
    private static final String LINE =
            "bench requests=3000 microseconds=2000000 bytes=6000 p50=1500 p99=20000 status=%d socket=%d\n";

    @Test
    void readsWhatTheScriptReports() {
        Load load = Load.parse("Running 2s test\n" + LINE.formatted(0, 0));

        assertThat(load).isEqualTo(new Load(3000, 2, 6000, 1.5, 20));
        assertThat(load.perSecond()).isEqualTo(1500);
    }

    @Test
    void countsNoRunWithErrors() {
        assertThatThrownBy(() -> Load.parse(LINE.formatted(1, 0)))
                .isInstanceOf(BenchException.class);
        assertThatThrownBy(() -> Load.parse(LINE.formatted(0, 1)))
                .isInstanceOf(BenchException.class);
        assertThatThrownBy(() -> Load.parse("unable to connect"))
                .hasMessageContaining("unable to connect");
    }
}
