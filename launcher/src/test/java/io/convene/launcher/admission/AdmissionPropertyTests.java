package io.convene.launcher.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.metrics.Metrics;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Whatever requests come at once: the limits hold, and nobody is forgotten. */
class AdmissionPropertyTests {
    private static final int REQUESTS = 300;

    /** Much longer than all requests together take, so that a refusal means a forgotten one. */
    private static final Duration QUEUE = Duration.ofSeconds(20);

    @Property(tries = 30)
    void everyRequestIsServedWithinTheLimits(
            @ForAll @IntRange(min = 2_400, max = 3_200) int places,
            @ForAll @IntRange(min = 1, max = 5) int account,
            @ForAll @IntRange(min = 1, max = 10) int token,
            @ForAll @IntRange(min = 1, max = 5) int vendor,
            @ForAll long seed)
            throws InterruptedException {
        Admission admission =
                new Admission(
                        new AdmissionConfig(places, QUEUE, 1, new Shares(account, token, vendor)),
                        new Metrics());
        Load load = new Load();
        run(admission, load, new Random(seed), REQUESTS);

        assertThat(load.refused).hasValue(0);
        assertThat(load.highest("account")).isLessThanOrEqualTo(Shares.of(account, places));
        assertThat(load.highest("token")).isLessThanOrEqualTo(Shares.of(token, places));
        assertThat(load.highest("vendor")).isLessThanOrEqualTo(Shares.of(vendor, places));
        assertThat(admission.inProgress()).isZero();
        assertThat(admission.waiting()).isZero();
    }

    @Property(tries = 30)
    void fewPlacesAreSharedByAllWithoutLosingOne(
            @ForAll @IntRange(min = 2, max = 20) int places, @ForAll long seed)
            throws InterruptedException {
        Admission admission =
                new Admission(
                        new AdmissionConfig(
                                places, Duration.ofMillis(2), 1, new Shares(30, 60, 70)),
                        new Metrics());
        Load load = new Load();
        run(admission, load, new Random(seed), REQUESTS);

        assertThat(load.highest("all")).isLessThanOrEqualTo(places);
        assertThat(load.served.get() + load.refused.get()).isEqualTo(REQUESTS);
        assertThat(admission.inProgress()).isZero();
        assertThat(admission.waiting()).isZero();
    }

    private static void run(Admission admission, Load load, Random random, int requests)
            throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            int account = random.nextInt(12);
            Requester who =
                    new Requester("a" + account, "t" + random.nextInt(3), "v" + account % 3);
            Rank rank = random.nextInt(4) == 0 ? Rank.STREAM : Rank.LIST;
            int nanos = random.nextInt(200_000);
            threads.add(Thread.startVirtualThread(() -> load.request(admission, who, rank, nanos)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** What is in progress, counted from outside. */
    private static final class Load {
        private final Map<String, AtomicInteger> now = new ConcurrentHashMap<>();
        private final Map<String, Integer> most = new ConcurrentHashMap<>();
        private final AtomicInteger served = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();

        void request(Admission admission, Requester who, Rank rank, int nanos) {
            List<String> keys =
                    List.of(
                            "account " + who.account(),
                            "token " + who.token(),
                            "vendor " + who.vendor(),
                            "all");
            try (Place _ = admission.enter(who, rank)) {
                keys.forEach(key -> most.merge(key, count(key).incrementAndGet(), Math::max));
                long end = System.nanoTime() + nanos;
                while (System.nanoTime() < end) {
                    Thread.yield();
                }
                served.incrementAndGet();
                keys.forEach(key -> count(key).decrementAndGet());
            } catch (OverloadException e) {
                refused.incrementAndGet();
            }
        }

        int highest(String kind) {
            return most.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(kind))
                    .mapToInt(Map.Entry::getValue)
                    .max()
                    .orElse(0);
        }

        private AtomicInteger count(String key) {
            return now.computeIfAbsent(key, _ -> new AtomicInteger());
        }
    }
}
