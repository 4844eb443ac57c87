package io.convene.endtoend.answers;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.endtoend.WireVendor;
import io.convene.endtoend.WireVendor.Wire;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Vendors whose lists lead nowhere, and how little is asked of one that filters nothing. */
@Timeout(120)
class OddListTests {
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static WireVendor vendor;
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        vendor = WireVendor.start();
        vendor.on(
                "circle",
                wire -> {
                    String next = wire.body().contains("\"cursor\":\"B\"") ? "A" : "B";
                    wire.json(
                            page(
                                    next,
                                    wire.body().contains("\"cursor\"") ? "of-" + next : "first"));
                });
        vendor.on("same", wire -> wire.json(page("c-" + ASKED.size(), ids(50, 2_000))));
        vendor.on("empty", wire -> wire.json(page("c-" + ASKED.size())));
        vendor.on("few", OddListTests::few);
        site =
                Site.over(Sandbox.builder().interviews(0).start(), folder, "ashby")
                        .allow(vendor.host());
        for (String name : List.of("circle", "same", "empty", "few")) {
            site.account(
                    name, "ashby", Map.of("api_key", "k"), Map.of("base_url", vendor.url(name)));
        }
        site.start();
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void endsAChainWhoseCursorsLeadInACircle(int limit) throws Exception {
        List<Answer> answers = chain("circle", "&limit=" + limit);

        assertThat(answers.getLast().status()).isEqualTo(502);
        assertThat(answers.getLast().message()).contains("would never end");
        assertThat(answers.size()).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&truto_response_format=raw", "&truto_response_format=stream"})
    void endsAChainOfTheSamePageUnderOtherCursors(String query) throws Exception {
        List<Answer> answers = chain("same", "&limit=50" + query);

        assertThat(answers).hasSize(2);
        assertThat(answers.getLast().status()).isEqualTo(502);
        assertThat(answers.getLast().message()).contains("sent before");
    }

    @Test
    void endsAStreamThatHasBegunWithAnError() throws Exception {
        Answer whole = site.interviews("same", "&truto_ignore_limit=true");
        List<String> lines = site.lines("same", "");
        Item last = Item.parse(lines.getLast().getBytes(UTF_8));

        assertThat(whole.ids()).hasSize(50);
        assertThat(whole.json().at("error").text("statusCode").string()).isEqualTo("502");
        assertThat(lines).hasSize(51);
        assertThat(last.text("is_partial_response").is("true")).isTrue();
        assertThat(last.text("next_cursor").isPresent()).isFalse();
        assertThat(last.at("error").text("statusCode").string()).isEqualTo("502");
    }

    @Test
    void answersAStreamThatHasNotBegunWithAnError() throws Exception {
        assertThat(site.interviews("circle", "&truto_ignore_limit=true").status()).isEqualTo(502);
    }

    @Test
    void endsAWholeListOfEmptyPagesAfterABoundedNumberOfCalls() throws Exception {
        int before = ASKED.size();
        Answer answer = site.interviews("empty", "&truto_ignore_limit=true");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.ids()).isEmpty();
        assertThat(answer.json().text("is_partial_response").is("true")).isTrue();
        assertThat(answer.nextCursor()).isPresent();
        assertThat(ASKED.size() - before).isLessThan(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&start_at%5Bgte%5D=2026-04-30",
                "&start_at%5Bgte%5D=2026-04-30&created_at%5Bgte%5D=2026-01-01"
            })
    void findsTheOneMatchWithTheSmallestLimit(String filter) throws Exception {
        ASKED.clear();
        List<Answer> answers = chain("few", "&limit=1" + filter);

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.getFirst().ids()).containsExactly("i-29");
        assertThat(answers).hasSize(1);
        assertThat(ASKED).hasSize(1);
    }

    /** 30 interviews, in pages of as many as were asked for. */
    private static void few(Wire wire) throws Exception {
        ASKED.add(wire.body());
        Item asked = Item.parse(wire.body().getBytes(UTF_8));
        int from = Integer.parseInt("0" + asked.text("cursor").string());
        int to = Math.min(30, from + Integer.parseInt(asked.text("limit").string()));
        String records =
                IntStream.range(from, to)
                        .mapToObj(i ->
                                "{\"id\":\"i-%d\",\"createdAt\":\"2026-02-01T00:00:00Z\",\"interviewEvents\":[{\"startTime\":\"2026-04-%02dT10:00:00Z\"}]}"
                                        .formatted(i, i + 1))
                        .collect(Collectors.joining(","));
        wire.json(
                to == 30
                        ? "{\"success\":true,\"results\":[%s],\"moreDataAvailable\":false}"
                                .formatted(records)
                        : "{\"success\":true,\"results\":[%s],\"moreDataAvailable\":true,\"nextCursor\":\"%d\"}"
                                .formatted(records, to));
    }

    private static String[] ids(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> "i-" + i + "-" + "x".repeat(length))
                .toArray(String[]::new);
    }

    private static String page(String next, String... ids) {
        ASKED.add(next);
        String records =
                List.of(ids).stream()
                        .map(id -> "{\"id\":\"" + id + "\"}")
                        .collect(Collectors.joining(","));
        return "{\"success\":true,\"results\":[%s],\"moreDataAvailable\":true,\"nextCursor\":\"%s\"}"
                .formatted(records, next);
    }

    /** The answers until the list ends or an answer is an error. */
    private static List<Answer> chain(String account, String query) throws Exception {
        List<Answer> answers = new ArrayList<>();
        String cursor = "";
        while (answers.size() < 20) {
            Answer answer = site.interviews(account, query + cursor);
            answers.add(answer);
            String next =
                    answer.headers()
                            .firstValue("Convene-Next-Cursor")
                            .or(() ->
                                    answer.status() == 200 && !query.contains("=stream")
                                            ? answer.nextCursor()
                                            : Optional.empty())
                            .orElse("");
            if (next.isEmpty()) {
                return answers;
            }
            cursor = "&next_cursor=" + next;
        }
        throw new AssertionError("the chain has no end");
    }
}
