package io.convene.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;

class ControlTests {

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

    private static String control(String rest) {
        return "http://127.0.0.1:" + sandbox.port() + "/control/" + rest;
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
    void takesFaultsOverHttpAndForgetsThemAgain() {
        Caller.Answer made =
                caller.post(
                        control("faults"),
                        "{\"integration\":\"fountain\",\"kind\":\"429\",\"count\":3,\"retry_after\":1,\"path\":\"/v2/\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(fountain().status()).isEqualTo(429);
        assertThat(
                        caller.get(control("faults"))
                                .object()
                                .getJsonArray("faults")
                                .getJsonObject(0)
                                .getInt("count"))
                .isEqualTo(2);
        caller.send(HttpRequest.newBuilder(URI.create(control("faults"))).DELETE().build());
        assertThat(fountain().status()).isEqualTo(200);
    }

    @Test
    void countsCallsOverHttp() {
        sandbox.clearCalls();
        ashby("{}");

        assertThat(
                        caller.get(control("calls?integration=ashby&path=/interviewSchedule"))
                                .object()
                                .getInt("count"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"integration\":\"ashby\"}",
                "{\"integration\":\"lever\",\"kind\":\"429\"}",
                "{\"integration\":\"ashby\",\"kind\":\"418\"}",
                "{\"integration\":\"ashby\",\"kind\":\"token_expiry\"}",
                "{\"integration\":\"fountain\",\"kind\":\"repeated_cursor\"}",
                "{\"integration\":\"ceipal\",\"kind\":\"empty_page\"}",
                "{\"integration\":\"ashby\",\"kind\":\"429\",\"count\":0}",
                "{\"integration\":\"ashby\",\"kind\":\"429\",\"times\":2}"
            })
    void refusesFaultsItCannotShow(String body) {
        Caller.Answer refused = caller.post(control("faults"), body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.object().getString("message")).isNotBlank();
    }
}
