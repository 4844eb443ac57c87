package io.convene.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.bench.BenchException;

import org.junit.jupiter.api.Test;

class LiveHeapTests {
    @Test
    void readsTheSumAndTheCallsFromAHistogram() {
        String histogram =
                """
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         24196        1572864  [B (java.base@25.0.3)
                  40:          3154         302784  jdk.internal.net.http.Http1Exchange (java.net.http@25.0.3)
                  41:          3000         202784  jdk.internal.net.http.Http1Exchange$Part (java.net.http@25.0.3)
                Total         98431        3145728
                """;

        assertThat(LiveHeap.parse(histogram).mebibytes()).isEqualTo(3);
        assertThat(LiveHeap.parse(histogram).calls()).isEqualTo(3_154);
    }

    @Test
    void saysWhatJcmdSaidInstead() {
        assertThatThrownBy(() -> LiveHeap.parse("No such process\n"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("No such process");
    }
}
