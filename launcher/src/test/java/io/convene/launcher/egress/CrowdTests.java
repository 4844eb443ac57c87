package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A slow vendor holds up few calls, and few calls wait for those. */
class CrowdTests {
    private static final TestProvider PROVIDER = TestProvider.with(BY_KEY);

    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new Fixture(this::answer, Resilience.defaults().calling(2, 3));
    }

    @AfterEach
    void stop() throws IOException {
        open.countDown();
        fixture.close();
    }

    private void answer(WireRequest request, WireConnection wire) throws Exception {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        open.await(20, TimeUnit.SECONDS);
        now.decrementAndGet();
        wire.reply(200, "{}");
    }

    @Test
    void someAreUnderWaySomeWaitAndMoreAreRefused() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Thread> waiting = new ArrayList<>();
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                calls.add(threads.submit(() -> call(Duration.ofSeconds(30))));
            }
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> fixture.vendor.received().size() == 2);
            assertThat(failure(Kind.TIMED_OUT, () -> call(Duration.ofMillis(20))))
                    .hasMessage(
                            "127.0.0.1 did not answer earlier calls of the account in time: 2 are"
                                    + " under way, the most at once.");
            AtomicInteger answered = new AtomicInteger();
            for (int i = 0; i < 3; i++) {
                waiting.add(
                        Thread.startVirtualThread(
                                () -> answered.addAndGet(call(Duration.ofSeconds(30)))));
            }
            for (Thread each : waiting) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> each.getState() == Thread.State.TIMED_WAITING);
            }

            assertThat(failure(Kind.RATE_LIMITED, () -> call(Duration.ofSeconds(30))))
                    .hasMessage(
                            "Our own queue for 127.0.0.1 is full: 3 calls of the account wait for"
                                    + " their turn already.");
            assertThat(fixture.vendor.received()).hasSize(2);
            open.countDown();
            for (Future<Integer> call : calls) {
                assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(200);
            }
            for (Thread each : waiting) {
                assertThat(each.join(Duration.ofSeconds(20))).isTrue();
            }
            assertThat(answered).hasValue(600);
            assertThat(most).hasValue(2);
        }
    }

    private int call(Duration deadline) {
        VendorRequest request = fixture.get("/list").build();
        return fixture.connect(PROVIDER, deadline).send(request).status();
    }
}
