package io.convene.launcher.containment;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The behaviour of one generation so far: names its faults, reports them to log and counters, and
 * keeps callers away while it is in quarantine. Holds nothing of the bundle. Thread-safe.
 */
public final class Containment {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int CROWD = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    /** Receives changes of a bundle's behaviour. */
    public interface FaultListener {
        /** The bundle did something wrong. */
        void failed(BundleFault fault);

        /** The bundle is not called from now on, for that reason. */
        void quarantined(String reason);

        /** The bundle is called again. */
        void released();
    }

    private final String integration;
    private final String bundle;
    private final BundleWatch watch;
    private final FaultListener listener;
    private final Quarantine quarantine = new Quarantine(CROWD);
    private final Map<BundleMethod, FaultLog> logs = new EnumMap<>(BundleMethod.class);
    private boolean quarantined;
    private volatile @Nullable Duration drain;

    /**
     * For a bundle that did nothing wrong yet.
     *
     * @param version the bundle's own
     */
    public Containment(
            String integration, String version, BundleWatch watch, FaultListener listener) {
        this.integration = integration;
        this.bundle = "%s@%s".formatted(integration, version);
        this.watch = watch;
        this.listener = listener;
        for (BundleMethod method : BundleMethod.values()) {
            logs.put(method, new FaultLog());
        }
    }

    /** Why the bundle must not be called now, if it must not. */
    public Optional<BundleFault> refusal() {
        return refusal(BundleMethod.REQUEST);
    }

    /**
     * Refuses every call from now on: the bundle was replaced or removed, and the requests on it
     * have had that time to end.
     */
    public void endDraining(Duration after) {
        drain = after;
    }

    Optional<BundleFault> refusal(BundleMethod method) {
        Duration after = drain;
        if (after != null) {
            return Optional.of(replaced(method, after));
        }
        if (!quarantine.isClosed()) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        Optional<String> reason = quarantine.refusal(now);
        tell(reason);
        return reason.map(why ->
                new BundleFault(
                        integration,
                        method,
                        FaultKind.QUARANTINED,
                        "The bundle %s is quarantined because %s. Other integrations are not affected; GET /admin/providers tells more."
                                .formatted(bundle, why),
                        quarantine.left(now)));
    }

    BundleWatch watch() {
        return watch;
    }

    /** The bundle threw that. */
    BundleFault threw(BundleMethod method, CallContext context, String where, Throwable thrown) {
        BundleFault fault =
                fault(
                        method,
                        FaultKind.THREW,
                        "The bundle %s failed in %s(). This is a fault of the bundle, not of the request or the vendor."
                                .formatted(bundle, method.text()));
        report(fault, context, " threw in ", where, ": " + ThrownText.of(thrown, context.clean()));
        return fault;
    }

    /** The bundle returned a value that cannot be used. */
    BundleFault unusable(BundleMethod method, CallContext context, String what) {
        BundleFault fault =
                fault(
                        method,
                        FaultKind.UNUSABLE,
                        "The bundle %s returned nothing usable from %s(): %s. This is a fault of the bundle, not of the request or the vendor."
                                .formatted(bundle, method.text(), what));
        report(fault, context, " returned nothing usable from ", "", ": " + what);
        return fault;
    }

    /** The fault for a call that did not return in time. */
    BundleFault overran(BundleMethod method) {
        return fault(
                method,
                FaultKind.OVERRAN,
                "The bundle %s did not return from %s() in time. This is a fault of the bundle, not of the request or the vendor."
                        .formatted(bundle, method.text()));
    }

    /** A call has not returned at its deadline; its thread is there. */
    void report(BundleMethod method, CallContext context, StackTraceElement[] stack) {
        report(
                overran(method),
                context,
                " has not returned in time from ",
                "",
                "; it is interrupted here:" + ThrownText.of(stack));
        quarantine.overran(method, System.nanoTime());
        refusal(method);
    }

    void counted(int busy, int abandoned) {
        quarantine.counted(busy, abandoned);
        if (quarantine.isClosed()) {
            tell(quarantine.refusal(System.nanoTime()));
        }
    }

    private BundleFault replaced(BundleMethod method, Duration after) {
        return new BundleFault(
                integration,
                method,
                FaultKind.REPLACED,
                "The bundle %s was replaced or removed, and this request did not end within %s after that (providers.drain); send it again."
                        .formatted(bundle, after),
                SOON);
    }

    private BundleFault fault(BundleMethod method, FaultKind kind, String message) {
        return new BundleFault(integration, method, kind, message, Duration.ZERO);
    }

    private void report(
            BundleFault fault, CallContext context, String what, String where, String details) {
        listener.failed(fault);
        boolean oneRecord = fault.method() == BundleMethod.MAP && fault.kind() == FaultKind.THREW;
        logOf(fault.method())
                .add(
                        oneRecord ? Level.WARNING : Level.ERROR,
                        "bundle %s%s%s()%s%s%s"
                                .formatted(
                                        bundle,
                                        what,
                                        fault.method().text(),
                                        where,
                                        named(", account ", context.account()),
                                        named(", request ", context.request())),
                        details);
    }

    private FaultLog logOf(BundleMethod method) {
        return logs.getOrDefault(method, new FaultLog());
    }

    private static String named(String what, String name) {
        return name.isEmpty() ? "" : what + name;
    }

    private void tell(Optional<String> reason) {
        synchronized (this) {
            if (reason.isPresent() == quarantined) {
                return;
            }
            quarantined = reason.isPresent();
        }
        reason.ifPresentOrElse(listener::quarantined, listener::released);
    }
}
