package io.convene.launcher.query;

import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.launcher.containment.DetachedTask;
import io.convene.launcher.egress.wire.VendorFailure;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pages that are being read while an earlier one is written, in their order. Belongs to one
 * request.
 */
final class Lookahead implements AutoCloseable {
    private record StartedPage(Position position, DetachedTask<Batch> task) {}

    private final BatchReader reader;
    private final Deque<StartedPage> started = new ArrayDeque<>();

    Lookahead(BatchReader reader) {
        this.reader = reader;
    }

    /** How many pages are under way. */
    int size() {
        return started.size();
    }

    boolean isUnderWay(Position position) {
        return started.stream().anyMatch(one -> one.position().equals(position));
    }

    /** Begins to read a page on a thread of its own. */
    void start(Position position, int most) {
        DetachedTask<Batch> task = new DetachedTask<>(() -> reader.read(position, 0, "", most));
        started.add(new StartedPage(position, task));
        task.start("page-ahead");
    }

    /**
     * The page at that position: the one under way, or read now. Others that were begun before it
     * are given up.
     *
     * @throws VendorFailure when the vendor gave no usable answer
     */
    Batch take(Position position, int most) {
        while (!started.isEmpty()) {
            StartedPage first = started.remove();
            if (first.position().equals(position)) {
                return await(first.task());
            }
            first.task().cancel(true);
        }
        return reader.read(position, 0, "", most);
    }

    private static Batch await(DetachedTask<Batch> task) {
        try {
            return task.await();
        } catch (VendorException e) {
            throw VendorFailure.of(e);
        }
    }

    /** Gives up the calls still under way. */
    @Override
    public void close() {
        started.forEach(one -> one.task().cancel(true));
        started.clear();
    }
}
