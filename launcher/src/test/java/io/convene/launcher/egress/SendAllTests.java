package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.time.Deadline;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class SendAllTests {
    private static final TestProvider PROVIDER = TestProvider.with(BY_KEY);

    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch eight = new CountDownLatch(8);
    private final CountDownLatch gone = new CountDownLatch(1);
    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new Fixture(this::answer);
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    private void answer(WireRequest request, WireConnection wire) throws Exception {
        switch (request.path()) {
            case "/break" -> wire.breakOff();
            case "/silent" -> {
                wire.untilGone();
                gone.countDown();
            }
            default -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                eight.countDown();
                // Eight are here at once, or this hangs.
                eight.await(20, TimeUnit.SECONDS);
                now.decrementAndGet();
                wire.reply(200, request.path());
            }
        }
    }

    @Test
    void answersComeInOrderAndEightAreUnderWayAtOnce() {
        List<VendorRequest> requests =
                IntStream.range(0, 20).mapToObj(i -> fixture.get("/" + i).build()).toList();

        assertThat(fixture.connect(PROVIDER).sendAll(requests))
                .extracting(VendorResponse::text)
                .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "/" + i).toList());
        assertThat(most).hasValue(8);
    }

    @Test
    void theFirstFailureEndsTheRest() throws InterruptedException {
        List<VendorRequest> requests = new ArrayList<>(List.of(fixture.get("/silent").build()));
        requests.add(fixture.get("/break").build());

        assertThat(failure(Kind.UNAVAILABLE, () -> fixture.connect(PROVIDER).sendAll(requests)))
                .hasMessageContaining("The connection to 127.0.0.1");
        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void callsBeyondTheLimitEndItAll() {
        AccountVendor vendor =
                fixture.egress.connect(
                        fixture.account(), PROVIDER, Deadline.in(Duration.ofSeconds(30)), 3);

        failure(
                Kind.EXHAUSTED,
                () -> vendor.sendAll(Collections.nCopies(9, fixture.get("/silent").build())));
    }

    @Test
    void anInterruptedRequestTakesItsCallsAlong() throws InterruptedException {
        AccountVendor vendor = fixture.connect(PROVIDER);
        VendorRequest silent = fixture.get("/silent").build();
        Thread request =
                Thread.startVirtualThread(() ->
                        failure(Kind.UNAVAILABLE, () -> vendor.sendAll(List.of(silent, silent))));
        await().atMost(Duration.ofMinutes(1)).until(() -> fixture.vendor.received().size() == 2);
        request.interrupt();

        assertThat(request.join(Duration.ofSeconds(20))).isTrue();
        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noRequestsMeanNoAnswers() {
        assertThat(fixture.connect(PROVIDER).sendAll(List.of())).isEmpty();
    }
}
