package io.convene.launcher.providers.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.stream.Stream;

class ProviderCodeTests {
    @Test
    void givesEachCodeOnce() {
        assertThat(Stream.of(ProviderCode.values()).map(ProviderCode::code))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatItMeansAndWhatToDo(ProviderCode code) {
        assertThat(code.code()).matches("PRV-\\d{3}");
        assertThat(code.description()).endsWith(".");
        assertThat(code.fix()).endsWith(".");
    }

    @Test
    void keepsAFindingToOneLine() {
        Finding finding =
                ProviderCode.BAD_ID.about("odd\n2026-11-23 INFO forged", "x".repeat(5000));

        assertThat(finding.reason()).doesNotContain("\n").hasSizeLessThan(1000);
    }
}
