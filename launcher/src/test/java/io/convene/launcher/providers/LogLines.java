package io.convene.launcher.providers;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log's entries about bundles, from its creation until it is closed. */
final class LogLines implements AutoCloseable {
    static {
        // The launcher itself logs by System.Logger alone.
        LogLines.class
                .getModule()
                .addReads(ModuleLayer.boot().findModule("java.logging").orElseThrow());
    }

    private final Capture capture = new Capture();

    /** The entries that contain all of these texts. */
    List<String> with(String... texts) {
        return capture.records.stream()
                .map(LogRecord::getMessage)
                .filter(line -> List.of(texts).stream().allMatch(line::contains))
                .toList();
    }

    /** Whether an entry holds the thrown object itself, which would keep the bundle in memory. */
    boolean holdsThrowables() {
        return capture.records.stream().anyMatch(entry -> entry.getThrown() != null);
    }

    @Override
    public void close() {
        capture.logger.setFilter(null);
    }

    /** A class of its own, so that it is loaded once the module may be read. */
    private static final class Capture implements Filter {
        // Held, as the logging system would drop it.
        private final Logger logger = Logger.getLogger("io.convene.launcher.bundles");
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        Capture() {
            logger.setFilter(this);
        }

        @Override
        public boolean isLoggable(LogRecord entry) {
            records.add(entry);
            return false;
        }
    }
}
