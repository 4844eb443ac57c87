package io.convene.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
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
    void answersTooManyRequestsWithAndWithoutATimeToComeBack() {
        sandbox.fail(
                Fault.of("ashby", Fault.Kind.TOO_MANY_REQUESTS).retryAfter(Duration.ofSeconds(7)));
        sandbox.fail(Fault.of("ashby", Fault.Kind.TOO_MANY_REQUESTS));

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
                Fault.of("ashby", Fault.Kind.SERVER_ERROR)
                        .times(2)
                        .after(1)
                        .on("/interviewSchedule."));
        String key = Caller.basic(sandbox.credentials("ashby").get("api_key"), "");

        assertThat(Stream.generate(() -> ashby("{}").status()).limit(4))
                .containsExactly(200, 500, 500, 200);
        sandbox.fail(Fault.of("ashby", Fault.Kind.UNAVAILABLE).on("/application"));
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
        sandbox.fail(Fault.of("fountain", Fault.Kind.RESET).times(5));

        assertThatThrownBy(FaultTests::fountain).isInstanceOf(UncheckedIOException.class);
        sandbox.clearFaults();
        assertThat(fountain().status()).isEqualTo(200);
    }

    @Test
    void closesTheConnectionInTheMiddleOfTheBody() {
        sandbox.fail(Fault.of("fountain", Fault.Kind.TRUNCATED).times(5));

        assertThatThrownBy(FaultTests::fountain).isInstanceOf(UncheckedIOException.class);
        sandbox.clearFaults();
        assertThat(fountain().status()).isEqualTo(200);
    }

    @Test
    void answersLate() {
        sandbox.fail(Fault.of("fountain", Fault.Kind.SLOW).delay(Duration.ofMillis(300)));
        long before = System.nanoTime();

        assertThat(fountain().status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void answersAPageForPeople() {
        sandbox.fail(Fault.of("greenhouse", Fault.Kind.HTML).on("/token"));

        Caller.Answer answer = caller.post(sandbox.settings("greenhouse").get("token_url"), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.text()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void swellsABodyWithoutChangingWhatItSays() {
        String usual = fountain().text();
        sandbox.fail(Fault.of("fountain", Fault.Kind.HUGE).size(3_000_000));

        String huge = fountain().text();

        assertThat(huge.getBytes(StandardCharsets.UTF_8))
                .hasSize(usual.getBytes(StandardCharsets.UTF_8).length + 3_000_000);
        assertThat(huge.charAt(0) + huge.substring(1).stripLeading()).isEqualTo(usual);
    }

    @Test
    void expiresTheTokenInTheMiddleOfPaging() {
        String token = caller.greenhouseToken();
        sandbox.fail(Fault.of("greenhouse", Fault.Kind.TOKEN_EXPIRY).after(1).on("/v3/interviews"));

        Caller.Answer first =
                caller.get(
                        caller.url("greenhouse", "/v3/interviews?per_page=100"),
                        "Authorization",
                        "Bearer " + token);
        String next = first.header("Link").replaceAll("<(.*)>.*", "$1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(caller.get(next, "Authorization", "Bearer " + token).status()).isEqualTo(401);
        assertThat(caller.get(next, "Authorization", "Bearer " + caller.greenhouseToken()).status())
                .isEqualTo(200);
    }

    @Test
    void repeatsACursor() {
        String token = caller.greenhouseToken();
        sandbox.fail(Fault.of("greenhouse", Fault.Kind.REPEATED_CURSOR).times(3));

        List<String> links =
                Stream.iterate(
                                caller.url("greenhouse", "/v3/interviews?per_page=10"),
                                url ->
                                        caller.get(url, "Authorization", "Bearer " + token)
                                                .header("Link")
                                                .replaceAll("<(.*)>.*", "$1"))
                        .skip(1)
                        .limit(3)
                        .toList();

        assertThat(links).allMatch(link -> link.equals(links.getFirst()));
        sandbox.fail(Fault.of("ashby", Fault.Kind.REPEATED_CURSOR).times(2));
        String cursor = ashby("{\"limit\":10}").object().getString("nextCursor");
        assertThat(
                        ashby("{\"limit\":10,\"cursor\":\"" + cursor + "\"}")
                                .object()
                                .getString("nextCursor"))
                .isEqualTo(cursor);
    }

    @Test
    void answersEmptyPagesWhoseCursorsLoseNothing() {
        String token = caller.greenhouseToken();
        sandbox.fail(Fault.of("greenhouse", Fault.Kind.EMPTY_PAGE).times(2).after(1));

        List<Caller.Answer> pages = caller.greenhousePages("/v3/interviews?per_page=100", token);

        assertThat(pages.stream().map(page -> page.array().size()))
                .containsExactly(100, 0, 0, 100, 100);
        assertThat(pages.stream().map(page -> page.header("Link")).distinct()).hasSize(5);
        sandbox.fail(Fault.of("ashby", Fault.Kind.EMPTY_PAGE));
        JsonObject empty = ashby("{}").object();
        assertThat(empty.getJsonArray("results")).isEmpty();
        assertThat(ashby("{\"cursor\":\"" + empty.getString("nextCursor") + "\"}").text())
                .isEqualTo(ashby("{}").text());
    }

    @Test
    void breaksOneItemOfAPage() {
        sandbox.fail(Fault.of("ashby", Fault.Kind.UNMAPPABLE));

        List<JsonObject> results =
                ashby("{\"limit\":11}")
                        .object()
                        .getJsonArray("results")
                        .getValuesAs(JsonObject.class);

        assertThat(results).hasSize(11);
        assertThat(
                        results.stream()
                                .filter(one ->
                                        one.get("id").getValueType() == JsonValue.ValueType.OBJECT))
                .hasSize(1);
    }

    @Test
    void estrangesEveryItemOfAPage() {
        sandbox.fail(Fault.of("fountain", Fault.Kind.UNKNOWN));
        sandbox.fail(Fault.of("ashby", Fault.Kind.UNKNOWN));

        assertThat(fountain().object().getJsonArray("booked_slots").getValuesAs(JsonObject.class))
                .allMatch(slot -> slot.containsKey("x_new"))
                .anyMatch(slot -> slot.getString("showed_up", "").equals("SomethingNew"));
        assertThat(ashby("{}").object().getJsonArray("results").getValuesAs(JsonObject.class))
                .allMatch(schedule -> schedule.getString("status").equals("SomethingNew"));
    }

    @Test
    void strikesListsAloneWithWhatConcernsPages() {
        sandbox.fail(Fault.of("greenhouse", Fault.Kind.UNKNOWN));

        String token = caller.greenhouseToken();

        assertThat(
                        caller.get(
                                        caller.url("greenhouse", "/v3/interviews?per_page=1"),
                                        "Authorization",
                                        "Bearer " + token)
                                .text())
                .contains("x_new");
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
