package io.convene.launcher.providers.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.x        | 1.0.0 1.2.3 1.99.0 1.3.0-rc.1  | 0.9.9 1.0.0-rc.1 2.0.0 2.0.0-rc.1",
                "1          | 1.0.0 1.99.0                   | 0.9.0 2.0.0",
                "1.2        | 1.2.0 1.2.9                    | 1.1.9 1.3.0",
                "1.2.*      | 1.2.0 1.2.9                    | 1.1.9 1.3.0",
                "*          | 0.0.1 1.0.0-rc.1 99.0.0        | ",
                "1.2.3      | 1.2.3 1.2.3+build.7            | 1.2.2 1.2.4 1.2.3-rc.1",
                "=1.2.3     | 1.2.3                          | 1.2.4",
                "1.2.3-rc.1 | 1.2.3-rc.1                     | 1.2.3 1.2.3-rc.2",
                ">=1.2 <2   | 1.2.0 1.9.9                    | 1.1.9 2.0.0 2.0.0-alpha",
                ">= 1.2 < 2 | 1.2.0                          | 2.0.0",
                ">1.2       | 1.3.0                          | 1.2.0 1.2.9",
                ">1.2.0     | 1.2.1                          | 1.2.0",
                "<=1.2      | 1.2.9 0.1.0                    | 1.3.0 1.3.0-rc.1",
                "<=1.2.0    | 1.2.0 1.2.0-rc.1               | 1.2.1",
                "<2.0.0-rc.2| 2.0.0-rc.1                     | 2.0.0-rc.2 2.0.0",
                "[1.0,2.0)  | 1.0.0 1.99.0                   | 0.9.9 2.0.0 2.0.0-rc.1",
                "(1.0, 2.0] | 1.0.1 2.0.0                    | 1.0.0 2.0.1",
                "[1.5,)     | 1.5.0 9.0.0                    | 1.4.9",
                "(,2)       | 0.0.1 1.9.9                    | 2.0.0",
                "[1.2.3]    | 1.2.3                          | 1.2.4",
                "^1.2       | 1.2.0 1.99.0                   | 1.1.9 2.0.0 2.0.0-rc.1",
                "^1.2.3     | 1.2.3 1.9.0                    | 1.2.2 2.0.0",
                "^0.2.3     | 0.2.3 0.2.9                    | 0.2.2 0.3.0",
                "^0.0.3     | 0.0.3                          | 0.0.2 0.0.4 0.1.0",
                "^0.0       | 0.0.0 0.0.9                    | 0.1.0",
                "^0         | 0.0.0 0.9.0                    | 1.0.0",
                "^ 1        | 1.0.0 1.9.0                    | 2.0.0",
                "~1.2.3     | 1.2.3 1.2.9                    | 1.2.2 1.3.0 1.3.0-rc.1",
                "~1.2       | 1.2.0 1.2.9                    | 1.3.0",
                "~1         | 1.0.0 1.9.0                    | 2.0.0"
            })
    void holdsWhatItSays(String range, String inside, String outside) {
        VersionRange parsed = VersionRange.parse(range);

        for (String version : inside.split(" ")) {
            assertThat(parsed.contains(SemanticVersion.parse(version))).as(version).isTrue();
        }
        for (String version : outside == null ? new String[0] : outside.split(" ")) {
            assertThat(parsed.contains(SemanticVersion.parse(version))).as(version).isFalse();
        }
        assertThat(VersionRange.parse(parsed.toString())).hasToString(parsed.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1.y",
                "newest",
                "[1.0",
                "(1.0)",
                "1.x.2",
                "1.2-rc.1",
                ">=",
                ">*",
                "^*",
                "~>1.2",
                "^^1",
                "1,2",
                "01.2.3"
            })
    void refusesWhatItCannotRead(String range) {
        assertThatThrownBy(() -> VersionRange.parse(range))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + range + "' is not a version range");
    }

    @Test
    void reachesToTheNextBreakingVersion() {
        assertThat(VersionRange.compatibleWith(SemanticVersion.parse("0.1.2")))
                .hasToString(">=0.1.2 <0.2.0");
        assertThat(VersionRange.compatibleWith(SemanticVersion.parse("1.4.0")))
                .hasToString(">=1.4.0 <2.0.0");
    }

    @Test
    void knowsOnWhichSideAVersionIsLeftOut() {
        VersionRange range = VersionRange.parse("[1.2,2.0)");

        assertThat(range.isAbove(SemanticVersion.parse("1.1.0"))).isTrue();
        assertThat(range.isAbove(SemanticVersion.parse("2.0.0"))).isFalse();
    }
}
