package io.convene.launcher.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class QuotaTests {
    @ParameterizedTest
    @CsvSource({
        "60/PT1M, 60, 60000",
        "1/PT0.01S, 1, 10",
        "10000/P1D, 10000, 86400000",
        "' 5/pt10s ', 5, 10000"
    })
    void readsCallsPerDuration(String text, int calls, long millis) {
        assertThat(Quota.problem(text)).isEmpty();
        assertThat(Quota.parse(text)).contains(new Quota(calls, Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "OFF", " off "})
    void offIsNoQuota(String text) {
        assertThat(Quota.problem(text)).isEmpty();
        assertThat(Quota.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "60",
                "60/",
                "/PT1M",
                "60/1M",
                "60/PT",
                "60/PT1X",
                "0/PT1M",
                "-1/PT1M",
                "10001/PT1M",
                "999999999/PT1M",
                "60/PT0S",
                "60/PT0.001S",
                "60/-PT1M",
                "60/PT-1M",
                "60/P2D",
                "60/P1M",
                "60/PT1M 5",
                "60 per minute",
                "false",
                "60/PT99999999999999999999H"
            })
    void saysWhatIsNoQuota(String text) {
        assertThat(Quota.problem(text))
                .contains(
                        "\""
                                + text
                                + "\" is no quota: write 1 to 10000 calls per ISO 8601 duration of"
                                + " at most a day, such as 60/PT1M, or off.");
        assertThatThrownBy(() -> Quota.parse(text)).hasMessageStartingWith("\"" + text + "\"");
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Quota.parse("60/PT60S").orElseThrow()).hasToString("60/PT1M");
    }
}
