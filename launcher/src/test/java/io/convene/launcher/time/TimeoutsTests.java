package io.convene.launcher.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.time.Timeouts.Watch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Waits that end because their time is over. */
@Timeout(60)
class TimeoutsTests {
    private final Timeouts timeouts = new Timeouts("timeouts", Duration.ofMillis(10), 3);
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        timeouts.close();
    }

    private Watch watch(int millis) {
        return timeouts.watch(Deadline.in(Duration.ofMillis(millis)));
    }

    private void waitInVain(int millis) {
        try (Watch watch = watch(millis)) {
            assertThatThrownBy(never::await).isInstanceOf(InterruptedException.class);
            assertThat(watch.isOverdue()).isTrue();
        }
    }

    @Test
    void interruptsWhatIsNotDoneByItsDeadline() {
        waitInVain(30);
    }

    @Test
    void leavesAloneWhatHasTime() throws InterruptedException {
        Thread other =
                Thread.ofVirtual()
                        .start(() -> {
                            try (Watch watch = watch(3_600_000)) {
                                never.await();
                                assertThat(watch.isOverdue()).isFalse();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        });
        waitInVain(30);
        assertThat(other.isAlive()).isTrue();
        never.countDown();
        other.join();
    }

    @Test
    void leavesAloneWhoeverWaitsNoMore() throws InterruptedException {
        watch(20).close();
        Thread.sleep(60);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void leavesNoInterruptThatCameTooLate() throws InterruptedException {
        try (Watch watch = watch(20)) {
            while (!watch.isOverdue()) {
                Thread.onSpinWait();
            }
        }
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void wakesForTheNextAfterNothingWasUnderWay() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            Thread.sleep(5L * i);
            waitInVain(5);
        }
    }
}
