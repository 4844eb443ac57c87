package io.convene.launcher;

import com.sun.management.HotSpotDiagnosticMXBean;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Has the serial collector's heap follow the load. That collector gives new objects more room only
 * in a full collection, and never gives memory back by itself: it would either hold the garbage of
 * the busiest minute for ever, or collect too often. So the process starts with little room, and a
 * full collection adds room once requests come, or returns it after a minute without any. Measured:
 * decision 31.
 */
final class HeapSize implements AutoCloseable {
    /** Set by {@code bin/convene}, together with the sizes that this class expects. */
    static final String PROPERTY = "convene.heap.follows";

    private static final Logger LOG = System.getLogger(HeapSize.class.getName());
    private static final Duration TICK = Duration.ofSeconds(1);

    private final HeapLoad load;
    private final Thread watching;
    private volatile boolean closed;

    private HeapSize(SerialCollector collector) {
        this.load = new HeapLoad(collector.youngCollections());
        watching = Thread.ofPlatform().daemon().name("heap-size").start(() -> watch(collector));
    }

    /** Watches from now on, if the process was started for it and has the serial collector. */
    static Optional<HeapSize> watched() {
        return Boolean.getBoolean(PROPERTY)
                ? SerialCollector.find().map(HeapSize::new)
                : Optional.empty();
    }

    private void watch(SerialCollector collector) {
        LockSupport.parkNanos(this, TICK.toNanos());
        while (!closed) {
            try {
                load.next(collector.youngCollections(), collector.oldBytes())
                        .ifPresent(room -> load.resized(collector.resize(room)));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the heap keeps its size from now on", e);
                return;
            }
            LockSupport.parkNanos(this, TICK.toNanos());
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watching);
    }

    /** The two parts of the heap, as the JVM shows them. */
    private record SerialCollector(
            GarbageCollectorMXBean young, MemoryPoolMXBean old, HotSpotDiagnosticMXBean flags) {
        static Optional<SerialCollector> find() {
            Optional<GarbageCollectorMXBean> young =
                    ManagementFactory.getGarbageCollectorMXBeans().stream()
                            .filter(collector -> collector.getName().equals("Copy"))
                            .findFirst();
            Optional<MemoryPoolMXBean> old =
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().equals("Tenured Gen"))
                            .findFirst();
            HotSpotDiagnosticMXBean flags =
                    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return young.flatMap(
                    copying -> old.map(pool -> new SerialCollector(copying, pool, flags)));
        }

        long youngCollections() {
            return young.getCollectionCount();
        }

        long oldBytes() {
            return old.getUsage().getUsed();
        }

        /** Collects everything, and returns the bytes that are alive. */
        long resize(HeapLoad.Room room) {
            // Each order keeps the lower ratio below the higher one.
            if (room == HeapLoad.Room.AMPLE) {
                flags.setVMOption("MaxHeapFreeRatio", "99");
                flags.setVMOption("MinHeapFreeRatio", "97");
            } else {
                flags.setVMOption("MinHeapFreeRatio", "10");
                flags.setVMOption("MaxHeapFreeRatio", "20");
            }
            System.gc();
            long alive = oldBytes();
            LOG.log(Level.DEBUG, () -> "heap for %s, %d bytes alive".formatted(room, alive));
            return alive;
        }
    }
}
