package io.convene.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.bench.process.Contender;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class OptionsTests {
    private static final Path HOME = Path.of("support", "bench");

    @Test
    void measuresEverythingFiveTimesWhenNothingIsSaid() {
        Options options = Options.parse(List.of(), HOME);

        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.contenders()).containsExactly(Contender.values());
        assertThat(options.results()).contains(HOME.resolve("RESULTS.md"));
    }

    @Test
    void writesNoResultsOfAQuickRun() {
        assertThat(Options.parse(List.of("--quick"), HOME).results()).isEmpty();
    }

    @Test
    void selectsRows() {
        Options options = Options.parse(List.of("--rows", "convene,proxy"), HOME);

        assertThat(options.of(Contender.PROXY, Contender.NGINX, Contender.CONVENE))
                .containsExactly(Contender.PROXY, Contender.CONVENE);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse(List.of("--fast", "1"), HOME))
                .hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.parse(List.of("--rows", "perl"), HOME))
                .hasMessageContaining("perl");
        assertThatThrownBy(() -> Options.parse(List.of("--rounds", "0"), HOME))
                .hasMessageContaining("--rounds");
    }
}
