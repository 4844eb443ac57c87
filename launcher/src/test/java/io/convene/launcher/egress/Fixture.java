package io.convene.launcher.egress;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.time.Deadline;
import io.convene.testing.WireServer;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A vendor on loopback, an egress that may ask it, and an account. */
public final class Fixture implements AutoCloseable {
    public static final Map<String, String> CREDENTIALS =
            Map.of(
                    "api_key", "key-5ecret",
                    "user", "user@5ecret",
                    "password", "pass/5ecret+",
                    "client_id", "client-5ecret",
                    "client_secret", "very-5ecret");

    final WireServer vendor;
    public final Metrics metrics = new Metrics();
    public final Egress egress;

    public Fixture(WireServer.Handler handler) throws IOException {
        this(handler, Duration.ofSeconds(30), 32 << 20);
    }

    public Fixture(WireServer.Handler handler, Duration tokenTimeout, int maxBody)
            throws IOException {
        this(handler, config -> config.maxBody(maxBody).tokenTimeout(tokenTimeout));
    }

    public Fixture(WireServer.Handler handler, Resilience rules) throws IOException {
        this(handler, config -> config.resilience(rules));
    }

    public Fixture(WireServer.Handler handler, UnaryOperator<EgressConfig> configured)
            throws IOException {
        vendor = WireServer.start(handler);
        egress = Egress.of(configured.apply(EgressConfig.allowing(Set.of(vendor.host()))), metrics);
    }

    public Account account() {
        return account(CREDENTIALS);
    }

    public Account account(Map<String, String> credentials) {
        return account("a1", credentials, Map.of("base_url", vendor.url()));
    }

    public static Account account(
            String id, Map<String, String> credentials, Map<String, String> settings) {
        return new Account(id, "acme", "testing", Optional.empty(), credentials, settings);
    }

    /** The vendor of an account with that quota, which may be asked for half a minute. */
    public AccountVendor paced(String id, String quota) {
        return egress.connect(
                account(id, CREDENTIALS, Map.of("quota", quota)),
                TestProvider.with(TestProvider.BY_KEY),
                Deadline.in(Duration.ofSeconds(30)),
                1000);
    }

    public AccountVendor connect(TestProvider provider) {
        return connect(provider, Duration.ofSeconds(30));
    }

    public AccountVendor connect(TestProvider provider, Duration deadline) {
        return egress.connect(account(), provider, Deadline.in(deadline), 20);
    }

    public VendorRequest.Builder get(String path) {
        return VendorRequest.get(vendor.url() + path);
    }

    VendorRequest.Builder post(String path) {
        return VendorRequest.post(vendor.url() + path);
    }

    /** The failure of that kind which the call ends with; none of its words may be a secret. */
    public static VendorException failure(VendorException.Kind kind, ThrowingCallable call) {
        Throwable thrown = Assertions.catchThrowable(call);
        VendorException failure =
                thrown instanceof VendorFailure whole ? whole.reason() : (VendorException) thrown;
        Assertions.assertThat(failure).isNotNull();
        Assertions.assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        Assertions.assertThat(failure.toString()).doesNotContain("5ecret");
        Assertions.assertThat(failure.getCause()).isNull();
        return failure;
    }

    @Override
    public void close() throws IOException {
        egress.close();
        vendor.close();
    }
}
