package io.convene.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

class CarrierThreadsTests {
    private final AtomicBoolean spinning = new AtomicBoolean(true);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void letsOthersRunDuringMoreSpinningThreadsThanThereAreCores(int times) throws Exception {
        int many = times * Runtime.getRuntime().availableProcessors();
        CountDownLatch begun = new CountDownLatch(many);
        CarrierThreads carriers = CarrierThreads.watched(() -> 0);
        try {
            IntStream.range(0, many).forEach(i -> Thread.startVirtualThread(() -> spin(begun)));
            Thread other = Thread.startVirtualThread(() -> {});

            assertThat(other.join(Duration.ofSeconds(30))).isTrue();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            spinning.set(false);
            carriers.close();
        }
    }

    @Test
    void allowsOneMoreForEachCallThatIsStuckInABundle() throws Exception {
        int many = Math.max(8, 4 * Runtime.getRuntime().availableProcessors()) + 2;
        CountDownLatch begun = new CountDownLatch(many);
        CarrierThreads carriers = CarrierThreads.watched(() -> many);
        try {
            IntStream.range(0, many).forEach(i -> Thread.startVirtualThread(() -> spin(begun)));
            Thread other = Thread.startVirtualThread(() -> {});

            assertThat(other.join(Duration.ofSeconds(60))).isTrue();
        } finally {
            spinning.set(false);
            carriers.close();
        }
    }

    private void spin(CountDownLatch begun) {
        begun.countDown();
        while (spinning.get()) {
            Thread.onSpinWait();
        }
    }
}
