package io.convene.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.bench.BenchException;

import org.junit.jupiter.api.Test;

class LiveHeapTests {
    @Test
    void readsTheSumUnderAHistogram() {
        String histogram =
                """
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         24196        1572864  [B (java.base@25.0.3)
                Total         98431        3145728
                """;

        assertThat(LiveHeap.parse(histogram)).isEqualTo(3);
    }

    @Test
    void saysWhatJcmdSaidInstead() {
        assertThatThrownBy(() -> LiveHeap.parse("No such process\n"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("No such process");
    }
}
