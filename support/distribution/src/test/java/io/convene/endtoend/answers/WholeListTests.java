package io.convene.endtoend.answers;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
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
import java.util.Optional;
import java.util.stream.Collectors;

/** Whole lists, page by page: every interview once, and the vendor's own bytes. */
@Timeout(120)
class WholeListTests {
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                                Sandbox.builder().start(),
                                folder,
                                "ashby",
                                "ceipal",
                                "ceipal-v1",
                                "fountain",
                                "fountain-oauth",
                                "greenhouse")
                        .start();
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "ceipal-v1", "greenhouse"})
    void givesEveryInterviewOnceInTheVendorsOrder(String account) throws Exception {
        List<String> ids =
                pages(account, "&limit=7").stream().flatMap(page -> page.ids().stream()).toList();

        assertThat(ids).hasSizeGreaterThan(200).isEqualTo(site.sandbox().interviewIds(account));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fountain", "fountain-oauth"})
    void givesEveryInterviewOfEveryApplicantOnce(String account) throws Exception {
        List<String> ids = new ArrayList<>();
        for (String applicant : site.sandbox().applicantIds()) {
            List<String> own =
                    pages(account, "&limit=7&candidate_id=" + applicant).stream()
                            .flatMap(page -> page.ids().stream())
                            .toList();
            assertThat(own)
                    .containsExactlyInAnyOrderElementsOf(site.sandbox().interviewIdsOf(applicant));
            ids.addAll(own);
        }

        assertThat(ids)
                .hasSizeGreaterThan(200)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(site.sandbox().interviewIds("fountain"));
    }

    @Test
    void givesTheInterviewsOfManyApplicantsFromOneVendorCall() throws Exception {
        String applicants =
                site.sandbox().applicantIds().stream().limit(200).collect(Collectors.joining(","));
        site.sandbox().clearCalls();
        List<Answer> pages =
                pages(
                        "fountain",
                        "&limit=500&truto_ignore_remote_data=true&candidate_id=" + applicants);

        assertThat(pages.stream().flatMap(page -> page.ids().stream()).toList())
                .doesNotHaveDuplicates()
                .hasSize(
                        Math.toIntExact(
                                site.sandbox().applicantIds().stream()
                                        .limit(200)
                                        .mapToLong(id -> site.sandbox().interviewIdsOf(id).size())
                                        .sum()));
        assertThat(site.sandbox().calls("fountain", "/v2/applicants/booked_slots"))
                .isEqualTo(pages.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "fountain"})
    void passesTheVendorsBytesThroughUnchanged(String account) throws Exception {
        int compared = 0;
        for (Item interview : interviews(account)) {
            String id = interview.text("id").string();
            assertThat(Answer.bytes(interview.at("remote_data")))
                    .isEqualTo(new String(site.sandbox().record(account, id), UTF_8));
            compared++;
        }
        assertThat(compared).isEqualTo(site.sandbox().interviewIds(account).size());
    }

    @Test
    void restoresGreenhousesBytesWhenTheSplicedMemberIsTakenOut() throws Exception {
        List<Item> interviews = interviews("greenhouse");
        assertThat(interviews).hasSameSizeAs(site.sandbox().interviewIds("greenhouse"));
        for (Item interview : interviews) {
            String id = interview.text("id").string();
            String record = new String(site.sandbox().record("greenhouse", id), UTF_8);
            String open = record.substring(0, record.lastIndexOf('}'));
            String remote = Answer.bytes(interview.at("remote_data"));

            assertThat(remote).startsWith(open).endsWith("}");
            assertThat(remote.substring(open.length(), remote.length() - 1))
                    .startsWith(",\"interviewers\":[")
                    .endsWith("]");
            assertThat(interview.at("remote_data").each("interviewers").stream().map(Answer::bytes))
                    .containsExactlyInAnyOrderElementsOf(
                            site.sandbox().interviewerRows(id).stream()
                                    .map(row -> new String(row, UTF_8))
                                    .toList());
        }
    }

    private static List<Item> interviews(String account) throws Exception {
        List<Item> interviews = new ArrayList<>();
        if (account.equals("fountain")) {
            for (String applicant : site.sandbox().applicantIds()) {
                pages(account, "&candidate_id=" + applicant)
                        .forEach(page -> interviews.addAll(page.result()));
            }
        } else {
            pages(account, "&limit=100").forEach(page -> interviews.addAll(page.result()));
        }
        return interviews;
    }

    static List<Answer> pages(String account, String query) throws Exception {
        List<Answer> pages = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Answer page =
                    site.interviews(
                            account, query + cursor.map(next -> "&next_cursor=" + next).orElse(""));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.json().text("is_partial_response").isPresent()).isFalse();
            assertThat(page.json().text("result_count").string())
                    .isEqualTo(Integer.toString(page.result().size()));
            pages.add(page);
            cursor = page.nextCursor();
            assertThat(pages).hasSizeLessThan(1_000);
        } while (cursor.isPresent());
        return pages;
    }
}
