package io.convene.launcher.metrics;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The process and the Java runtime it is, under the names that Prometheus's own Java client gives
 * them, so that the usual dashboards work. Read only when the metrics are read.
 */
public final class ProcessMetrics {
    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    private ProcessMetrics() {}

    /** Adds them, and which build of Convene it is. */
    public static void register(Metrics metrics) {
        String version = version();
        metrics.read(
                MetricKind.GAUGE,
                "convene_build_info",
                "Which build of Convene this is; always 1.",
                List.of("version"),
                out -> out.add(1, version));
        runtime(metrics);
        memory(metrics);
        process(metrics);
    }

    /** The version of this build of Convene; empty when it is not a module. */
    public static String version() {
        Module module = ProcessMetrics.class.getModule();
        return module.isNamed() ? module.getDescriptor().rawVersion().orElse("") : "";
    }

    private static void runtime(Metrics metrics) {
        metrics.read(
                MetricKind.GAUGE,
                "jvm_runtime_info",
                "The Java runtime; always 1.",
                List.of("runtime", "vendor", "version"),
                out ->
                        out.add(
                                1,
                                System.getProperty("java.runtime.name", ""),
                                System.getProperty("java.vendor", ""),
                                System.getProperty("java.runtime.version", "")));
        metrics.read(
                MetricKind.SUMMARY,
                "jvm_gc_collection_seconds",
                "Time spent in garbage collections, and how many there were.",
                List.of("gc"),
                ProcessMetrics::collections);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        metrics.gauge(
                "jvm_threads_current",
                "Platform threads; virtual ones are not among them.",
                threads::getThreadCount);
        metrics.gauge(
                "jvm_threads_peak",
                "The most platform threads there were at once.",
                threads::getPeakThreadCount);
        metrics.gauge(
                "jvm_classes_currently_loaded",
                "Classes that are loaded, those of bundles among them.",
                ManagementFactory.getClassLoadingMXBean()::getLoadedClassCount);
    }

    private static void collections(Readings out) {
        for (GarbageCollectorMXBean gc : ManagementFactory.getGarbageCollectorMXBeans()) {
            out.addPart("_count", (double) gc.getCollectionCount(), gc.getName());
            out.addPart("_sum", gc.getCollectionTime() / MILLIS, gc.getName());
        }
    }

    private static void memory(Metrics metrics) {
        areas(metrics, "used", "Memory in use.", MemoryUsage::getUsed);
        areas(metrics, "committed", "Memory the runtime holds.", MemoryUsage::getCommitted);
        areas(metrics, "max", "The most memory the runtime may hold.", MemoryUsage::getMax);
        metrics.read(
                MetricKind.GAUGE,
                "jvm_memory_pool_used_bytes",
                "Memory in use, by pool; classes are in Metaspace.",
                List.of("pool"),
                out ->
                        ManagementFactory.getMemoryPoolMXBeans()
                                .forEach(pool ->
                                        out.add(
                                                (double) pool.getUsage().getUsed(),
                                                pool.getName())));
    }

    private static void areas(
            Metrics metrics, String what, String help, ToLongFunction<MemoryUsage> bytes) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        metrics.read(
                MetricKind.GAUGE,
                "jvm_memory_" + what + "_bytes",
                help,
                List.of("area"),
                out ->
                        Map.of(
                                        "heap", memory.getHeapMemoryUsage(),
                                        "nonheap", memory.getNonHeapMemoryUsage())
                                .forEach((area, usage) -> {
                                    long value = bytes.applyAsLong(usage);
                                    // A value of -1 means that there is no limit.
                                    if (value >= 0) {
                                        out.add((double) value, area);
                                    }
                                }));
    }

    private static void process(Metrics metrics) {
        metrics.gauge(
                "process_start_time_seconds",
                "When the process began, in seconds since 1970.",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            metrics.read(
                    MetricKind.COUNTER,
                    "process_cpu_seconds_total",
                    "Processor time spent.",
                    List.of(),
                    out -> out.add(system.getProcessCpuTime() / NANOS));
        }
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof UnixOperatingSystemMXBean system) {
            metrics.gauge(
                    "process_open_fds",
                    "Open file descriptors; a call under way takes two.",
                    system::getOpenFileDescriptorCount);
            metrics.gauge(
                    "process_max_fds",
                    "The most file descriptors that may be open.",
                    system::getMaxFileDescriptorCount);
        }
    }
}
