package io.convene.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

class CeipalTests {

    private static Sandbox sandbox;
    private static Caller caller;
    private static String token;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().now(Instant.parse("2026-06-15T00:00:00Z")).start();
        caller = new Caller(sandbox);
        token = token("ceipal", "v2", "apiKey");
    }

    @AfterAll
    static void stop() {
        caller.close();
        sandbox.close();
    }

    private static Caller.Answer create(String version, String body, String... headers) {
        return caller.post(
                caller.url("ceipal", "/" + version + "/createAuthtoken/"), body, headers);
    }

    private static String body(String account, String keyName, String rest) {
        var credentials = sandbox.credentials(account);
        return "{\"email\":\""
                + credentials.get("email")
                + "\",\"password\":\""
                + credentials.get("password")
                + "\",\""
                + keyName
                + "\":\""
                + credentials.get("api_key")
                + "\""
                + rest
                + "}";
    }

    private static String token(String account, String version, String keyName) {
        return create(version, body(account, keyName, ",\"json\":1"))
                .object()
                .getString("access_token");
    }

    private static Caller.Answer get(String path) {
        return caller.get(caller.url("ceipal", path), "Authorization", "Bearer " + token);
    }

    private static List<JsonObject> pages(int limit) {
        List<JsonObject> pages = new ArrayList<>();
        String url = caller.url("ceipal", "/v2/getInterviewsList/?page=1&limit=" + limit);
        while (!url.isEmpty()) {
            pages.add(caller.get(url, "Authorization", "Bearer " + token).object());
            url = pages.getLast().getString("next");
        }
        return pages;
    }

    private static List<JsonObject> results(List<JsonObject> pages) {
        return pages.stream()
                .flatMap(page -> page.getJsonArray("results").stream())
                .map(JsonValue::asJsonObject)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 20, 50})
    void givesEveryInterviewOnceOverItsPages(int limit) {
        List<JsonObject> pages = pages(limit);

        assertThat(results(pages).stream().map(one -> one.getString("id")))
                .containsExactlyElementsOf(sandbox.interviewIds("ceipal"));
        assertThat(pages.getFirst().getInt("count")).isEqualTo(300);
        assertThat(pages).hasSize(pages.getFirst().getInt("num_pages"));
        assertThat(pages.getFirst().getString("previous")).isEmpty();
    }

    @Test
    void sendsExactlyTheBytesOfEachRecordInListAndDetail() {
        List<String> ids = sandbox.interviewIds("ceipal").subList(0, 50);
        String expected =
                ids.stream()
                        .map(id -> new String(sandbox.record("ceipal", id), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(",", "\"results\":[", "]}"));

        assertThat(get("/v2/getInterviewsList/?limit=50").text()).endsWith(expected);
        for (String id : ids) {
            assertThat(get("/v2/getInterviewDetails/" + Caller.encode(id) + "/").response().body())
                    .isEqualTo(sandbox.record("ceipal", id));
        }
        assertThat(String.join("", ids)).contains("/", "+", "=");
    }

    @Test
    void saysNothingFoundAfterTheLastPage() {
        Caller.Answer end = get("/v2/getInterviewsList/?page=7&limit=50");

        assertThat(end.status()).isEqualTo(404);
        assertThat(end.text()).isEqualTo("{\"message\":\"Data not found.\"}");
        assertThat(get("/v2/getInterviewDetails/unknown/").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=4",
                "limit=51",
                "limit=x",
                "page=0",
                "from=2026-01-01",
                "modifiedAfter=2026-01-01"
            })
    void refusesParametersItDoesNotTake(String query) {
        Caller.Answer refused = get("/v2/getInterviewsList/?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo("{\"message\":\"Invalid parameters or filters.\"}");
    }

    @Test
    void sendsCallersToTheSlashTheyForgot() {
        Caller.Answer moved = get("/v2/getInterviewsList?limit=5");

        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.header("Location"))
                .isEqualTo(caller.url("ceipal", "/v2/getInterviewsList/?limit=5"));
    }

    @Test
    void readsModifiedAfterInTheTenantsZone() {
        Caller.Answer recent =
                get("/v2/getInterviewsList/?limit=50&modifiedAfter=2026-06-01%2000:00:00");

        assertThat(recent.object().getInt("count")).isBetween(1, 299);
    }

    @Test
    void answersTokensInXmlUnlessJsonIsAskedFor() {
        String plain = body("ceipal", "apiKey", "");

        assertThat(create("v2", plain).text())
                .startsWith("<?xml version=\"1.0\"?>\n<root><access_token>");
        assertThat(create("v2", plain, "Accept", "application/json").object())
                .containsKey("refresh_token");
        assertThat(create("v2", body("ceipal", "apiKey", ",\"json\":1")).object())
                .containsKey("access_token");
    }

    @Test
    void refusesWrongCredentialsInItsOwnWords() {
        String key = sandbox.credentials("ceipal").get("api_key");
        String good = body("ceipal", "apiKey", "");

        Caller.Answer wrongKey = create("v2", good.replace(key, "other"));
        Caller.Answer wrongPassword =
                create("v2", good.replace(sandbox.credentials("ceipal").get("password"), "other"));

        assertThat(wrongKey.status()).isEqualTo(400);
        assertThat(wrongKey.text()).contains("The provided API Key is not matched");
        assertThat(wrongPassword.status()).isEqualTo(403);
        assertThat(create("v2", body("ceipal", "api_key", "")).text())
                .contains("Invalid parameters or filters.");
    }

    @Test
    void refusesCallsWithoutATokenOrWithABadOne() {
        String url = caller.url("ceipal", "/v2/getInterviewsList/");
        String old = token("ceipal-v1", "v1", "api_key");

        assertThat(caller.get(url).status()).isEqualTo(401);
        assertThat(caller.get(url).text())
                .isEqualTo("{\"message\":\"Please provide the access token.\"}");
        assertThat(caller.get(url, "Authorization", "Bearer x").status()).isEqualTo(403);
        assertThat(caller.get(url, "Authorization", "Bearer " + old).status()).isEqualTo(401);
        assertThat(
                        caller.get(
                                        url,
                                        "Authorization",
                                        "Bearer " + token("ceipal-disabled", "v2", "apiKey"))
                                .text())
                .isEqualTo("{\"message\":\"Your company access is temporarily disabled.\"}");
    }

    @Test
    void hidesErrorsOfVersionOneInAGoodStatus() {
        Caller.Answer refused = caller.get(caller.url("ceipal", "/v1/getInterviewsList/"));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text())
                .isEqualTo("{\"status\":401,\"message\":\"Please provide the access token.\"}");
    }

    @Test
    void servesVersionOneWithIdsOfItsOwn() {
        String old = "Bearer " + token("ceipal-v1", "v1", "api_key");
        String id = sandbox.interviewIds("ceipal-v1").getFirst();

        assertThat(sandbox.interviewIds("ceipal")).doesNotContain(id);
        assertThat(
                        caller.get(
                                        caller.url(
                                                "ceipal",
                                                "/v1/getInterviewDetails/?interview_id="
                                                        + Caller.encode(id)),
                                        "Authorization",
                                        old)
                                .response()
                                .body())
                .isEqualTo(sandbox.record("ceipal-v1", id));
        assertThat(
                        caller.get(
                                        caller.url("ceipal", "/v1/getInterviewsList?limit=5"),
                                        "Authorization",
                                        old)
                                .object()
                                .getInt("count"))
                .isEqualTo(300);
    }

    @Test
    void renewsATokenForTheOldOneEvenWhenThatHasExpired() {
        Instant[] time = {Instant.parse("2026-06-15T09:00:00Z")};
        try (Sandbox other =
                        Sandbox.builder()
                                .interviews(5)
                                .tokenLifetime(Duration.ofMinutes(1))
                                .clock(() -> time[0])
                                .start();
                Caller client = new Caller(other)) {
            String url = client.url("ceipal", "/v2/");
            String first =
                    client.post(url + "createAuthtoken/", body("ceipal", "apiKey", ",\"json\":1"))
                            .object()
                            .getString("access_token");
            time[0] = time[0].plusSeconds(61);
            assertThat(
                            client.get(url + "getUsersList/", "Authorization", "Bearer " + first)
                                    .status())
                    .isEqualTo(403);

            String second =
                    client.post(url + "refreshToken/", "", "Token", "Bearer " + first)
                            .object()
                            .getString("access_token");

            assertThat(
                            client.get(url + "getUsersList/", "Authorization", "Bearer " + second)
                                    .object()
                                    .getJsonArray("results")
                                    .getJsonObject(0)
                                    .getString("timezone"))
                    .isEqualTo("Asia/Kolkata");
        }
    }

    @Test
    void hasInterviewersAndTimesInEveryForm() {
        List<JsonObject> all = results(pages(50));

        assertThat(all.stream().map(one -> one.get("interviewers").getValueType()))
                .contains(
                        JsonValue.ValueType.STRING,
                        JsonValue.ValueType.ARRAY,
                        JsonValue.ValueType.NULL);
        assertThat(all)
                .anyMatch(one -> one.getString("created", "").endsWith("Z"))
                .anyMatch(one ->
                        one.getString("created", "")
                                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"))
                .anyMatch(one -> one.getString("submission_id").equals("0"))
                .anyMatch(one -> one.getString("comments").contains("&nbsp;"))
                .anyMatch(one ->
                        one.containsKey("applicant_id") && !one.containsKey("job_seeker_id"));
    }
}
