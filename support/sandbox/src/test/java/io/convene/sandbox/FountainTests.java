package io.convene.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class FountainTests {

    private static Sandbox sandbox;
    private static Caller caller;
    private static String key;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().now(Instant.parse("2026-06-15T00:00:00Z")).start();
        caller = new Caller(sandbox);
        key = sandbox.credentials("fountain").get("api_key");
    }

    @AfterAll
    static void stop() {
        caller.close();
        sandbox.close();
    }

    private static Caller.Answer get(String path) {
        return caller.get(caller.url("fountain", path), "X-ACCESS-TOKEN", key);
    }

    private static Caller.Answer bulk(List<String> ids) {
        String body = ids.stream().collect(Collectors.joining("\",\"", "{\"ids\":[\"", "\"]}"));
        return caller.post(
                caller.url("fountain", "/applicants/booked_slots"),
                body,
                "X-ACCESS-TOKEN",
                key,
                "Content-Type",
                "application/json");
    }

    private static String recordsOf(String applicant) {
        return sandbox.interviewIdsOf(applicant).stream()
                .map(id -> new String(sandbox.record("fountain", id), StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
    }

    @Test
    void givesEachApplicantsSlotsByteForByte() {
        for (String applicant : sandbox.applicantIds()) {
            assertThat(get("/applicants/" + applicant + "/booked_slots").text())
                    .isEqualTo("{\"booked_slots\":[" + recordsOf(applicant) + "]}");
        }
        assertThat(sandbox.interviewIds("fountain")).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void hasApplicantsWithManySlotsWithAFewAndWithNone() {
        List<Integer> sizes =
                sandbox.applicantIds().stream()
                        .map(id -> sandbox.interviewIdsOf(id).size())
                        .toList();

        assertThat(sizes.stream().filter(size -> size > 60)).hasSize(2);
        assertThat(sizes).contains(0, 1, 2, 3);
    }

    @Test
    void answersManyApplicantsInTheOrderOfTheirCreation() {
        List<String> asked = sandbox.applicantIds().subList(0, 9);

        Caller.Answer answer = bulk(asked.reversed());

        assertThat(answer.array().stream().map(one -> one.asJsonObject().getString("applicant_id")))
                .containsExactlyElementsOf(asked);
        assertThat(answer.text()).contains(recordsOf(asked.getFirst()));
        assertThat(bulk(List.of("nobody")).text()).isEqualTo("[]");
    }

    @Test
    void takesAThousandIdsAndNotOneMore() {
        assertThat(bulk(Collections.nCopies(1_000, "x")).status()).isEqualTo(200);
        assertThat(bulk(Collections.nCopies(1_001, "x")).status()).isEqualTo(422);
        assertThat(
                        caller.post(
                                        caller.url("fountain", "/applicants/booked_slots"),
                                        "{\"ids\":[]}",
                                        "X-ACCESS-TOKEN",
                                        key,
                                        "Content-Type",
                                        "application/json")
                                .status())
                .isEqualTo(422);
    }

    @Test
    void bindsAThousandInterviewsToNoMoreApplicantsThanOneRequestTakes() {
        for (long seed = 1; seed <= 10; seed++) {
            try (Sandbox large = Sandbox.builder().seed(seed).interviews(1_000).build()) {
                assertThat(large.applicantIds()).hasSizeBetween(100, 200);
            }
        }
    }

    @Test
    void spellsTimesAndShowedUpInEveryKnownWay() {
        List<JsonObject> slots =
                bulk(sandbox.applicantIds()).array().stream()
                        .flatMap(one -> one.asJsonObject().getJsonArray("booked_slots").stream())
                        .map(JsonValue::asJsonObject)
                        .toList();

        assertThat(slots.stream().map(slot -> slot.getString("start_time")))
                .anyMatch(time -> time.matches("\\w{3}, \\w{3} \\d\\d @\\d{2}:\\d\\d[ap]m P[DS]T"))
                .anyMatch(
                        time -> time.matches("\\w{3}, \\w{3} \\d\\d @ \\d:\\d\\d[ap]m [A-Z]{3,4}"))
                .anyMatch(time ->
                        time.matches("2026-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00\\.000[+-]\\d\\d:\\d\\d"));
        assertThat(
                        slots.stream()
                                .filter(slot -> slot.containsKey("showed_up"))
                                .map(slot -> slot.get("showed_up")))
                .contains(JsonValue.TRUE, JsonValue.FALSE, JsonValue.NULL)
                .anyMatch(value ->
                        value instanceof JsonString text && text.getString().equals("true"))
                .anyMatch(value -> value instanceof JsonString text && text.getString().isEmpty());
        assertThat(slots)
                .anyMatch(slot ->
                        !slot.containsKey("stage_title") && !slot.containsKey("booked_time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2", "/api/v2", "/api/servicehire/v2"})
    void servesTheSameUnderEveryFormOfItsAddress(String form) {
        String root = caller.url("fountain", "").replace("/v2", "");

        assertThat(caller.get(root + form + "/users", "X-ACCESS-TOKEN", key).status())
                .isEqualTo(200);
        assertThat(caller.get(root + form + "/users", "X-ACCESS-TOKEN", "wrong").status())
                .isEqualTo(401);
    }

    @Test
    void takesTokensAtTheGatewayAlone() {
        var client = sandbox.credentials("fountain-oauth");
        Caller.Answer token =
                caller.post(
                        sandbox.settings("fountain-oauth").get("token_url"),
                        "grant_type=client_credentials&scopes=employer",
                        "Authorization",
                        Caller.basic(client.get("client_id"), client.get("client_secret")),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        String bearer = "Bearer " + token.object().getString("access_token");

        assertThat(
                        caller.get(caller.url("fountain-oauth", "/users"), "Authorization", bearer)
                                .status())
                .isEqualTo(200);
        assertThat(caller.get(caller.url("fountain", "/users"), "Authorization", bearer).status())
                .isEqualTo(401);
        sandbox.expireTokens("fountain");
        assertThat(
                        caller.get(caller.url("fountain-oauth", "/users"), "Authorization", bearer)
                                .status())
                .isEqualTo(401);
    }

    @Test
    void saysNotFoundInTheEnvelopeOfItsHost() {
        assertThat(get("/applicants/nobody/booked_slots").text())
                .isEqualTo("{\"message\":\"Requested resource not found\"}");
        assertThat(
                        caller.get(
                                        caller.url("fountain-oauth", "/applicants/nobody"),
                                        "X-ACCESS-TOKEN",
                                        key)
                                .array()
                                .getJsonObject(0)
                                .getString("title"))
                .isEqualTo("resource not found");
    }

    @Test
    void resolvesStagesAndUsersSomeOfThemTwice() {
        JsonObject applicant = get("/applicants/" + sandbox.applicantIds().get(1)).object();
        String funnel = applicant.getJsonObject("funnel").getString("id");

        List<String> titles =
                get("/funnels/" + funnel + "/stages").object().getJsonArray("stages").stream()
                        .map(stage -> stage.asJsonObject().getString("title"))
                        .toList();
        List<String> names =
                get("/users").object().getJsonArray("users").stream()
                        .map(user -> user.asJsonObject().getString("name"))
                        .toList();

        assertThat(titles).contains("Ride-Along");
        assertThat(Collections.frequency(titles, "Phone Interview")).isEqualTo(2);
        assertThat(names.stream().filter(name -> Collections.frequency(names, name) > 1))
                .hasSize(4);
        assertThat(get("/funnels").object().getJsonArray("funnels")).hasSize(4);
    }

    @Test
    void listsApplicantsByCursor() {
        JsonObject first = get("/applicants").object();
        String next = first.getJsonObject("pagination").getString("next_cursor");

        assertThat(first.getJsonArray("applicants")).hasSize(50);
        assertThat(get("/applicants?cursor=" + next).object().getJsonArray("applicants"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.getJsonArray("applicants"));
    }

    @Test
    void alwaysTellsItsLimits() {
        assertThat(get("/users").header("X-Api-Ratelimit-Limit")).isEqualTo("120");
        assertThat(get("/users").header("X-Api-Ratelimit-Limit-Remaining")).isEqualTo("119");
        assertThat(get("/users").header("X-Api-Ratelimit-Reset")).matches("\\d{10}");
    }

    @Test
    void refusesTheCallAfterAHundredAndTwentyWhenLimitsAreOn() {
        try (Sandbox limited =
                        Sandbox.builder()
                                .interviews(3)
                                .rateLimits(true)
                                .clock(() -> Instant.EPOCH)
                                .start();
                Caller other = new Caller(limited)) {
            List<Integer> statuses =
                    IntStream.range(0, 121)
                            .map(i ->
                                    other.get(
                                                    other.url("fountain", "/users"),
                                                    "X-ACCESS-TOKEN",
                                                    key)
                                            .status())
                            .boxed()
                            .toList();

            assertThat(statuses.getLast()).isEqualTo(429);
            assertThat(Collections.frequency(statuses, 200)).isEqualTo(120);
        }
    }
}
