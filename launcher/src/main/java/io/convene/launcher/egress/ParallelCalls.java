package io.convene.launcher.egress;

import io.convene.launcher.egress.wire.FailureText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** Calls made at once on virtual threads, none of which outlives {@link #map}. */
final class ParallelCalls<A, R> {
    private final List<A> inputs;
    private final Function<A, R> call;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<@Nullable R> results;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    private ParallelCalls(List<A> inputs, Function<A, R> call) {
        this.inputs = inputs;
        this.call = call;
        this.results = new AtomicReferenceArray<>(inputs.size());
    }

    /**
     * The results in the inputs' order; the first failure interrupts the calls under way and is
     * thrown.
     */
    static <A, R> List<R> map(List<A> inputs, int atOnce, Function<A, R> call) {
        if (inputs.size() <= 1) {
            return inputs.stream().map(call).toList();
        }
        return new ParallelCalls<>(inputs, call).run(Math.min(atOnce, inputs.size()));
    }

    private List<R> run(int atOnce) {
        for (int i = 0; i < atOnce; i++) {
            threads.add(Thread.ofVirtual().name("vendor-" + i).unstarted(this::work));
        }
        threads.forEach(Thread::start);
        threads.forEach(this::join);
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
        List<R> ordered = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            R result = results.get(i);
            if (result == null) {
                throw FailureText.givenUp();
            }
            ordered.add(result);
        }
        return ordered;
    }

    private void work() {
        try {
            for (int i = next.getAndIncrement(); i < inputs.size(); i = next.getAndIncrement()) {
                if (failure.get() != null) {
                    return;
                }
                results.set(i, call.apply(inputs.get(i)));
            }
        } catch (RuntimeException | Error e) {
            if (failure.compareAndSet(null, e)) {
                threads.forEach(Thread::interrupt);
            }
        }
    }

    private void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                threads.forEach(Thread::interrupt);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
