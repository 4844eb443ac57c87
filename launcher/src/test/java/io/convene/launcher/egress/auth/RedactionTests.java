package io.convene.launcher.egress.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException;
import io.convene.launcher.accounts.Account;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class RedactionTests {
    private final Account account =
            new Account(
                    "a1",
                    "",
                    "testing",
                    Optional.empty(),
                    Map.of(
                            "id",
                            "client-1",
                            "secret",
                            "s3/c\"r é+t",
                            "long",
                            "client-1-and-more",
                            "user",
                            "7"),
                    Map.of());

    @Test
    void takesOutEveryFormOfEveryCredential() {
        List<String> forms =
                List.of(
                        "client-1",
                        "client-1-and-more",
                        "s3/c\"r é+t",
                        "s3/c\\\"r é+t",
                        "s3\\/c\\\"r é+t",
                        "s3/c\\\"r \\u00e9+t",
                        "s3\\/c\\\"r \\u00E9+t",
                        "s3/c&quot;r é+t",
                        "s3%2Fc%22r+%C3%A9%2Bt",
                        "s3%2Fc%22r%20%C3%A9%2Bt",
                        "s3%2fc%22r+%c3%a9%2bt",
                        basic("client-1:s3/c\"r é+t"),
                        basic("client-1:"),
                        basic("7:client-1"));
        for (String form : forms) {
            assertThat(Redaction.clean("before " + form + ", after", account))
                    .matches("before \\[redacted]=*, after");
        }
    }

    @Test
    void takesOutTokens() {
        assertThat(Redaction.of(account, List.of("eyJ.x-y.z")).clean("Bearer eyJ.x-y.z"))
                .isEqualTo("Bearer [redacted]");
    }

    @Test
    void leavesTextAloneThatOnlyHoldsAShortValue() {
        assertThat(Redaction.clean("{\"page\":7,\"next\":17}", account))
                .isEqualTo("{\"page\":7,\"next\":17}");
    }

    @Test
    void takesOutASecretThatWasCutAtTheEnd() {
        assertThat(Redaction.clean("unknown client-1-and…", account))
                .isEqualTo("unknown [redacted]…");
        assertThat(Redaction.clean("unknown clie…", account)).isEqualTo("unknown [redacted]…");
        assertThat(Redaction.clean("unknown cli…", account)).isEqualTo("unknown cli…");
        assertThat(Redaction.clean("no client-1-a…, nor clien…. Set another.", account))
                .isEqualTo("no [redacted]…, nor [redacted]…. Set another.");
    }

    @Test
    void looksForCutSecretsInABodyAtItsEndAlone() {
        String body = "unknown client-1-a…, ".repeat(100_000);
        assertThat(Redaction.clean(body + "clien…", account))
                .isEqualTo(body.replace("client-1", "[redacted]") + "[redacted]…");
    }

    @Test
    void takesOutSecretsThatLibrariesEscapeInOtherWays() {
        Account odd =
                new Account(
                        "a1",
                        "",
                        "testing",
                        Optional.empty(),
                        Map.of("key", "a<b>&'c/é"),
                        Map.of());
        for (String form :
                List.of(
                        "a\\u003cb\\u003e\\u0026\\u0027c/é",
                        "a\\u003Cb\\u003E\\u0026\\u0027c\\/\\u00E9",
                        "a<b>&'c\\/\\u00e9",
                        "a&lt;b&gt;&amp;&#39;c/é",
                        "a&lt;b&gt;&amp;&#039;c/é",
                        "a&lt;b&gt;&amp;'c/é")) {
            assertThat(Redaction.clean("<" + form + ">", odd)).isEqualTo("<[redacted]>");
        }
    }

    @Test
    void aFailureKeepsItsKindAndTheTimeToWait() {
        Redaction redaction = Redaction.of(account, List.of());
        VendorException limited =
                redaction.clean(
                        VendorException.rateLimited(
                                "client-1 is too fast", Optional.of(Duration.ofSeconds(3))));

        assertThat(limited).hasMessage("[redacted] is too fast");
        assertThat(limited.kind()).isEqualTo(VendorException.Kind.RATE_LIMITED);
        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(3));
    }

    @Test
    void anAccountWithoutCredentialsChangesNothing() {
        Account bare =
                new Account("a1", "", "testing", Optional.empty(), Map.of("key", ""), Map.of());

        assertThat(Redaction.clean("any text …", bare)).isEqualTo("any text …");
    }

    private static String basic(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
