package io.convene.launcher.http.connection;

import io.convene.launcher.time.Deadline;
import io.convene.launcher.time.Timeouts;
import io.convene.launcher.time.Timeouts.Watch;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Ends the connections of callers that do not read their answers: the server itself would wait for
 * them without end, and a vendor's connection with it. A write costs no timer of its own.
 * Thread-safe.
 */
public final class SlowCallers implements HttpFeature {
    private static final Logger LOG = System.getLogger(SlowCallers.class.getName());
    private static final int LOOKS_IN_TIME = 8;

    private final Duration most;
    private final Timeouts timeouts;

    /**
     * Looks after writes from now on, until the server stops.
     *
     * @param most the time that a caller has to take one write, which is at most {@link
     *     TimedWriter#PIECE} bytes
     */
    public SlowCallers(Duration most) {
        this.most = most;
        this.timeouts = new Timeouts("slow-callers", most.dividedBy(LOOKS_IN_TIME), LOOKS_IN_TIME);
    }

    /** The same writer, looked after. */
    public DataWriter over(DataWriter writer) {
        return new TimedWriter(writer, this);
    }

    /** Writes that there, which fails when it takes too long. */
    void write(BufferData buffer, DataWriter writer) {
        Watch watch = timeouts.watch(Deadline.in(most));
        // The JDK closes the socket that a virtual thread is interrupted at.
        try (watch) {
            writer.writeNow(buffer);
        } catch (RuntimeException e) {
            if (watch.isOverdue()) {
                LOG.log(
                        Level.INFO,
                        () ->
                                "a caller did not take a piece of its answer within "
                                        + most.toMillis()
                                        + " ms; its connection is closed");
            }
            throw e;
        }
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        // It is below the routes.
    }

    @Override
    public void afterStop() {
        timeouts.close();
    }
}
