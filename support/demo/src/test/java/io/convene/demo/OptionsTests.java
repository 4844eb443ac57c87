package io.convene.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class OptionsTests {
    @Test
    void listensOnPort8080WhenNothingIsSaid() {
        assertThat(Options.parse(List.of()))
                .isEqualTo(new Options(8080, 0, Optional.empty(), false));
    }

    @Test
    void takesThePorts() {
        assertThat(Options.parse(List.of("--sandbox-port", "9000", "--port", "0")))
                .isEqualTo(new Options(0, 9000, Optional.empty(), false));
    }

    @Test
    void takesTheDayOfTheData() {
        assertThat(Options.parse(List.of("--date", "2026-06-15")).date())
                .contains(LocalDate.of(2026, 6, 15));
        assertThatThrownBy(() -> Options.parse(List.of("--date", "yesterday")))
                .hasMessage("--date needs a day like 2026-06-15, not 'yesterday'");
    }

    @Test
    void knowsWhenOnlyTheUsageIsWanted() {
        assertThat(Options.parse(List.of("--help")).help()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> Options.parse(List.of("--prot", "1")))
                .hasMessage("unknown option --prot");
    }

    @Test
    void refusesAPortThatIsNone() {
        for (String word : List.of("", "x", "-1", "65536", "123456789012")) {
            assertThatThrownBy(() -> Options.parse(List.of("--port", word)))
                    .hasMessage("--port needs a number from 0 to 65535, not '" + word + "'");
        }
        assertThatThrownBy(() -> Options.parse(List.of("--port")))
                .hasMessageStartingWith("--port needs a number");
    }
}
