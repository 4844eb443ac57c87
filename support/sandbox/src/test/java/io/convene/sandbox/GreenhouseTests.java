package io.convene.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class GreenhouseTests {

    private static final Instant NOW = Instant.parse("2026-06-15T00:00:00Z");

    private static Sandbox sandbox;
    private static Caller caller;
    private static String token;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().now(NOW).start();
        caller = new Caller(sandbox);
        token = caller.greenhouseToken();
    }

    @AfterAll
    static void stop() {
        caller.close();
        sandbox.close();
    }

    private static Caller.Answer v3(String pathAndQuery) {
        return caller.get(
                caller.url("greenhouse", "/v3/" + pathAndQuery),
                "Authorization",
                "Bearer " + token);
    }

    private static List<String> ids(List<Caller.Answer> pages) {
        return pages.stream()
                .flatMap(page -> page.array().stream())
                .map(row -> row.asJsonObject().getJsonNumber("id").toString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 500})
    void givesEveryInterviewOnceFromTheHighestIdDown(int size) {
        List<Caller.Answer> pages =
                caller.greenhousePages("/v3/interviews?per_page=" + size, token);

        assertThat(ids(pages)).hasSize(300).isEqualTo(sandbox.interviewIds("greenhouse"));
        assertThat(ids(pages).stream().map(Long::valueOf).toList())
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .allMatch(id -> id > 1L << 32);
        assertThat(pages).hasSize((300 + size - 1) / size);
    }

    @Test
    void sendsExactlyTheBytesOfEachRecord() {
        String expected =
                sandbox.interviewIds("greenhouse").stream()
                        .map(id ->
                                new String(
                                        sandbox.record("greenhouse", id),
                                        java.nio.charset.StandardCharsets.UTF_8))
                        .collect(Collectors.joining(",", "[", "]"));

        assertThat(v3("interviews?per_page=500").text()).isEqualTo(expected);
        assertThat(expected)
                .contains(
                        "1E5",
                        "caf\\u00e9 café",
                        "https:\\/\\/",
                        "123456789012345678901234567890.1");
    }

    @Test
    void pagesTheInterviewersOfFiftyInterviews() {
        List<String> asked = sandbox.interviewIds("greenhouse").subList(0, 50);

        String query = "/v3/interviewers?per_page=500&interview_ids=" + String.join(",", asked);
        List<Caller.Answer> pages = caller.greenhousePages(query, token);

        long rows = asked.stream().mapToLong(id -> sandbox.interviewerRows(id).size()).sum();
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(ids(pages)).hasSize((int) rows).doesNotHaveDuplicates();
        assertThat(pages.getFirst().text()).contains("\"user_id\":null");
    }

    @Test
    void hasEveryStatusAndAllDayInterviewsAndUnscheduledOnes() {
        List<JsonObject> rows = v3("interviews?per_page=500").array().getValuesAs(JsonObject.class);

        assertThat(rows.stream().map(row -> row.getString("status")).collect(Collectors.toSet()))
                .hasSize(9);
        assertThat(rows).anyMatch(row -> row.get("all_day_start_on") != JsonValue.NULL);
        assertThat(rows)
                .anyMatch(row ->
                        row.get("all_day_start_on") == JsonValue.NULL
                                && row.get("starts_at") == JsonValue.NULL);
        assertThat(rows).anyMatch(row -> !row.containsKey("availability_received_at"));
    }

    @Test
    void dropsAllDayInterviewsFromAFilterOnTheirStart() {
        List<JsonObject> timed =
                v3("interviews?per_page=500&starts_at=gte%7C2020-01-01T00:00:00Z")
                        .array()
                        .getValuesAs(JsonObject.class);
        List<JsonObject> allDay =
                v3("interviews?per_page=500&all_day_start_on=gte%7C2020-01-01")
                        .array()
                        .getValuesAs(JsonObject.class);

        assertThat(timed).isNotEmpty().allMatch(row -> row.get("starts_at") != JsonValue.NULL);
        assertThat(allDay).isNotEmpty().allMatch(row -> row.get("starts_at") == JsonValue.NULL);
    }

    @Test
    void appliesBothSidesOfARangeAndKeepsThemInTheCursor() {
        String from = "2026-03-01T00:00:00Z";
        String to = "2026-05-01T00:00:00Z";
        List<Caller.Answer> pages =
                caller.greenhousePages(
                        "/v3/interviews?per_page=10&created_at="
                                + Caller.encode("gte|" + from + "|lt|" + to),
                        token);

        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages.stream().flatMap(page -> page.array().stream()))
                .allMatch(row ->
                        row.asJsonObject().getString("created_at").compareTo(from) >= 0
                                && row.asJsonObject().getString("created_at").compareTo(to) < 0);
    }

    @Test
    void sendsOnlyTheFieldsAskedFor() {
        assertThat(v3("interviews?per_page=1&fields=id,status").array().getJsonObject(0).keySet())
                .containsExactlyInAnyOrder("id", "status");
    }

    @Test
    void refusesEverythingButTheCursor() {
        String cursor =
                v3("interviews?per_page=10").header("Link").replaceAll(".*cursor=([^>]+)>.*", "$1");

        assertThat(v3("interviews?cursor=" + cursor).status()).isEqualTo(200);
        Caller.Answer refused = v3("interviews?per_page=10&cursor=" + cursor);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .isEqualTo(
                        "{\"message\":\"Unprocessable Content\",\"errors\":"
                                + "[\"When passing a cursor, do not include other query params.\"]}");
        assertThat(v3("users?cursor=" + cursor).status()).isEqualTo(422);
    }

    @Test
    void refusesPagesBeyondFiveHundredInItsOwnWords() {
        Caller.Answer refused = v3("interviews?per_page=600");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .isEqualTo("{\"errors\":[{\"per_page\":\"`600` number is greater than: 500\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interviews?per_page=0",
                "interviews?created_at=gte%7C2026-01-01T00:00:00Z&updated_at=gte%7C2026-01-01T00:00:00Z",
                "interviews?created_at=2026-01-01T00:00:00Z",
                "interviews?created_at%5Bgte%5D=2026-01-01T00:00:00Z",
                "interviews?starts_at=after%7C2026-01-01T00:00:00Z",
                "interviews?status=cancelled",
                "interviews?application_ids=abc",
                "interviews?candidate_ids=1",
                "interviews?cursor=made-up"
            })
    void refusesWhatItDoesNotKnow(String pathAndQuery) {
        assertThat(v3(pathAndQuery).status()).isEqualTo(422);
    }

    @Test
    void takesFiftyIdsAndNotOneMore() {
        String fifty =
                IntStream.range(0, 50).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThat(v3("interviewers?interview_ids=" + fifty).status()).isEqualTo(200);
        assertThat(v3("interviewers?interview_ids=" + fifty + ",50").status()).isEqualTo(422);
    }

    @Test
    void knowsPathsBeforeItAsksForAToken() {
        assertThat(caller.get(caller.url("greenhouse", "/v3/scheduled_interviews")).text())
                .isEqualTo("{\"message\":\"Resource not found\"}");
        Caller.Answer refused =
                caller.get(caller.url("greenhouse", "/v3/interviews"), "Authorization", "Bearer x");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("Token could not be decoded.");
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("75");
    }

    @Test
    void showsNothingToActorsWhoAreNoSiteAdmins() {
        var credentials = sandbox.credentials("greenhouse");
        String weak =
                caller.post(
                                sandbox.settings("greenhouse").get("token_url")
                                        + "?grant_type=client_credentials",
                                "{\"sub\":4400001003}",
                                "Authorization",
                                Caller.basic(
                                        credentials.get("client_id"),
                                        credentials.get("client_secret")),
                                "Content-Type",
                                "application/json")
                        .object()
                        .getString("access_token");

        assertThat(
                        caller.get(
                                        caller.url("greenhouse", "/v3/interviews"),
                                        "Authorization",
                                        "Bearer " + weak)
                                .text())
                .isEqualTo("[]");
    }

    @Test
    void resolvesApplicationsSlotsStagesAndUsers() {
        JsonObject interview = v3("interviews?per_page=1").array().getJsonObject(0);

        JsonObject slot =
                v3("job_interviews?ids=" + interview.get("job_interview_id"))
                        .array()
                        .getJsonObject(0);
        assertThat(v3("job_interview_stages?ids=" + slot.get("job_interview_stage_id")).array())
                .hasSize(1);
        assertThat(
                        v3("applications?ids=" + interview.get("application_id"))
                                .array()
                                .getJsonObject(0))
                .containsKey("candidate_id");
        assertThat(v3("users?ids=" + sandbox.credentials("greenhouse").get("user_id")).array())
                .hasSize(1);
    }
}
