package io.convene.launcher.egress.channel;

import io.convene.launcher.egress.wire.FailureText;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets threads sleep until their time is over or the egress ends. Thread-safe. */
final class InterruptibleSleep {
    private final CountDownLatch end = new CountDownLatch(1);

    /**
     * Sleeps that long.
     *
     * @throws io.convene.core.spi.VendorException when the thread was interrupted or the egress
     *     ended
     */
    void sleep(long nanos) {
        try {
            if (nanos > 0 && end.await(nanos, TimeUnit.NANOSECONDS)) {
                throw FailureText.givenUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FailureText.givenUp();
        }
    }

    /** Ends every sleep, also those that have not begun. */
    void end() {
        end.countDown();
    }
}
