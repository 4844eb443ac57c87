package io.convene.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

class FaultTests {

    private static Sandbox sandbox;
    private static Caller caller;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().now(Instant.parse("2026-06-15T00:00:00Z")).start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void clear() {
        sandbox.clearFaults();
    }

    @AfterAll
    static void stop() {
        caller.close();
        sandbox.close();
    }

    private static Caller.Answer fountain() {
        String path = "/applicants/" + sandbox.applicantIds().getFirst() + "/booked_slots";
        return caller.get(
                caller.url("fountain", path),
                "X-ACCESS-TOKEN",
                sandbox.credentials("fountain").get("api_key"));
    }

    private static Caller.Answer ashby(String body) {
        return caller.post(
                caller.url("ashby", "/interviewSchedule.list"),
                body,
                "Authorization",
                Caller.basic(sandbox.credentials("ashby").get("api_key"), ""),
                "Content-Type",
                "application/json");
    }

    @Test
    void answersTooManyRequestsWithAndWithoutATimeToComeBack() {
        sandbox.fail(
                Fault.of("ashby", Fault.Effect.TOO_MANY_REQUESTS)
                        .retryAfter(Duration.ofSeconds(7)));
        sandbox.fail(Fault.of("ashby", Fault.Effect.TOO_MANY_REQUESTS));

        Caller.Answer first = ashby("{}");
        Caller.Answer second = ashby("{}");

        assertThat(List.of(first.status(), second.status())).containsExactly(429, 429);
        assertThat(first.object().getJsonObject("errorInfo").getString("code"))
                .isEqualTo("rate_limited");
        assertThat(first.header("Retry-After")).isEqualTo("7");
        assertThat(second.header("Retry-After")).isEmpty();
        assertThat(ashby("{}").status()).isEqualTo(200);
    }

    @Test
    void strikesAsOftenAsAskedAfterAsManyAsAskedOnThePathAsked() {
        sandbox.fail(
                Fault.of("ashby", Fault.Effect.SERVER_ERROR)
                        .times(2)
                        .after(1)
                        .on("/interviewSchedule."));
        String key = Caller.basic(sandbox.credentials("ashby").get("api_key"), "");

        assertThat(Stream.generate(() -> ashby("{}").status()).limit(4))
                .containsExactly(200, 500, 500, 200);
        sandbox.fail(Fault.of("ashby", Fault.Effect.UNAVAILABLE).on("/application"));
        assertThat(ashby("{}").status()).isEqualTo(200);
        assertThat(
                        caller.post(
                                        caller.url("ashby", "/application.info"),
                                        "{}",
                                        "Authorization",
                                        key)
                                .status())
                .isEqualTo(503);
    }

    @Test
    void closesTheConnectionWithoutAnAnswer() {
        sandbox.fail(Fault.of("fountain", Fault.Effect.RESET).times(5));

        assertThatThrownBy(FaultTests::fountain).isInstanceOf(UncheckedIOException.class);
        sandbox.clearFaults();
        assertThat(fountain().status()).isEqualTo(200);
    }

    @Test
    void closesTheConnectionInTheMiddleOfTheBody() {
        sandbox.fail(Fault.of("fountain", Fault.Effect.TRUNCATED).times(5));

        assertThatThrownBy(FaultTests::fountain).isInstanceOf(UncheckedIOException.class);
        sandbox.clearFaults();
        assertThat(fountain().status()).isEqualTo(200);
    }

    @Test
    void answersLate() {
        sandbox.fail(Fault.of("fountain", Fault.Effect.SLOW).delay(Duration.ofMillis(300)));
        long before = System.nanoTime();

        assertThat(fountain().status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void answersAPageForPeople() {
        sandbox.fail(Fault.of("greenhouse", Fault.Effect.HTML).on("/token"));

        Caller.Answer answer = caller.post(sandbox.settings("greenhouse").get("token_url"), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.text()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void swellsABodyWithoutChangingWhatItSays() {
        String usual = fountain().text();
        sandbox.fail(Fault.of("fountain", Fault.Effect.HUGE).size(3_000_000));

        String huge = fountain().text();

        assertThat(huge.getBytes(StandardCharsets.UTF_8))
                .hasSize(usual.getBytes(StandardCharsets.UTF_8).length + 3_000_000);
        assertThat(huge.charAt(0) + huge.substring(1).stripLeading()).isEqualTo(usual);
    }
}
