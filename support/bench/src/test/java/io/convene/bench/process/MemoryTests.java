package io.convene.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.bench.BenchException;

import org.junit.jupiter.api.Test;

class MemoryTests {
    @Test
    void readsWhatIsAndWasResident() {
        String status = "Name:\tjava\nVmHWM:\t  204800 kB\nVmRSS:\t  153600 kB\nThreads:\t30\n";

        assertThat(Memory.parse(status, "VmRSS")).isEqualTo(150);
        assertThat(Memory.parse(status, "VmHWM")).isEqualTo(200);
    }

    @Test
    void saysWhatItFoundInstead() {
        assertThatThrownBy(() -> Memory.parse("Name:\tzombie\n", "VmRSS"))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("zombie");
    }
}
