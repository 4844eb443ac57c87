package io.convene.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class GreenhouseTokenEndpointTests {

    private final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.parse("2026-06-15T09:00:00Z"));
    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox =
                Sandbox.builder()
                        .interviews(5)
                        .clock(time::get)
                        .rateLimits(true)
                        .tokenLifetime(Duration.ofMinutes(10))
                        .start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        caller.close();
        sandbox.close();
    }

    private Caller.Answer ask(String user, String password, String form) {
        return caller.post(
                sandbox.settings("greenhouse").get("token_url"),
                form,
                "Authorization",
                Caller.basic(user, password),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private Caller.Answer list(String token) {
        return caller.get(
                caller.url("greenhouse", "/v3/interviews"), "Authorization", "Bearer " + token);
    }

    @Test
    void answersEachMistakeInItsOwnShape() {
        String form = "grant_type=client_credentials";
        String client = sandbox.credentials("greenhouse").get("client_id");

        assertThat(caller.post(sandbox.settings("greenhouse").get("token_url"), "").text())
                .startsWith("{\"message\":\"Unauthorized\",\"errorId\":\"err-");
        assertThat(ask("notaclient", "x", form).status()).isEqualTo(400);
        assertThat(ask("notaclient", "x", form).text())
                .startsWith(
                        "{\"message\":\"client_id=notaclient does not contain a valid client ID suffix\"");
        assertThat(ask(client, "wrong", form).status()).isEqualTo(401);
        assertThat(ask(client, "wrong", form).text()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(ask(client, "wrong", "").text())
                .isEqualTo(
                        "{\"message\":\"Must include `grant_type` parameter in /token request\"}");
        assertThat(ask(client, "wrong", "grant_type=not_a_grant").text())
                .startsWith(
                        "{\"message\":\"grant_type=not_a_grant is invalid, please use one of: authorization_code,");
    }

    @Test
    void saysTheLifetimeInBothKnownForms() {
        var credentials = sandbox.credentials("greenhouse");
        String form = "grant_type=client_credentials";

        var first =
                ask(credentials.get("client_id"), credentials.get("client_secret"), form).object();
        var second =
                ask(credentials.get("client_id"), credentials.get("client_secret"), form).object();

        assertThat(first.getInt("expires_in")).isEqualTo(600);
        assertThat(second.getString("expires_at")).isEqualTo("2026-06-15T09:10:00.000Z");
    }

    @Test
    void refusesATokenOnceItHasExpired() {
        String token = caller.greenhouseToken();

        assertThat(list(token).status()).isEqualTo(200);
        time.set(time.get().plus(Duration.ofMinutes(10)));
        assertThat(list(token).status()).isEqualTo(401);
        assertThat(list(caller.greenhouseToken()).status()).isEqualTo(200);
    }

    @Test
    void refusesTheSeventySixthCallOfAWindowAndSaysWhenToComeBack() {
        String token = caller.greenhouseToken();
        for (int i = 0; i < 75; i++) {
            assertThat(list(token).header("X-RateLimit-Remaining"))
                    .isEqualTo(Integer.toString(74 - i));
        }

        Caller.Answer refused = list(token);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        time.set(time.get().plus(Duration.ofSeconds(30)));
        assertThat(list(token).status()).isEqualTo(200);
    }

    @Test
    void countsWhatWasCalled() {
        String token = caller.greenhouseToken();
        list(token);
        list(token);

        assertThat(sandbox.calls("greenhouse", "/token")).isEqualTo(1);
        assertThat(sandbox.calls("greenhouse", "/v3/")).isEqualTo(2);
        assertThat(sandbox.calls("fountain", "")).isZero();
        assertThat(sandbox.calls())
                .extracting(RecordedCall::path)
                .containsExactly("/token", "/v3/interviews", "/v3/interviews");
        sandbox.clearCalls();
        assertThat(sandbox.calls()).isEmpty();
    }
}
