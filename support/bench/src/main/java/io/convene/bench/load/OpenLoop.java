package io.convene.bench.load;

import io.convene.bench.BenchException;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a steady rate, whether or not earlier ones have been answered. Latency counts from
 * the moment a request should have been sent, so that a stall counts for all requests that were due
 * meanwhile.
 *
 * @param url the URL
 * @param request the bytes to send
 */
public record OpenLoop(URI url, @SuppressWarnings("ArrayRecordComponent") byte[] request) {
    private static final int CONNECTIONS = 8;

    /** A GET with a token. */
    public static OpenLoop get(URI url, String token) {
        return new OpenLoop(
                url,
                KeptConnection.request("GET", url, "Authorization: Bearer " + token + "\r\n", ""));
    }

    /** A POST of JSON. */
    public static OpenLoop post(URI url, String authorization, String json) {
        String head = "Authorization: " + authorization + "\r\nContent-Type: application/json\r\n";
        return new OpenLoop(url, KeptConnection.request("POST", url, head, json));
    }

    /** Sends so many requests a second for so long. */
    public Load run(int perSecond, Duration duration) {
        int count = Math.toIntExact(perSecond * duration.toSeconds());
        long interval = Duration.ofSeconds(1).toNanos() / perSecond;
        long[] latencies = new long[count];
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            // Connections and threads first, so that none of them costs the first requests.
            long start = System.nanoTime() + Duration.ofMillis(200).toNanos();
            List<Future<Void>> lanes = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                lanes.add(threads.submit(lane(i, start, interval, latencies)));
            }
            for (Future<Void> lane : lanes) {
                lane.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        } catch (ExecutionException e) {
            throw new BenchException("load on " + url + " failed: " + e.getCause());
        }
        Arrays.sort(latencies);
        return new Load(
                count,
                duration.toSeconds(),
                0,
                quantile(latencies, 0.50),
                quantile(latencies, 0.99));
    }

    /** Every eighth request: one is late only when the same lane's last took eight intervals. */
    private Callable<Void> lane(int first, long start, long interval, long[] latencies) {
        return () -> {
            try (KeptConnection connection = new KeptConnection(url)) {
                for (int i = first; i < latencies.length; i += CONNECTIONS) {
                    long intended = start + i * interval;
                    sleepUntil(intended);
                    connection.exchange(request);
                    latencies[i] = System.nanoTime() - intended;
                }
            }
            return null;
        };
    }

    private static void sleepUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static double quantile(long[] sorted, double quantile) {
        int index = (int) Math.ceil(quantile * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
    }
}
