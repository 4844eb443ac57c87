package io.convene.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.sandbox.Fault;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whole lists in one answer. */
@Timeout(120)
class StreamingTests {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(Sandbox.builder().start(), folder, "ashby", "ceipal", "greenhouse")
                        .start("api: {max-items: 250}");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @AfterEach
    void clearFaults() {
        site.sandbox().clearFaults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "greenhouse"})
    void givesOneInterviewALineAndGoesOnAtItsCap(String account) throws Exception {
        List<String> first = site.lines(account, "");
        Item last = Item.parse(first.getLast().getBytes(UTF_8));
        assertThat(first).hasSize(251);
        assertThat(last.text("result_count").string()).isEqualTo("250");
        List<String> rest =
                site.lines(account, "&next_cursor=" + last.text("next_cursor").string());
        assertThat(Item.parse(rest.getLast().getBytes(UTF_8)).text("next_cursor").isPresent())
                .isFalse();

        List<String> ids =
                Stream.concat(
                                first.subList(0, 250).stream(),
                                rest.subList(0, rest.size() - 1).stream())
                        .map(line -> Item.parse(line.getBytes(UTF_8)).text("id").string())
                        .toList();
        assertThat(ids).isEqualTo(site.sandbox().interviewIds(account));
    }

    @Test
    void givesAllPagesInOneDocument() throws Exception {
        Answer answer =
                site.interviews(
                        "ashby", "&truto_ignore_limit=true&limit=7&truto_ignore_remote_data=true");

        assertThat(answer.ids()).isEqualTo(site.sandbox().interviewIds("ashby").subList(0, 250));
        assertThat(answer.nextCursor()).isPresent();
        assertThat(answer.json().text("result_count").string()).isEqualTo("250");
    }

    @Test
    void saysAtTheEndWhatACompleteAnswerSaysInHeaders() throws Exception {
        Answer answer = site.interviews("ashby", "&truto_ignore_limit=true&start_at=2020-01-01");

        assertThat(answer.header("Convene-Filters")).isEqualTo("start_at=local");
        assertThat(Integer.parseInt(answer.json().at("absent").text("start_at").string()))
                .isPositive();
    }

    @Test
    void endsAsValidJsonWhenAPageFailsUnderWay() throws Exception {
        site.sandbox().fail(Fault.of("ashby", Fault.Effect.SERVER_ERROR).after(2).times(50));
        Answer answer = site.interviews("ashby", "&truto_ignore_limit=true&limit=50");
        site.sandbox().clearFaults();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result()).hasSize(100);
        assertThat(answer.json().text("is_partial_response").is("true")).isTrue();
        assertThat(answer.json().at("error").text("statusCode").string()).isEqualTo("502");
        Answer rest =
                site.interviews(
                        "ashby",
                        "&truto_ignore_limit=true&next_cursor="
                                + answer.nextCursor().orElseThrow());
        assertThat(rest.ids()).isEqualTo(site.sandbox().interviewIds("ashby").subList(100, 300));
    }

    @Test
    void answersWithAPlainErrorWhenTheFirstPageFails() throws Exception {
        site.sandbox().fail(Fault.of("ashby", Fault.Effect.SERVER_ERROR).times(50));

        assertThat(site.interviews("ashby", "&truto_ignore_limit=true").status()).isEqualTo(502);
    }

    @Test
    void keepsALineALineWhateverTheVendorsRecordLooksLike() throws Exception {
        assertThat(site.lines("ashby", ""))
                .allSatisfy(
                        line -> assertThat(Item.parse(line.getBytes(UTF_8)).isObject()).isTrue());
    }
}
