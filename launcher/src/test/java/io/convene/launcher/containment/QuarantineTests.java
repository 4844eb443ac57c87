package io.convene.launcher.containment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class QuarantineTests {
    private static final long START = Long.MAX_VALUE - Duration.ofMinutes(2).toNanos();

    private final Quarantine quarantine = new Quarantine(4);

    @Test
    void beginsWithTheThirdOverrunAndEndsAfterAMinute() {
        overran(0);
        overran(60);
        assertThat(quarantine.refusal(at(60))).isEmpty();
        overran(120);

        assertThat(quarantine.isClosed()).isTrue();
        assertThat(quarantine.refusal(at(179)).orElseThrow()).contains("page()", "3 times");
        assertThat(quarantine.left(at(179))).isEqualTo(Duration.ofSeconds(1));
        assertThat(quarantine.refusal(at(180))).isEmpty();
        assertThat(quarantine.isClosed()).isFalse();
    }

    @Test
    void forgetsOverrunsAfterFiveMinutes() {
        overran(0);
        overran(10);
        overran(301);

        assertThat(quarantine.refusal(at(301))).isEmpty();
    }

    @Test
    void beginsAgainWithTheNextOverrun() {
        overran(0);
        overran(1);
        overran(2);
        assertThat(quarantine.refusal(at(70))).isEmpty();
        overran(71);

        assertThat(quarantine.refusal(at(72))).isPresent();
    }

    @Test
    void lastsUntilTheThreadsAreBack() {
        overran(0);
        overran(1);
        overran(2);
        quarantine.counted(1, 1);
        assertThat(quarantine.refusal(at(1_000))).isPresent();
        quarantine.counted(0, 0);

        assertThat(quarantine.refusal(at(1_000))).isEmpty();
    }

    @Test
    void keepsCallersAwayWhileACrowdIsStuck() {
        quarantine.counted(3, 0);
        assertThat(quarantine.refusal(at(0))).isEmpty();
        quarantine.counted(4, 0);
        assertThat(quarantine.refusal(at(0)).orElseThrow()).contains("4 of its calls");
        quarantine.counted(2, 0);

        assertThat(quarantine.refusal(at(0))).isEmpty();
    }

    private void overran(int second) {
        quarantine.overran(BundleMethod.PAGE, at(second));
    }

    private static long at(int second) {
        return START + Duration.ofSeconds(second).toNanos();
    }
}
