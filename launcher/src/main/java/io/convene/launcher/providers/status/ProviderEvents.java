package io.convene.launcher.providers.status;

import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.providers.rollout.RolloutChange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reports every change to the log and the listeners. A listener's failure does not affect the
 * others.
 */
public final class ProviderEvents {
    private static final System.Logger LOG = System.getLogger("io.convene.launcher.providers");

    private final List<Consumer<ProviderEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<BundleFault>> faultListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<RolloutChange>> rolloutListeners = new CopyOnWriteArrayList<>();
    private final Clock clock = Clock.systemUTC();
    private final boolean logged;

    private ProviderEvents(boolean logged) {
        this.logged = logged;
    }

    /** Events of a server: each change is logged. */
    public static ProviderEvents logged() {
        return new ProviderEvents(true);
    }

    /** Events of a look at bundles: nothing is logged. */
    public static ProviderEvents silent() {
        return new ProviderEvents(false);
    }

    public void listen(Consumer<ProviderEvent> listener) {
        listeners.add(listener);
    }

    public void listenToFaults(Consumer<BundleFault> listener) {
        faultListeners.add(listener);
    }

    /** Tells of a fault of a running bundle, which is in the log already. */
    void failed(BundleFault fault) {
        faultListeners.forEach(listener -> listener.accept(fault));
    }

    /** Tells that listener of every change of a rollout. */
    public void listenToRollouts(Consumer<RolloutChange> listener) {
        rolloutListeners.add(listener);
    }

    /** Tells of a change of a rollout. */
    public void rolledOut(RolloutChange change) {
        log(
                change.action() == RolloutChange.Action.ROLLED_BACK
                        ? System.Logger.Level.WARNING
                        : System.Logger.Level.INFO,
                change::text);
        rolloutListeners.forEach(listener -> listener.accept(change));
    }

    void changed(ProviderStatus status, Optional<String> generation) {
        System.Logger.Level level = level(status.state());
        String finding = level == System.Logger.Level.WARNING ? ": " + found(status) : "";
        log(level, () -> subject(status) + " " + status.state() + finding);
        ProviderEvent event = new ProviderEvent(clock.instant(), status, generation);
        for (Consumer<ProviderEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                note("A listener of provider events failed: " + e);
            }
        }
    }

    /**
     * Operators want to know where a bundle ended; the steps on the way are for those who look for
     * a fault.
     */
    private static System.Logger.Level level(ProviderState state) {
        return switch (state) {
            case DISCOVERED, VERIFIED, RESOLVED, LOADED -> System.Logger.Level.DEBUG;
            case ACTIVE, DRAINING, UNLOADED, SUPERSEDED -> System.Logger.Level.INFO;
            case QUARANTINED, REJECTED, FAILED, LEAKED -> System.Logger.Level.WARNING;
        };
    }

    void warning(ProviderStatus status, Finding warning) {
        log(System.Logger.Level.WARNING, () -> subject(status) + ": " + warning);
    }

    public void note(String message) {
        log(System.Logger.Level.WARNING, () -> message);
    }

    private void log(System.Logger.Level level, Supplier<String> message) {
        if (logged) {
            LOG.log(level, message);
        }
    }

    private static String subject(ProviderStatus status) {
        return status.bundle()
                + status.id()
                        .map(id -> " (" + id + status.version().map(v -> " " + v).orElse("") + ")")
                        .orElse("");
    }

    private static String found(ProviderStatus status) {
        return status.code().map(ProviderCode::code).orElse("")
                + " "
                + status.reason().orElse("")
                + " "
                + status.fix().orElse("");
    }
}
