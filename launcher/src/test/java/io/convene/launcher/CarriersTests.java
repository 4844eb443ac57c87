package io.convene.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

class CarriersTests {
    private final AtomicBoolean spinning = new AtomicBoolean(true);

    @Test
    void letsOthersRunBesideAsManySpinningThreadsAsThereAreCores() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        CountDownLatch begun = new CountDownLatch(cores);
        Carriers carriers = Carriers.watched();
        try {
            IntStream.range(0, cores).forEach(i -> Thread.startVirtualThread(() -> spin(begun)));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

            Thread other = Thread.startVirtualThread(() -> {});

            assertThat(other.join(Duration.ofSeconds(10))).isTrue();
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
