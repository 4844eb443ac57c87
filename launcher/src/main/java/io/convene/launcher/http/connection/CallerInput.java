package io.convene.launcher.http.connection;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A caller's bytes. Read by the connection's own thread; while that is busy with a request, another
 * one can {@link #readAhead}, so that a caller who leaves is noticed. The bytes read ahead are kept
 * for the connection's thread.
 */
final class CallerInput {
    /** More is not read ahead; the connection's end is then noticed later. */
    private static final int MOST_AHEAD = 64 * 1024;

    private final HelidonSocket socket;
    private final DataReader begun;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by lock.
    private final Deque<byte[]> ahead = new ArrayDeque<>();
    private int aheadBytes;
    private boolean reading;
    private boolean ended;
    private @Nullable RuntimeException failure;

    CallerInput(ConnectionContext context) {
        this.socket = context.serverSocket();
        this.begun = context.dataReader();
    }

    /**
     * Waits for the next bytes.
     *
     * @return null at the end
     * @throws ServerConnectionException when the connection failed
     */
    byte @Nullable [] next() {
        if (begun.available() > 0) {
            return begun.readBytes(begun.available());
        }
        lock.lock();
        try {
            while (ahead.isEmpty() && reading) {
                changed.await();
            }
            byte[] kept = ahead.poll();
            if (kept != null) {
                aheadBytes -= kept.length;
                return kept;
            }
            if (failure != null) {
                throw failure;
            }
            if (ended) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("interrupted while waiting for a request", e);
        } finally {
            lock.unlock();
        }
        return read();
    }

    /**
     * Reads on a thread of its own until something came that is not a request's end, as long as
     * nobody else reads.
     *
     * @param gone called when the caller closed the connection or it failed
     */
    void readAhead(Runnable gone) {
        lock.lock();
        try {
            if (reading || ended || failure != null || aheadBytes >= MOST_AHEAD) {
                return;
            }
            reading = true;
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name("caller-ahead").start(() -> readOne(gone));
    }

    /** Reads and discards the caller's further bytes, for at most that long. */
    void discard(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            int taken = 0;
            while (!ended && failure == null && taken < MOST_AHEAD * 4) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                taken += aheadBytes;
                ahead.clear();
                aheadBytes = 0;
                readAhead(() -> {});
                if (changed.awaitNanos(left) <= 0) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void readOne(Runnable gone) {
        byte[] bytes = null;
        RuntimeException failed = null;
        try {
            bytes = read();
        } catch (RuntimeException e) {
            failed = e;
        }
        lock.lock();
        try {
            reading = false;
            failure = failed;
            ended = bytes == null;
            if (bytes != null) {
                ahead.add(bytes);
                aheadBytes += bytes.length;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (bytes == null) {
            gone.run();
        }
    }

    private byte @Nullable [] read() {
        try {
            return socket.get();
        } catch (UncheckedIOException e) {
            throw new ServerConnectionException("the connection failed", e);
        }
    }
}
