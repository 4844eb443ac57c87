package io.convene.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.bench.BenchException;

import org.junit.jupiter.api.Test;

class MemoryTests {
    @Test
    void readsWhatIsResident() {
        String status = "Name:\tjava\nVmHWM:\t  204800 kB\nVmRSS:\t  153600 kB\nThreads:\t30\n";

        assertThat(Memory.parse(status)).isEqualTo(150);
    }

    @Test
    void saysWhatItFoundInstead() {
        assertThatThrownBy(() -> Memory.parse("Name:\tzombie\n"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("zombie");
    }
}
