package io.convene.launcher.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose request it is. */
class RequesterTests {
    private static String vendor(Map<String, String> settings) {
        Account account = new Account("id", "", "greenhouse", Optional.empty(), Map.of(), settings);
        CallerToken token = new CallerToken("backend", "hash", Set.of(), Set.of("*"));
        return Requester.of(account, token).vendor();
    }

    @Test
    void namesTheIntegrationWhenNoSettingNamesAHost() {
        assertThat(vendor(Map.of())).isEqualTo("greenhouse");
        assertThat(vendor(Map.of("zone", "Europe/Paris"))).isEqualTo("greenhouse");
        assertThat(vendor(Map.of("note", "http://[not a url"))).isEqualTo("greenhouse");
    }

    @Test
    void namesTheHostOfASetting() {
        assertThat(vendor(Map.of("base_url", "https://eu.vendor.example:8443/v3")))
                .isEqualTo("eu.vendor.example:8443");
    }
}
