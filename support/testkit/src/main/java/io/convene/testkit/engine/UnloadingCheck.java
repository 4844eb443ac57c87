package io.convene.testkit.engine;

import io.convene.core.spi.VendorException;
import io.convene.launcher.providers.Lease;
import io.convene.testkit.engine.faults.ErrorChecks;
import io.convene.testkit.engine.host.CallMonitor;
import io.convene.testkit.engine.host.Facts;
import io.convene.testkit.engine.host.Host;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.values.LookupCheck;

import java.lang.ref.WeakReference;
import java.util.Optional;

/** A bundle that is used, let go and looked for in memory. */
final class UnloadingCheck {
    private static final int ATTEMPTS = 15;
    private static final long LONGER_MILLIS = 50;

    private UnloadingCheck() {}

    /** Adds the violations of the rule; the result says why it was not examined, if it was not. */
    static Optional<String> run(Facts facts, CallMonitor monitor, RuleProblems problems) {
        try (Host host = Host.open(facts, "unloading")) {
            WeakReference<ClassLoader> loader = use(host, monitor);
            host.remove();
            WeakReference<Object> witness = new WeakReference<>(new Object());
            for (int i = 0; i < ATTEMPTS && !loader.refersTo(null); i++) {
                System.gc();
                pause(i * LONGER_MILLIS);
            }
            host.reload();
            if (!witness.refersTo(null)) {
                return Optional.of(
                        "this JVM does not collect garbage when System.gc() is called: run without -XX:+DisableExplicitGC.");
            }
            if (!loader.refersTo(null)) {
                problems.add(
                        "The bundle's classes are still in memory after it was used and let go: look for a thread, a thread-local, a shutdown hook, a listener, or an object of the bundle in a static field of the JDK.");
            }
            return Optional.empty();
        }
    }

    // In a method of its own, so that no local variable keeps objects that must be collected.
    private static WeakReference<ClassLoader> use(Host host, CallMonitor monitor) {
        Lease lease = host.lease().orElseThrow();
        WeakReference<ClassLoader> loader =
                new WeakReference<>(lease.uncontained().getClass().getClassLoader());
        try (Subject subject = new Subject(host, lease, monitor)) {
            subject.list(subject.scope(), subject.support().expands(), 50);
            new LookupCheck().run(subject, new RuleProblems());
            ErrorChecks.errors(subject, new RuleProblems());
            new ConcurrencyCheck().run(subject, new RuleProblems());
        } catch (VendorException e) {
            // Other rules tell that the bundle cannot be used; here it was used enough.
        }
        return loader;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
