package io.convene.testkit.engine.host;

import io.convene.testkit.engine.report.Counted;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The bundle's calls while one rule is examined, and its mistakes. Thread-safe: pages are read
 * ahead by other threads.
 */
public final class CallMonitor {
    private static final long LONG = Duration.ofSeconds(1).toNanos();

    private final Set<RunningCall> calls = ConcurrentHashMap.newKeySet();
    private final AtomicInteger made = new AtomicInteger();
    private final RuleProblems nulls = new RuleProblems();
    private final RuleProblems failures = new RuleProblems();

    /** A call that has not returned. Two calls are never equal. */
    private static final class RunningCall {
        private final String method;
        private final Thread thread = Thread.currentThread();
        private final long since = System.nanoTime();

        RunningCall(String method) {
            this.method = method;
        }

        long age() {
            return System.nanoTime() - since;
        }
    }

    /** Calls a method of the bundle. */
    public <T> T during(String method, Supplier<T> action) {
        RunningCall call = new RunningCall(method);
        calls.add(call);
        made.incrementAndGet();
        try {
            return action.get();
        } finally {
            calls.remove(call);
        }
    }

    /** Where null was returned or set. */
    public RuleProblems nulls() {
        return nulls;
    }

    /** Where the mapping of a record failed. */
    public RuleProblems failures() {
        return failures;
    }

    /**
     * Where the time went, as the end of a sentence: the innermost call of the bundle that does not
     * return, else the work of the rule's own thread.
     */
    public String stuck(Thread rule) {
        return calls.stream()
                .filter(call -> call.age() > LONG)
                .min(Comparator.comparingLong(RunningCall::age))
                .map(call ->
                        "in the bundle's method %s(), which has not returned for %d s%s. It must end by itself: it may neither wait nor repeat without an end."
                                .formatted(
                                        call.method,
                                        Duration.ofNanos(call.age()).toSeconds(),
                                        place(call.thread).map(" and is at "::concat).orElse("")))
                .orElseGet(() ->
                        "after %s of the bundle, all of which returned%s. Look whether the test vendor answers slowly, or whether the list has no end."
                                .formatted(
                                        Counted.count(made.get(), "call"),
                                        place(rule).map(", at "::concat).orElse("")));
    }

    private static Optional<String> place(Thread thread) {
        return Thrown.place(thread.getStackTrace());
    }
}
