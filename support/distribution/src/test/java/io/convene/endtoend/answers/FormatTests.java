package io.convene.endtoend.answers;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.sandbox.RecordedCall;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;

/** The same interviews in other forms, and one interview alone. */
@Timeout(120)
class FormatTests {
    private static final String READER = "a-token-that-only-reads";
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                        Sandbox.builder().interviews(60).start(),
                        folder,
                        "ashby",
                        "ceipal",
                        "fountain",
                        "greenhouse");
        site.token("reader", READER, "read", "*").start();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "greenhouse"})
    void handsTheVendorsOwnAnswersOnPageByPage(String account) throws Exception {
        int records = 0;
        String cursor = "";
        do {
            site.sandbox().clearCalls();
            Answer page = site.interviews(account, "&truto_response_format=raw&limit=25" + cursor);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            Item body = page.json().at("result");
            records += (body.isArray() ? body.each() : body.each("results")).size();
            assertThat(site.sandbox().calls().stream().map(RecordedCall::path))
                    .noneMatch(path -> path.contains("interviewers"));
            cursor = page.nextCursor().map(next -> "&next_cursor=" + next).orElse("");
        } while (!cursor.isEmpty());

        assertThat(records).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain", "greenhouse"})
    void pipesTheSameBytesThroughThatTheRawFormatHandsOn(String account) throws Exception {
        String query =
                "&limit=25"
                        + (account.equals("fountain")
                                ? "&candidate_id=" + site.sandbox().applicantIds().getFirst()
                                : "");
        String rawCursor = "";
        String streamCursor = "";
        int pages = 0;
        do {
            Answer raw = site.interviews(account, "&truto_response_format=raw" + query + rawCursor);
            site.sandbox().clearCalls();
            Answer stream =
                    site.interviews(
                            account, "&truto_response_format=stream" + query + streamCursor);
            assertThat(stream.status()).as(stream.text()).isEqualTo(200);
            assertThat(withoutTokens(stream.text().strip()))
                    .isEqualTo(withoutTokens(Answer.bytes(raw.json().at("result"))));
            assertThat(stream.header("Content-Type")).startsWith("application/json");
            assertThat(site.sandbox().calls().stream().map(RecordedCall::path))
                    .noneMatch(path -> path.contains("interviewers"));
            rawCursor = raw.nextCursor().map(next -> "&next_cursor=" + next).orElse("");
            streamCursor =
                    stream.headers()
                            .firstValue("Convene-Next-Cursor")
                            .map(next -> "&next_cursor=" + next)
                            .orElse("");
            assertThat(streamCursor.isEmpty()).isEqualTo(rawCursor.isEmpty());
            pages++;
        } while (!streamCursor.isEmpty());

        assertThat(pages).isEqualTo(account.equals("fountain") ? 1 : 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "stream"})
    void refusesToFilterOrCutAVendorsOwnAnswer(String format) throws Exception {
        String asked = "&truto_response_format=" + format;
        Answer filtered = site.interviews("ashby", asked + "&start_at=2026-01-01");
        String inside =
                "&next_cursor=" + site.interviews("ashby", "&limit=7").nextCursor().orElseThrow();
        String within =
                "&next_cursor="
                        + site.interviews("ashby", "&limit=3" + inside).nextCursor().orElseThrow();

        assertThat(filtered.status()).isEqualTo(400);
        assertThat(filtered.message()).contains("start_at").contains(format);
        assertThat(site.interviews("ashby", asked + inside).status()).isEqualTo(200);
        assertThat(site.interviews("ashby", asked + within).message())
                .contains("inside a vendor page")
                .contains(format);
        assertThat(
                        site.get(
                                        path("ashby").replace("?", "/s-1?")
                                                + asked
                                                + "&application_id=a-1",
                                        Site.TOKEN)
                                .message())
                .contains("truto_response_format", "belongs to the list");
    }

    @Test
    void givesFlatRowsWithEveryColumn() throws Exception {
        Answer answer = site.interviews("ashby", "&truto_response_format=normalized&limit=60");

        assertThat(answer.ids()).isEqualTo(site.sandbox().interviewIds("ashby"));
        for (Item row : answer.result()) {
            assertThat(Answer.bytes(row))
                    .contains(
                            "\"application_id\":",
                            "\"candidate_id\":null",
                            "\"interviewer_ids\":[",
                            "\"end_at\":")
                    .doesNotContain("remote_data");
        }
    }

    @Test
    void keysInterviewsAndCountsWhatDidNotFit() throws Exception {
        Answer byId = site.interviews("greenhouse", "&truto_key_by=id&limit=60");
        List<String> ids = site.sandbox().interviewIds("greenhouse");
        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(byId.json().at("result").at(id).text("id").is(id)).isTrue());
        assertThat(byId.header("Convene-Key-By")).isEqualTo("collisions=0, missing=0");

        Answer byOrganizer =
                site.interviews("greenhouse", "&truto_key_by=organizer.id&truto_ignore_limit=true");
        assertThat(byOrganizer.header("Convene-Key-By"))
                .matches("collisions=\\d+, missing=[1-9]\\d*");
    }

    @Test
    void saysWhatWasSentAndReceivedAndNoSecret() throws Exception {
        Answer answer = site.interviews("greenhouse", "&truto_response_format=debug&limit=3");

        Item debug = answer.json().at("debug");
        assertThat(debug.each("requests")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(debug.text("resultCount").is("3")).isTrue();
        assertThat(debug.at("responseHeaders").text("link").isPresent()).isTrue();
        assertThat(answer.text())
                .doesNotContain(site.sandbox().credentials("greenhouse").get("client_secret"));
        assertThat(site.get(path("greenhouse") + "&truto_response_format=debug", READER).status())
                .isEqualTo(403);
    }

    @Test
    void keepsTheVendorsDataFromATokenWithoutTheScope() throws Exception {
        assertThat(site.get(path("ashby") + "&truto_response_format=raw", READER).status())
                .isEqualTo(403);
        assertThat(site.get(path("ashby") + "&truto_response_format=stream", READER).status())
                .isEqualTo(403);
        assertThat(site.get(path("ashby"), READER).text()).doesNotContain("remote_data");
    }

    @Test
    void leavesOutWhatIsExcludedAndSavesItsCalls() throws Exception {
        site.sandbox().clearCalls();
        Answer answer =
                site.interviews(
                        "greenhouse", "&truto_exclude_fields=interviewers,remote_data,id&limit=60");

        assertThat(answer.text())
                .doesNotContain("\"interviewers\"", "\"remote_data\"", "\"id\":\"40");
        assertThat(site.sandbox().calls("greenhouse", "/v3/interviewers")).isZero();
    }

    @Test
    void handsARemoteQueryToTheVendorAndBindsItToTheCursor() throws Exception {
        Answer first = site.interviews("greenhouse", "&remote_query%5Bstatus%5D=complete&limit=3");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.result())
                .allSatisfy(
                        interview -> assertThat(interview.text("status").is("completed")).isTrue());
        String cursor = "&next_cursor=" + first.nextCursor().orElseThrow();
        assertThat(site.interviews("greenhouse", "&limit=3" + cursor).result())
                .allSatisfy(
                        interview -> assertThat(interview.text("status").is("completed")).isTrue());
        assertThat(
                        site.interviews("greenhouse", "&remote_query%5Bstatus%5D=skipped" + cursor)
                                .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"greenhouse,''", "ceipal,''", "ashby,application_id", "fountain,candidate_id"})
    void findsOneInterviewByItsId(String account, String needed) throws Exception {
        Item wanted =
                account.equals("fountain")
                        ? site.interviews(
                                        account,
                                        "&candidate_id=" + site.sandbox().applicantIds().getFirst())
                                .result()
                                .getFirst()
                        : site.interviews(account, "&limit=20").result().getLast();
        String id = URLEncoder.encode(wanted.text("id").string(), UTF_8);
        String extra =
                switch (needed) {
                    case "application_id" ->
                            "&application_id=" + wanted.at("application").text("id").string();
                    case "candidate_id" ->
                            "&candidate_id=" + wanted.at("candidate").text("id").string();
                    default -> "";
                };
        String path =
                "/unified/ats/interviews/" + id + "?integrated_account_id=" + site.account(account);

        Answer found = site.get(path + extra, Site.TOKEN);
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(found.text()).isEqualTo(Answer.bytes(wanted));
        if (!needed.isEmpty()) {
            Answer without = site.get(path, Site.TOKEN);
            assertThat(without.status()).isEqualTo(400);
            assertThat(without.text())
                    .contains("missing_required_query_parameters")
                    .contains(needed);
        }
        Answer unknown = site.get(path.replace(id, "123456789") + extra, Site.TOKEN);
        assertThat(unknown.status()).as(unknown.text()).isEqualTo(404);
    }

    @Test
    void saysWhatAnIntegrationCanDo() throws Exception {
        Answer ofAccount =
                site.get(
                        "/unified/ats/interviews/meta/list?integrated_account_id="
                                + site.account("greenhouse"),
                        Site.TOKEN);
        Answer ofIntegration = site.get("/unified/ats/interviews/greenhouse/meta/list", Site.TOKEN);

        assertThat(ofAccount.text()).isEqualTo(ofIntegration.text());
        assertThat(ofAccount.json().at("filters").text("start_at").is("vendor")).isTrue();
        assertThat(ofAccount.json().at("filters").text("candidate_id").is("none")).isTrue();
        assertThat(ofAccount.json().at("fields").text("candidate").is("expand")).isTrue();
        assertThat(site.get("/unified/ats/interviews/nobody/meta/list", Site.TOKEN).status())
                .isEqualTo(503);
    }

    /** Ashby's tokens are others at each call. */
    private static String withoutTokens(String body) {
        return body.replaceAll("(\"(?:nextCursor|syncToken)\": ?\")[^\"]+", "$1…");
    }

    private static String path(String account) {
        return "/unified/ats/interviews?integrated_account_id=" + site.account(account);
    }
}
