package io.convene.launcher.egress.host;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.egress.Egress;
import io.convene.launcher.egress.EgressConfig;
import io.convene.launcher.egress.Fixture;
import io.convene.launcher.egress.TestProvider;
import io.convene.launcher.time.Deadline;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Names of hosts, looked up within a deadline whatever the resolver does. */
@Timeout(60)
class HostAddressesTests {
    private static final Deadline LONG = Deadline.in(Duration.ofSeconds(60));

    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void end() {
        answered.countDown();
    }

    @Test
    void aResolverThatHangsEndsNoLaterThanTheDeadline() {
        EgressConfig config =
                EgressConfig.allowing(Set.of("vendor.test"))
                        .network(Network.direct().lookup(this::hanging));
        try (Egress egress = Egress.of(config)) {
            AccountVendor vendor =
                    egress.connect(
                            Fixture.account("a1", Fixture.CREDENTIALS, Map.of()),
                            TestProvider.with(BY_KEY),
                            Deadline.in(Duration.ofMillis(50)),
                            20);
            assertThat(
                            failure(
                                    Kind.TIMED_OUT,
                                    () ->
                                            vendor.send(
                                                    VendorRequest.get("http://vendor.test/x")
                                                            .build())))
                    .hasMessageMatching(
                            "The name vendor.test was not resolved in time.|"
                                    + "vendor.test did not answer in time.");
        }
    }

    @Test
    void requestsShareALookup() throws Exception {
        HostAddresses names = new HostAddresses(this::hanging);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> names.address("a.test", Deadline.in(Duration.ofMillis(5))))
                    .isInstanceOf(HostAddresses.UnresolvedInTimeException.class);
        }
        assertThat(asked).hasValue(1);
        answered.countDown();
        assertThat(names.address("a.test", LONG)).isEqualTo(InetAddress.getLoopbackAddress());
    }

    @Test
    void addressesAreNotLookedUp() throws Exception {
        HostAddresses names = new HostAddresses(this::hanging);

        assertThat(names.address("127.0.0.9", LONG).getHostAddress()).isEqualTo("127.0.0.9");
        assertThat(names.address("[::1]", LONG).isLoopbackAddress()).isTrue();
        assertThat(asked).hasValue(0);
    }

    @Test
    void anUnknownHostIsLookedUpAgain() {
        HostAddresses names =
                new HostAddresses(host -> {
                    asked.incrementAndGet();
                    throw new UnknownHostException(host);
                });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> names.address("a.test", LONG))
                    .isInstanceOf(UnknownHostException.class);
        }
        assertThat(asked).hasValue(2);
    }

    private InetAddress hanging(String host) throws UnknownHostException {
        asked.incrementAndGet();
        try {
            answered.await();
        } catch (InterruptedException e) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getLoopbackAddress();
    }
}
