package io.convene.launcher.admission;

import io.convene.launcher.metrics.Counter;
import io.convene.launcher.metrics.Family;
import io.convene.launcher.metrics.Metrics;

/** Requests in progress, waiting and refused, for operators. Thread-safe. */
final class AdmissionMetrics {
    private final Family<Counter> refused;

    /** Registers them. */
    AdmissionMetrics(Metrics metrics, Admission admission) {
        metrics.gauge(
                "convene_requests_in_progress_limit",
                "The most requests for interviews in progress at once.",
                admission::limit);
        metrics.gauge(
                "convene_requests_in_progress",
                "Requests for interviews that have a place.",
                admission::inProgress);
        metrics.gauge(
                "convene_requests_waiting",
                "Requests for interviews that wait for a place.",
                admission::waiting);
        metrics.gauge(
                "convene_answer_memory_bytes",
                "Memory that answers under construction hold.",
                () -> admission.memory().held());
        metrics.gauge(
                "convene_answer_memory_waiting",
                "Requests whose vendor's answer is not read before others are done.",
                () -> admission.memory().waiting());
        refused =
                metrics.counters(
                        "convene_overload_refusals_total",
                        "Requests refused with 503 because there was no place for them.",
                        "limit");
        for (Limited limited : Limited.values()) {
            refused.of(limited.text());
        }
    }

    void refused(Limited limited) {
        refused.of(limited.text()).increment();
    }
}
