package io.convene.launcher.query;

import io.convene.core.spi.VendorException;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The waits between pages without an item, so that a vendor is not asked in a tight loop. */
final class EmptyPages {
    private static final double GROWTH = 1.5;
    private static final long FIRST = 10;
    private static final long LONGEST = 1_000;
    private static final long SLICE = 50;

    private final Sleep sleep;

    /** Lets a thread sleep. */
    @FunctionalInterface
    interface Sleep {
        void sleep(Duration time) throws InterruptedException;
    }

    EmptyPages(Sleep sleep) {
        this.sleep = sleep;
    }

    /**
     * Waits after so many pages in a row without an item, for as long as reading may continue.
     *
     * @throws VendorException when the thread was interrupted
     */
    void await(int inARow, BooleanSupplier mayContinue) {
        long left = wait(inARow);
        while (left > 0 && mayContinue.getAsBoolean()) {
            long slice = Math.min(left, SLICE);
            pause(slice);
            left -= slice;
        }
    }

    /** From 10 ms to a second; 20 pages cost ten seconds. */
    static long wait(int inARow) {
        if (inARow == 0) {
            return 0;
        }
        return Math.min(LONGEST, Math.round(FIRST * Math.pow(GROWTH, inARow - 1.0)));
    }

    private void pause(long millis) {
        try {
            sleep.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VendorException(
                    VendorException.Kind.UNAVAILABLE,
                    "The request was given up before the vendor answered.");
        }
    }
}
