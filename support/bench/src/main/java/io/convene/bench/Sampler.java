package io.convene.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Looks a number up at even intervals until it is closed. */
final class Sampler implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Double> values = new ArrayList<>();

    private final ScheduledFuture<?> looking;

    private Sampler(DoubleSupplier number, Duration interval) {
        looking =
                clock.scheduleAtFixedRate(
                        () -> add(number.getAsDouble()),
                        0,
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Begins; the first value is taken at once. */
    static Sampler start(DoubleSupplier number, Duration interval) {
        return new Sampler(number, interval);
    }

    private synchronized void add(double value) {
        values.add(value);
    }

    /** What was found until now. */
    synchronized List<Double> values() {
        return List.copyOf(values);
    }

    @Override
    public void close() {
        looking.cancel(true);
        clock.shutdownNow();
    }
}
