package io.convene.launcher.http.connection;

import io.convene.launcher.time.Deadline;
import io.helidon.webserver.WebServer;

import java.time.Duration;

/**
 * Stops the server without failing a request: first every caller is notified, then no connection is
 * accepted any more, then requests under way have until the end of the grace, and the remaining
 * ones are ended.
 */
public final class GracefulStop {
    /** For load balancers and callers to notice, while requests are still accepted. */
    private static final Duration LEAD = Duration.ofSeconds(2);

    /** A server that was not asked for so long, and has no connection, stops at once. */
    private static final Duration UNUSED = Duration.ofSeconds(15);

    /** A connection is not closed before it was without a request so long. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** For answers that say why a request ended. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final long TICK_MILLIS = 20;

    private final WebServer server;
    private final Connections connections;
    private boolean hurried;

    /** The server with these connections. */
    public GracefulStop(WebServer server, Connections connections) {
        this.server = server;
        this.connections = connections;
    }

    /**
     * Stops the server and returns when it is done. The calling thread waits; interrupted, it ends
     * the remaining requests at once. Does nothing when called again.
     *
     * @param grace the time for everything, until the remaining requests are ended; zero ends them
     *     at once
     */
    public void stop(Duration grace) {
        Deadline end = Deadline.in(grace);
        Stopping stopping = connections.stopping();
        if (stopping.isBegun()) {
            return;
        }
        boolean used = !connections.open().isEmpty() || stopping.isRequestedWithin(UNUSED);
        stopping.begin();
        if (used) {
            sleep(shorter(LEAD, grace.dividedBy(2)));
        }
        // It closes the listener first, and then waits for connections, which the code below ends.
        Thread closing =
                Thread.ofPlatform().daemon().name("server-stop").start(() -> server.stop());
        awaitListener();
        Duration idle = used ? shorter(IDLE, grace.dividedBy(4)) : Duration.ZERO;
        Deadline soonest = Deadline.in(idle);
        await(end, soonest, idle);
        connections.open().forEach(CallerConnection::endRequests);
        await(Deadline.in(LAST_WORDS), soonest, Duration.ZERO);
        connections.open().forEach(CallerConnection::cut);
        join(closing);
        connections.close();
    }

    /** Waits until the server has told a connection that its listener is closed. */
    private void awaitListener() {
        Deadline end = Deadline.in(LAST_WORDS);
        Stopping stopping = connections.stopping();
        while (!stopping.isDraining() && !connections.open().isEmpty() && !end.isOver()) {
            sleep(Duration.ofMillis(TICK_MILLIS));
        }
        stopping.drain();
    }

    private void await(Deadline end, Deadline soonest, Duration idle) {
        while (!hurried && !end.isOver() && !(connections.open().isEmpty() && soonest.isOver())) {
            connections
                    .open()
                    .forEach(connection -> {
                        connection.goAway();
                        connection.closeIfIdle(idle.toNanos());
                    });
            sleep(Duration.ofMillis(TICK_MILLIS));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void join(Thread thread) {
        try {
            thread.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            hurried = true;
            Thread.currentThread().interrupt();
        }
    }
}
