package io.convene.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

class PageFaultTests {

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
    void expiresTheTokenInTheMiddleOfPaging() {
        String token = caller.greenhouseToken();
        sandbox.fail(
                Fault.of("greenhouse", Fault.Effect.TOKEN_EXPIRY).after(1).on("/v3/interviews"));

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
        sandbox.fail(Fault.of("greenhouse", Fault.Effect.REPEATED_CURSOR).times(3));

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
        sandbox.fail(Fault.of("ashby", Fault.Effect.REPEATED_CURSOR).times(2));
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
        sandbox.fail(Fault.of("greenhouse", Fault.Effect.EMPTY_PAGE).times(2).after(1));

        List<Caller.Answer> pages = caller.greenhousePages("/v3/interviews?per_page=100", token);

        assertThat(pages.stream().map(page -> page.array().size()))
                .containsExactly(100, 0, 0, 100, 100);
        assertThat(pages.stream().map(page -> page.header("Link")).distinct()).hasSize(5);
        sandbox.fail(Fault.of("ashby", Fault.Effect.EMPTY_PAGE));
        JsonObject empty = ashby("{}").object();
        assertThat(empty.getJsonArray("results")).isEmpty();
        assertThat(ashby("{\"cursor\":\"" + empty.getString("nextCursor") + "\"}").text())
                .isEqualTo(ashby("{}").text());
    }

    @Test
    void capsPagesAndLosesNothing() {
        String token = caller.greenhouseToken();
        sandbox.fail(Fault.of("greenhouse", Fault.Effect.CAPPED_PAGES).times(1_000));
        sandbox.fail(Fault.of("ashby", Fault.Effect.CAPPED_PAGES).times(2));

        List<Caller.Answer> pages = caller.greenhousePages("/v3/interviews?per_page=100", token);

        assertThat(pages).hasSize(43).allMatch(page -> page.array().size() <= 7);
        assertThat(pages.stream().mapToInt(page -> page.array().size()).sum()).isEqualTo(300);
        JsonObject first = ashby("{\"limit\":50}").object();
        assertThat(first.getJsonArray("results")).hasSize(7);
        assertThat(
                        ashby(
                                        "{\"limit\":50,\"cursor\":\"%s\"}"
                                                .formatted(first.getString("nextCursor")))
                                .object()
                                .getJsonArray("results"))
                .hasSize(7)
                .doesNotContainAnyElementsOf(first.getJsonArray("results"));
    }

    @Test
    void breaksOneItemOfAPage() {
        sandbox.fail(Fault.of("ashby", Fault.Effect.UNMAPPABLE));

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
        sandbox.fail(Fault.of("fountain", Fault.Effect.UNKNOWN));
        sandbox.fail(Fault.of("ashby", Fault.Effect.UNKNOWN));

        assertThat(fountain().object().getJsonArray("booked_slots").getValuesAs(JsonObject.class))
                .allMatch(slot -> slot.containsKey("x_new"))
                .anyMatch(slot -> slot.getString("showed_up", "").equals("SomethingNew"));
        assertThat(ashby("{}").object().getJsonArray("results").getValuesAs(JsonObject.class))
                .allMatch(schedule -> schedule.getString("status").equals("SomethingNew"));
    }

    @Test
    void strikesListsAloneWithWhatConcernsPages() {
        sandbox.fail(Fault.of("greenhouse", Fault.Effect.UNKNOWN));

        String token = caller.greenhouseToken();

        assertThat(
                        caller.get(
                                        caller.url("greenhouse", "/v3/interviews?per_page=1"),
                                        "Authorization",
                                        "Bearer " + token)
                                .text())
                .contains("x_new");
    }
}
