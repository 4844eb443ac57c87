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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

class AshbyTests {

    private static final Instant NOW = Instant.parse("2026-06-15T00:00:00Z");

    private static Sandbox sandbox;
    private static Caller caller;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().now(NOW).start();
        caller = new Caller(sandbox);
    }

    @AfterAll
    static void stop() {
        caller.close();
        sandbox.close();
    }

    private static Caller.Answer call(String account, String endpoint, String body) {
        return caller.post(
                caller.url(account, "/" + endpoint),
                body,
                "Authorization",
                Caller.basic(sandbox.credentials(account).get("api_key"), ""),
                "Content-Type",
                "application/json");
    }

    private static Caller.Answer schedules(String body) {
        return call("ashby", "interviewSchedule.list", body);
    }

    private static List<Caller.Answer> pages(String filters) {
        List<Caller.Answer> pages = new ArrayList<>();
        String cursor = "";
        do {
            pages.add(schedules("{" + filters + cursor + "}"));
            cursor = ",\"cursor\":\"" + pages.getLast().object().getString("nextCursor", "") + "\"";
        } while (pages.getLast().object().getBoolean("moreDataAvailable"));
        return pages;
    }

    private static List<JsonObject> results(List<Caller.Answer> pages) {
        return pages.stream()
                .flatMap(page -> page.object().getJsonArray("results").stream())
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private static String code(Caller.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object().getBoolean("success")).isFalse();
        return answer.object().getJsonObject("errorInfo").getString("code");
    }

    @Test
    void givesEveryScheduleOnceOverItsCursors() {
        List<Caller.Answer> pages = pages("\"limit\":37");

        assertThat(results(pages).stream().map(schedule -> schedule.getString("id")))
                .containsExactlyElementsOf(sandbox.interviewIds("ashby"));
        assertThat(pages).hasSize(9);
        assertThat(pages.getFirst().object()).doesNotContainKey("syncToken");
        assertThat(pages.getLast().object())
                .containsKey("syncToken")
                .doesNotContainKey("nextCursor");
        assertThat(pages.getFirst().object().getString("nextCursor")).hasSizeGreaterThan(100);
    }

    @Test
    void sendsExactlyTheBytesOfEachRecord() {
        String expected =
                sandbox.interviewIds("ashby").stream()
                        .limit(100)
                        .map(id -> new String(sandbox.record("ashby", id), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(",", "{\"success\":true,\"results\":[", "],"));

        assertThat(schedules("{}").text()).startsWith(expected);
    }

    @Test
    void hasEveryStatusAndEveryShapeOfSchedule() {
        List<JsonObject> all = results(pages("\"limit\":100"));

        assertThat(all.stream().map(one -> one.getString("status")).collect(Collectors.toSet()))
                .hasSize(11)
                .contains("OnHold", "Unknown", "SchedulingRequested");
        assertThat(
                        all.stream()
                                .filter(one -> one.containsKey("scheduledBy"))
                                .map(one -> one.get("scheduledBy").getValueType()))
                .contains(
                        JsonValue.ValueType.OBJECT,
                        JsonValue.ValueType.STRING,
                        JsonValue.ValueType.NULL);
        assertThat(all)
                .anyMatch(one -> !one.containsKey("createdAt"))
                .anyMatch(one -> !one.containsKey("interviewEvents"));
        List<JsonObject> events =
                all.stream()
                        .filter(one -> one.containsKey("interviewEvents"))
                        .flatMap(one -> one.getJsonArray("interviewEvents").stream())
                        .map(JsonValue::asJsonObject)
                        .toList();
        assertThat(events)
                .anyMatch(event ->
                        !event.containsKey("interviewers")
                                && event.containsKey("interviewerUserIds"));
        assertThat(all)
                .anyMatch(one ->
                        one.containsKey("interviewEvents")
                                && one.getJsonArray("interviewEvents").stream()
                                                .map(event ->
                                                        event.asJsonObject()
                                                                .getString("startTime")
                                                                .substring(0, 10))
                                                .distinct()
                                                .count()
                                        > 1);
    }

    @Test
    void filtersByApplicationStageAndMillisecondsOfCreation() {
        JsonObject one = results(List.of(schedules("{\"limit\":1}"))).getFirst();
        String application = "\"applicationId\":\"" + one.getString("applicationId") + "\"";

        assertThat(results(pages(application)))
                .isNotEmpty()
                .allMatch(found ->
                        found.getString("applicationId").equals(one.getString("applicationId")));
        assertThat(
                        results(
                                pages(
                                        "\"interviewStageId\":\""
                                                + one.getString("interviewStageId")
                                                + "\"")))
                .hasSizeBetween(2, 299);
        Instant bound = NOW.minusSeconds(60L * 86_400);
        assertThat(results(pages("\"createdAfter\":" + bound.toEpochMilli())))
                .hasSizeBetween(2, 299)
                .allMatch(found ->
                        !found.containsKey("createdAt")
                                || Instant.parse(found.getString("createdAt")).isAfter(bound));
        assertThat(schedules("{" + application + "}").object())
                .containsEntry("nextCursor", JsonValue.NULL);
    }

    @Test
    void matchesNothingWhenCreatedAfterIsAnIsoDate() {
        assertThat(results(pages("\"createdAfter\":\"2020-01-01T00:00:00Z\""))).isEmpty();
    }

    @Test
    void wantsTheSameFiltersWithACursor() {
        String cursor = schedules("{\"limit\":10}").object().getString("nextCursor");

        assertThat(code(schedules("{\"createdAfter\":1,\"cursor\":\"" + cursor + "\"}")))
                .isEqualTo("invalid_next_cursor");
        assertThat(code(schedules("{\"cursor\":\"abc\"}"))).isEqualTo("invalid_next_cursor");
        assertThat(schedules("{\"cursor\":\"" + cursor + "\"}").object().getBoolean("success"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "0", "-1", "1.5", "\"50\""})
    void refusesLimitsBeyondAHundredWithHttp200(String limit) {
        Caller.Answer refused = schedules("{\"limit\":" + limit + "}");

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text())
                .isEqualTo(
                        "{\"success\":false,\"errors\":[{\"message\":\"Invalid limit\",\"parameter\":\"limit\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"applicationId\":\"17\"}", "{\"interviewStageId\":17}", "[]", "{", ""})
    void refusesMalformedInput(String body) {
        assertThat(code(schedules(body))).isEqualTo("invalid_input");
    }

    @Test
    void insistsOnJson() {
        Caller.Answer refused =
                caller.post(
                        caller.url("ashby", "/interviewSchedule.list"),
                        "{}",
                        "Authorization",
                        Caller.basic(sandbox.credentials("ashby").get("api_key"), ""));

        assertThat(code(refused)).isEqualTo("invalid_input");
    }

    @Test
    void refusesKeysInPlainTextAndPermissionsInJson() {
        String url = caller.url("ashby", "/interviewSchedule.list");

        Caller.Answer missing = caller.post(url, "{}");
        Caller.Answer wrong = caller.post(url, "{}", "Authorization", Caller.basic("wrong", ""));
        Caller.Answer weak = call("ashby-unprivileged", "interviewSchedule.list", "{}");
        Caller.Answer narrow = call("ashby-interviews-only", "application.info", "{}");

        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.text()).isEqualTo("Unauthorized");
        assertThat(missing.header("Content-Type")).startsWith("text/plain");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text()).isEqualTo("Forbidden");
        assertThat(weak.status()).isEqualTo(403);
        assertThat(weak.object().getJsonObject("errorInfo").getString("code"))
                .isEqualTo("missing_endpoint_permission");
        assertThat(narrow.status()).isEqualTo(403);
        assertThat(call("ashby-unprivileged", "apiKey.info", "{}").object().getBoolean("success"))
                .isTrue();
    }

    @Test
    void tellsItsVersionAndRefusesAnother() {
        assertThat(schedules("{}").header("Ashby-Version")).isEqualTo("2026-01-01");
        assertThat(schedules("{}").header("Ashby-Version-Status")).isEqualTo("active");
        Caller.Answer refused =
                caller.post(
                        caller.url("ashby", "/interviewSchedule.list"),
                        "{}",
                        "Authorization",
                        Caller.basic(sandbox.credentials("ashby").get("api_key"), ""),
                        "Content-Type",
                        "application/json",
                        "Ashby-Version",
                        "2020-01-01");
        assertThat(code(refused)).isEqualTo("invalid_api_version");
    }

    @Test
    void knowsTheCandidateOfAnApplication() {
        String id =
                results(List.of(schedules("{\"limit\":1}"))).getFirst().getString("applicationId");

        assertThat(
                        call("ashby", "application.info", "{\"applicationId\":\"" + id + "\"}")
                                .object()
                                .getJsonObject("results")
                                .getJsonObject("candidate"))
                .containsKey("id");
        assertThat(
                        code(
                                call(
                                        "ashby",
                                        "application.info",
                                        "{\"applicationId\":\"00000000-0000-4000-8000-000000000000\"}")))
                .isEqualTo("application_not_found");
    }

    @Test
    void givesNoChangesSinceItsOwnSyncTokenAndRefusesOthers() {
        String token = pages("\"limit\":100").getLast().object().getString("syncToken");

        assertThat(results(List.of(schedules("{\"syncToken\":\"" + token + "\"}")))).isEmpty();
        assertThat(code(schedules("{\"syncToken\":\"x\"}"))).isEqualTo("sync_token_invalid");
    }

    @Test
    void listsUsersWithoutTheDeactivatedOnes() {
        List<JsonObject> shown = results(List.of(call("ashby", "user.list", "{}")));
        List<JsonObject> all =
                results(List.of(call("ashby", "user.list", "{\"includeDeactivated\":true}")));

        assertThat(shown)
                .hasSizeLessThan(all.size())
                .allMatch(user -> user.getBoolean("isEnabled"));
    }
}
