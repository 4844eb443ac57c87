package io.convene.launcher.egress;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.accounts.Account;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A vendor on loopback, an egress that may ask it, and an account. */
final class Fixture implements AutoCloseable {
    static final Map<String, String> CREDENTIALS =
            Map.of(
                    "api_key", "key-5ecret",
                    "user", "user@5ecret",
                    "password", "pass/5ecret+",
                    "client_id", "client-5ecret",
                    "client_secret", "very-5ecret");

    final VendorServer vendor;
    final Egress egress;

    Fixture(VendorServer.Handler handler) throws IOException {
        this(handler, Duration.ofSeconds(30), 32 << 20);
    }

    Fixture(VendorServer.Handler handler, Duration tokenTimeout, int maxBody) throws IOException {
        vendor = VendorServer.start(handler);
        egress =
                Egress.of(
                        EgressConfig.allowing(Set.of(vendor.host()))
                                .maxBody(maxBody)
                                .tokenTimeout(tokenTimeout));
    }

    Account account() {
        return account(CREDENTIALS);
    }

    Account account(Map<String, String> credentials) {
        return new Account(
                "a1",
                "acme",
                "testing",
                Optional.empty(),
                credentials,
                Map.of("base_url", vendor.url()));
    }

    AccountVendor connect(TestProvider provider) {
        return connect(provider, Duration.ofSeconds(30));
    }

    AccountVendor connect(TestProvider provider, Duration deadline) {
        return egress.connect(account(), provider, Deadline.in(deadline), 20);
    }

    VendorRequest.Builder get(String path) {
        return VendorRequest.get(vendor.url() + path);
    }

    VendorRequest.Builder post(String path) {
        return VendorRequest.post(vendor.url() + path);
    }

    /** The failure of that kind which the call ends with; none of its words may be a secret. */
    static VendorException failure(VendorException.Kind kind, ThrowingCallable call) {
        VendorException failure = Assertions.catchThrowableOfType(VendorException.class, call);
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
