package io.convene.bench.load;

import io.convene.bench.BenchException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks a server that is only starting until it answers. */
public final class FirstAnswer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK = Duration.ofMillis(1).toNanos();
    private static final int KEPT = 200;

    private FirstAnswer() {}

    /**
     * Waits for the complete first answer. A port on which nobody listens yet is tried again a
     * millisecond later; an answer that is not a page is a failure.
     *
     * @param since the start of the wait, by {@link System#nanoTime()}
     * @param end a text that the last bytes of the answer must contain
     * @return milliseconds since then
     */
    public static double await(URI url, String token, long since, String end) {
        byte[] request =
                KeptConnection.request("GET", url, "Authorization: Bearer " + token + "\r\n", "");
        while (System.nanoTime() - since < PATIENCE.toNanos()) {
            try (KeptConnection connection = new KeptConnection(url)) {
                String found = connection.exchange(request, KEPT);
                double milliseconds = (System.nanoTime() - since) / 1e6;
                if (!found.contains(end)) {
                    throw new BenchException("the first answer ends otherwise: " + found);
                }
                return milliseconds;
            } catch (ConnectException e) {
                LockSupport.parkNanos(LOOK);
            } catch (IOException e) {
                throw new BenchException("the first answer broke off: " + e);
            }
        }
        throw new BenchException(url + " did not answer after " + PATIENCE.toSeconds() + " s");
    }
}
