package io.convene.launcher.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountStatusesTests {
    private final AccountStatuses standings = new AccountStatuses();

    @Test
    void takesAnAccountForActiveUntilItsCredentialsAreRefused() {
        assertThat(standings.of("a").status()).isEqualTo(AccountStatus.ACTIVE);
        standings.refused("a", "Invalid API key.");

        assertThat(standings.of("a").status()).isEqualTo(AccountStatus.NEEDS_REAUTH);
        assertThat(standings.of("a").lastError()).contains("Invalid API key.");
        assertThat(standings.of("b").status().text()).isEqualTo("active");
    }

    @Test
    void takesItForActiveAgainAfterASuccess() {
        standings.refused("a", "Invalid API key.");
        standings.accepted("a");

        assertThat(standings.of("a").status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(standings.of("a").lastError()).isEmpty();
    }

    @Test
    void keepsAVendorsWordsToOneLineOfReasonableLength() {
        standings.refused("a", "one\r\ntwo " + "x".repeat(5_000));

        assertThat(standings.of("a").lastError().orElseThrow())
                .startsWith("one two x")
                .hasSizeLessThan(510);
    }

    @Test
    void forgetsAnAccount() {
        standings.refused("a", "Invalid API key.");
        standings.forget("a");

        assertThat(standings.of("a").status()).isEqualTo(AccountStatus.ACTIVE);
    }
}
