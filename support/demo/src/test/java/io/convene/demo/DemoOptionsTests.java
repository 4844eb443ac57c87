package io.convene.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.time.LocalDate;
import java.util.Optional;

class DemoOptionsTests {
    @Test
    void listensOnPort8080WhenNothingIsSaid() {
        assertThat(parsed()).isEqualTo(new DemoOptions(8080, 0, Optional.empty()));
    }

    @Test
    void takesThePorts() {
        assertThat(parsed("--sandbox-port", "9000", "--port=0"))
                .isEqualTo(new DemoOptions(0, 9000, Optional.empty()));
    }

    @Test
    void takesTheDayOfTheData() {
        assertThat(parsed("--date", "2026-06-15").date()).contains(LocalDate.of(2026, 6, 15));
        assertThatThrownBy(() -> parsed("--date", "yesterday"))
                .hasMessageContaining("'--date'")
                .hasMessageContaining("'yesterday' is not a day like 2026-06-15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "65536", "123456789012345678901234"})
    void refusesAPortThatIsNone(String word) {
        assertThatThrownBy(() -> parsed("--port", word))
                .hasMessageContaining("'--port'")
                .hasMessageContaining("'%s' is not a number from 0 to 65535".formatted(word));
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> parsed("--port")).hasMessageContaining("'--port'");
    }

    private static DemoOptions parsed(String... words) {
        return DemoOptions.of(new CommandLine(new DemoCommand().spec()).parseArgs(words));
    }
}
