package io.convene.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimeTests {
    @Test
    void readsTicksAfterANameWithSpacesAndParentheses() {
        String stat =
                "42 (node (a) b) S 1 42 42 0 -1 4194304 900 0 3 0 250 50 0 0 20 0 11 0 8913 1 1";

        assertThat(CpuTime.parse(stat)).isEqualTo(new CpuTime(2500, 500));
    }

    @Test
    void tellsCompilersFromOtherThreads() {
        assertThat(CpuTime.isCompiler("7 (C2 CompilerThre) S 1 42")).isTrue();
        assertThat(CpuTime.isCompiler("8 (C1 CompilerThre) R 1 42")).isTrue();
        assertThat(CpuTime.isCompiler("9 (VM Thread) S 1 42")).isFalse();
        assertThat(CpuTime.isCompiler("")).isFalse();
    }
}
