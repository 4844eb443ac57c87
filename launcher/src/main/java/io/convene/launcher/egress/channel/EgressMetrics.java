package io.convene.launcher.egress.channel;

import io.convene.launcher.metrics.Counter;
import io.convene.launcher.metrics.Family;
import io.convene.launcher.metrics.Histogram;
import io.convene.launcher.metrics.MetricKind;
import io.convene.launcher.metrics.Metrics;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/** The metrics of the calls to vendors, by integration and never by account. Thread-safe. */
public final class EgressMetrics {
    private static final String INTEGRATION = "integration";

    private final Metrics metrics;
    private final Family<Counter> calls;
    private final Family<Histogram> durations;
    private final Family<Counter> repeats;
    private final Family<Counter> heldBack;
    private final Family<Counter> circuits;
    private final Family<Counter> tokens;
    private final ConcurrentHashMap<String, CallMeters> meters = new ConcurrentHashMap<>();

    public EgressMetrics(Metrics metrics) {
        this.metrics = metrics;
        calls =
                metrics.counters(
                        "convene_vendor_calls_total",
                        "Calls that went out to vendors, repetitions and token requests among them, by outcome.",
                        INTEGRATION,
                        "outcome");
        durations =
                metrics.durations(
                        "convene_vendor_call_duration_seconds",
                        "Time from sending a call until its answer was there, or it was given up.",
                        INTEGRATION);
        repeats =
                metrics.counters(
                        "convene_vendor_call_repetitions_total",
                        "Calls that were made once more because the one before failed in passing.",
                        INTEGRATION);
        heldBack =
                metrics.counters(
                        "convene_vendor_calls_held_back_total",
                        "Calls that were not made, by reason.",
                        INTEGRATION,
                        "reason");
        circuits =
                metrics.counters(
                        "convene_vendor_circuit_changes_total",
                        "How often a host was given up for a while (open), and found to be back (closed).",
                        INTEGRATION,
                        "state");
        tokens =
                metrics.counters(
                        "convene_vendor_tokens_total",
                        "Access tokens asked of vendors, by whether one was obtained.",
                        INTEGRATION,
                        "outcome");
    }

    /** The meters of that integration; the same ones each time. */
    public CallMeters of(String integration) {
        CallMeters known = meters.get(integration);
        return known == null ? meters.computeIfAbsent(integration, this::make) : known;
    }

    /** Reads the channels when the metrics are read. */
    void watch(HostChannels channels) {
        gauge(
                channels,
                "convene_vendor_calls_in_flight",
                "Calls to vendors that are under way.",
                HostChannel::underWay);
        gauge(
                channels,
                "convene_vendor_calls_waiting",
                "Calls to vendors that wait for their turn.",
                HostChannel::waiting);
        gauge(
                channels,
                "convene_vendor_circuits_open",
                "Hosts that are given up for a while, each counted once for every account.",
                channel -> channel.circuit().isOpen() ? 1 : 0);
    }

    private void gauge(
            HostChannels channels, String name, String help, ToIntFunction<HostChannel> value) {
        metrics.read(
                MetricKind.GAUGE,
                name,
                help,
                List.of(INTEGRATION),
                out -> {
                    meters.keySet().stream().sorted().forEach(known -> out.add(0, known));
                    channels.forEach(
                            channel -> out.add(value.applyAsInt(channel), channel.integration()));
                });
    }

    private CallMeters make(String integration) {
        return new CallMeters(
                CallMeters.each(CallMeters.Result.class, calls, integration),
                durations.of(integration),
                repeats.of(integration),
                CallMeters.each(CallMeters.HeldBack.class, heldBack, integration),
                new CallMeters.Circuits(
                        circuits.of(integration, "open"), circuits.of(integration, "closed")),
                new CallMeters.TokenCounters(
                        tokens.of(integration, "obtained"), tokens.of(integration, "failed")));
    }
}
