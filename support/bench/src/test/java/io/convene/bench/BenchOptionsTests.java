package io.convene.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.bench.process.Contender;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class BenchOptionsTests {
    private static final Path HOME = Path.of("support", "bench");

    @Test
    void measuresEverythingFiveTimesWhenNothingIsSaid() {
        BenchOptions options = BenchOptions.parse(List.of(), HOME);

        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.contenders()).containsExactly(Contender.values());
        assertThat(options.results()).contains(HOME.resolve("RESULTS.md"));
    }

    @Test
    void writesNoResultsOfAQuickRun() {
        assertThat(BenchOptions.parse(List.of("--quick"), HOME).results()).isEmpty();
    }

    @Test
    void selectsRows() {
        BenchOptions options = BenchOptions.parse(List.of("--rows", "convene,proxy"), HOME);

        assertThat(options.of(Contender.PROXY, Contender.NGINX, Contender.CONVENE))
                .containsExactly(Contender.PROXY, Contender.CONVENE);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--fast", "1"), HOME))
                .hasMessageContaining("--fast");
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--rows", "perl"), HOME))
                .hasMessageContaining("perl");
        assertThatThrownBy(() -> BenchOptions.parse(List.of("--rounds", "0"), HOME))
                .hasMessageContaining("--rounds");
    }
}
