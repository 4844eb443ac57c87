package io.convene.launcher.providers.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class SemanticVersionTests {
    @Test
    void ordersByThePrecedenceOfTheSpecification() {
        List<SemanticVersion> ordered =
                List.of(
                                "0.9.9",
                                "1.0.0-0",
                                "1.0.0-alpha",
                                "1.0.0-alpha.1",
                                "1.0.0-alpha.beta",
                                "1.0.0-beta",
                                "1.0.0-beta.2",
                                "1.0.0-beta.11",
                                "1.0.0-rc.1",
                                "1.0.0-rc.20261101120000",
                                "1.0.0-rc.100000000000000000000",
                                "1.0.0",
                                "1.0.10",
                                "1.9.0",
                                "1.10.0",
                                "2.0.0")
                        .stream()
                        .map(SemanticVersion::parse)
                        .toList();
        List<SemanticVersion> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));
        Collections.sort(shuffled);

        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void givesBuildMetadataNoPrecedence() {
        SemanticVersion one = SemanticVersion.parse("1.0.0+build.1");
        SemanticVersion other = SemanticVersion.parse("1.0.0+build.2");

        assertThat(one.compareTo(other)).isZero();
        assertThat(one).isNotEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "0.1.0-SNAPSHOT",
                "1.2.3-rc.1+sha.5114f85",
                "1.2.3----R-S.12.9.1--.12+meta"
            })
    void writesWhatItRead(String text) {
        assertThat(SemanticVersion.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "1.0.0.0",
                "01.0.0",
                "1.00.0",
                "v1.0.0",
                "1.0.0-",
                "1.0.0-a..b",
                "1.0.0-01",
                "1.0.0+",
                "1.0.0+a+b",
                "1.0.x",
                "-1.0.0",
                "1.0.0 ",
                "9999999999.0.0",
                "1.0.0-ä"
            })
    void refusesWhatTheSpecificationRefuses(String text) {
        assertThat(SemanticVersion.find(text)).isEmpty();
        assertThatThrownBy(() -> SemanticVersion.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void knowsWhereCompatibilityEnds() {
        assertThat(SemanticVersion.parse("0.1.5").nextBreaking()).hasToString("0.2.0");
        assertThat(SemanticVersion.parse("1.4.2-rc.1").nextBreaking()).hasToString("2.0.0");
    }
}
