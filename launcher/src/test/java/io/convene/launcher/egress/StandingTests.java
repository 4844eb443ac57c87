package io.convene.launcher.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.launcher.accounts.AccountStatus;
import io.convene.launcher.egress.wire.VendorFailure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;

/** An account's calls show whether its credentials are valid. */
class StandingTests {
    private Fixture fixture;
    private AccountVendor vendor;

    @BeforeEach
    void connect() throws IOException {
        fixture = new Fixture((request, wire) -> wire.reply(200, "{}"));
        vendor = fixture.connect(TestProvider.with(TestProvider.BY_KEY));
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    @Test
    void needsOtherCredentialsUntilACallSucceeds() {
        vendor.failed(
                VendorFailure.of(
                        new VendorException(Kind.BAD_CREDENTIALS, "The key key-5ecret is wrong.")));

        assertThat(fixture.egress.statuses().of("a1").status())
                .isEqualTo(AccountStatus.NEEDS_REAUTH);
        assertThat(fixture.egress.statuses().of("a1").lastError().orElseThrow())
                .startsWith("The key ")
                .doesNotContain("5ecret");
        vendor.accepted();
        assertThat(fixture.egress.statuses().of("a1").status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BAD_CREDENTIALS")
    void staysActiveWhateverElseGoesWrong(Kind kind) {
        vendor.failed(VendorFailure.of(new VendorException(kind, "No.")));

        assertThat(fixture.egress.statuses().of("a1").status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    void isForgottenWithTheAccount() {
        vendor.failed(VendorFailure.of(new VendorException(Kind.BAD_CREDENTIALS, "No.")));
        fixture.egress.forgetAccount("a1");

        assertThat(fixture.egress.statuses().of("a1").status()).isEqualTo(AccountStatus.ACTIVE);
    }
}
