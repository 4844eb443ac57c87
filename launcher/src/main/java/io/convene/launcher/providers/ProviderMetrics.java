package io.convene.launcher.providers;

import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.metrics.Counter;
import io.convene.launcher.metrics.Family;
import io.convene.launcher.metrics.MetricKind;
import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.providers.rollout.RolloutChange;
import io.convene.launcher.providers.status.ProviderEvent;
import io.convene.launcher.providers.status.ProviderState;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Counts the events of bundles, and lists the present ones. */
public final class ProviderMetrics implements Consumer<ProviderEvent> {
    private final Metrics metrics;
    private final Family<Counter> events;
    private final Family<Counter> faults;
    private final Family<Counter> rollouts;

    /** Must receive every event from the first bundle on. */
    public ProviderMetrics(Metrics metrics) {
        this.metrics = metrics;
        this.events =
                metrics.counters(
                        "convene_provider_events_total",
                        "How often a bundle reached a state.",
                        "integration",
                        "state");
        this.faults =
                metrics.counters(
                        "convene_bundle_failures_total",
                        "Faults of bundles in calls, by method.",
                        "integration",
                        "method",
                        "kind");
        this.rollouts =
                metrics.counters(
                        "convene_provider_rollouts_total",
                        "Changes of the version that accounts get.",
                        "integration",
                        "action");
    }

    @Override
    public void accept(ProviderEvent event) {
        events.of(event.id().orElse(""), text(event.state())).increment();
    }

    /** A rollout changed. */
    private void rolledOut(RolloutChange change) {
        rollouts.of(change.rollout().id(), change.action().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** A running bundle did something wrong. */
    public void failed(BundleFault fault) {
        faults.of(fault.integration(), fault.method().text(), fault.kind().text()).increment();
    }

    /** Tells from now on which bundles there are. */
    public void watch(Providers providers) {
        providers.whenFailing(this::failed);
        providers.whenRolledOut(this::rolledOut);
        metrics.read(
                MetricKind.GAUGE,
                "convene_provider_bundles",
                "Bundles that were found and generations that are not gone yet, by the state they are in.",
                List.of("integration", "version", "state"),
                out ->
                        providers
                                .list()
                                .forEach(status ->
                                        out.add(
                                                1,
                                                status.id().orElse(""),
                                                status.version().orElse(""),
                                                text(status.state()))));
    }

    private static String text(ProviderState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
