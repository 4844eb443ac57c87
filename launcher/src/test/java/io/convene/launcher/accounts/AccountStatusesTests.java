package io.convene.launcher.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountStatusesTests {
    private final AccountStatuses statuses = new AccountStatuses();

    @Test
    void takesAnAccountForActiveUntilItsCredentialsAreRefused() {
        assertThat(statuses.of("a").status()).isEqualTo(AccountStatus.ACTIVE);
        statuses.refused("a", "Invalid API key.");

        assertThat(statuses.of("a").status()).isEqualTo(AccountStatus.NEEDS_REAUTH);
        assertThat(statuses.of("a").lastError()).contains("Invalid API key.");
        assertThat(statuses.of("b").status().text()).isEqualTo("active");
    }

    @Test
    void takesItForActiveAgainAfterASuccess() {
        statuses.refused("a", "Invalid API key.");
        statuses.accepted("a");

        assertThat(statuses.of("a").status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(statuses.of("a").lastError()).isEmpty();
    }

    @Test
    void keepsAVendorsWordsToOneLineOfReasonableLength() {
        statuses.refused("a", "one\r\ntwo " + "x".repeat(5_000));

        assertThat(statuses.of("a").lastError().orElseThrow())
                .startsWith("one two x")
                .hasSizeLessThan(510);
    }

    @Test
    void forgetsAnAccount() {
        statuses.refused("a", "Invalid API key.");
        statuses.forget("a");

        assertThat(statuses.of("a").status()).isEqualTo(AccountStatus.ACTIVE);
    }
}
