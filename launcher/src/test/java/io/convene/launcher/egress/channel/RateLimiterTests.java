package io.convene.launcher.egress.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.Quota;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class RateLimiterTests {
    private static final long SECOND = 1_000_000_000;
    // A second and a fiftieth of it.
    private static final long SPAN = 1_020_000_000;
    // The clock may be anywhere, also about to overflow.
    private static final long START = Long.MAX_VALUE - SECOND;

    private final RateLimiter three =
            new RateLimiter(Optional.of(Quota.of(3, Duration.ofSeconds(1))), START);
    private final RateLimiter free = new RateLimiter(Optional.empty(), START);

    @Test
    void callsBeginAtOnceUntilTheQuotaIsUsedUp() {
        assertThat(List.of(take(START), take(START), take(START))).containsOnly(0L);
        assertThat(take(START)).isEqualTo(SPAN);
        assertThat(take(START + SPAN / 2)).isEqualTo(SPAN / 2);
        assertThat(take(START + SPAN)).isZero();
        assertThat(take(START + SPAN)).isEqualTo(SPAN);
    }

    @Test
    void aTurnTooFarAwayIsNotTaken() {
        take(START);
        take(START);
        take(START);

        assertThat(three.take(START, SPAN - 1)).isEqualTo(SPAN);
        assertThat(three.take(START, SPAN - 1)).isEqualTo(SPAN);
        assertThat(three.look(START)).isEqualTo(SPAN);
        assertThat(three.take(START + SPAN, 0)).isZero();
    }

    @Test
    void noSpanEverHoldsMoreThanTheQuota() {
        Random random = new Random(7);
        List<Long> begun = new ArrayList<>();
        long now = START;
        for (int i = 0; i < 2000; i++) {
            now += random.nextLong(SECOND / 2);
            long wait = three.take(now, 2 * SECOND);
            if (wait <= 2 * SECOND) {
                begun.add(now + wait);
            }
        }
        assertThat(begun).hasSizeGreaterThan(300);
        for (int i = 3; i < begun.size(); i++) {
            assertThat(begun.get(i) - begun.get(i - 1)).isNotNegative();
            assertThat(begun.get(i) - begun.get(i - 3)).isGreaterThan(SECOND);
        }
    }

    @Test
    void withoutAQuotaNothingWaitsButForAPause() {
        for (int i = 0; i < 100; i++) {
            assertThat(free.take(START, 0)).isZero();
        }
        free.pauseUntil(START + 5);

        assertThat(free.take(START, 10)).isEqualTo(5);
        assertThat(free.look(START + 2)).isEqualTo(3);
        assertThat(free.take(START + 5, 0)).isZero();
        assertThat(free.interval()).isZero();
    }

    @Test
    void aPauseHoldsForEveryTurnAndIsNotShortened() {
        take(START);
        three.pauseUntil(START + 10);
        three.pauseUntil(START + 5);

        assertThat(take(START)).isEqualTo(10);
        assertThat(take(START + 20)).isZero();
        assertThat(take(START + 20)).isEqualTo(SPAN - 20);
        assertThat(three.interval()).isEqualTo(Duration.ofNanos(SECOND / 3));
    }

    @Test
    void turnsStayInOrderWhenOneWasGivenAfterAPause() {
        three.pauseUntil(START + 10);

        assertThat(take(START)).isEqualTo(10);
        assertThat(take(START + 1)).isEqualTo(9);
    }

    @Test
    void fiftyThreadsGetTheTurnsOfFiftyCalls() throws Exception {
        RateLimiter ten = new RateLimiter(Optional.of(Quota.of(10, Duration.ofSeconds(1))), START);
        CyclicBarrier together = new CyclicBarrier(50);
        List<Long> waits = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> futures = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                futures.add(
                        threads.submit(() -> {
                            together.await();
                            return ten.take(START, 100 * SECOND);
                        }));
            }
            for (Future<Long> future : futures) {
                waits.add(future.get());
            }
        }
        for (int round = 0; round < 5; round++) {
            long wait = round * SPAN;
            assertThat(waits).filteredOn(each -> each == wait).hasSize(10);
        }
    }

    private long take(long now) {
        return three.take(now, Long.MAX_VALUE);
    }
}
