package io.convene.provider.greenhouse;

import static io.convene.provider.greenhouse.Greenhouse.answer;
import static io.convene.provider.greenhouse.Greenhouse.fixture;
import static io.convene.provider.greenhouse.Greenhouse.followed;
import static io.convene.provider.greenhouse.Greenhouse.interviewers;
import static io.convene.provider.greenhouse.Greenhouse.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Page;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorResponse;
import io.convene.testing.RecordedVendor;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class GreenhouseJoinTests {
    private static final String PANEL =
            "interviewers?per_page=500&interview_ids=71200934003,71200933003,71200932003";
    private static final String APPLICATIONS =
            "applications?per_page=500&ids=88120077003,88120078003";
    private static final String SLOTS = "job_interviews?per_page=500&ids=6410021003,6410022003";
    private static final Query USUAL =
            Query.builder(Greenhouse.SETTINGS)
                    .skip(Field.CANDIDATE)
                    .skip(Field.JOB_INTERVIEW_STAGE)
                    .build();

    private final Page page = Greenhouse.page();
    private final RecordedVendor vendor = RecordedVendor.below("https://harvest.greenhouse.io/v3/");

    @Test
    void splicesThePanelIntoEveryInterview() {
        vendor.with(PANEL, ok("interviewers.json"));
        join(USUAL);
        assertThat(vendor.rounds()).containsExactly(List.of(PANEL));
        assertThat(spliced(0)).containsExactly("91003", "91002", "91001");
        assertThat(spliced(1)).containsExactly("91000");
        assertThat(page.items().get(2).spliced()).containsEntry("interviewers", List.of());
        assertThat(page.omitted()).isEmpty();
    }

    @Test
    void namesInterviewersByTheirUsersAndLeavesGuestsToRemoteData() {
        vendor.with(PANEL, ok("interviewers.json"));
        join(USUAL);
        assertThat(interviewers(map(page.items().get(0)))).containsExactly("4021003", "4022003");
        assertThat(interviewers(map(page.items().get(1)))).containsExactly("4021003");
        assertThat(interviewers(map(page.items().get(2)))).isEmpty();
    }

    @Test
    void expandsCandidateAndStageInOneRound() {
        vendor.with(PANEL, ok("interviewers.json"))
                .with(APPLICATIONS, ok("applications.json"))
                .with(SLOTS, ok("job_interviews.json"));
        join(Greenhouse.PLAIN);
        assertThat(vendor.rounds()).containsExactly(List.of(PANEL, APPLICATIONS, SLOTS));
        assertThat(map(page.items().get(0)).text(Field.CANDIDATE)).hasToString("33077003");
        assertThat(map(page.items().get(1)).text(Field.CANDIDATE)).hasToString("33078003");
        assertThat(map(page.items().get(0)).text(Field.JOB_INTERVIEW_STAGE))
                .hasToString("5510001003");
        assertThat(map(page.items().get(2)).text(Field.JOB_INTERVIEW_STAGE))
                .hasToString("5510002003");
        assertThat(page.items().getFirst().spliced()).containsOnlyKeys("interviewers");
    }

    @Test
    void asksNothingThatIsNotWanted() {
        join(
                Query.builder(Greenhouse.SETTINGS)
                        .skip(Field.CANDIDATE)
                        .skip(Field.JOB_INTERVIEW_STAGE)
                        .skip(Field.INTERVIEWERS)
                        .skip(Field.REMOTE_DATA)
                        .build());
        assertThat(vendor.rounds()).isEmpty();
        assertThat(page.items().getFirst().spliced()).isEmpty();
    }

    @Test
    void completesRemoteDataAlthoughInterviewersAreExcluded() {
        vendor.with(PANEL, ok("interviewers.json"));
        join(without(Field.INTERVIEWERS));
        assertThat(spliced(1)).containsExactly("91000");
    }

    @Test
    void asksNothingForAnEmptyPage() {
        Greenhouse.INTERVIEWS.join(Page.last(List.of()), Greenhouse.PLAIN, vendor);
        Greenhouse.INTERVIEWS.join(
                Page.last(List.of(Greenhouse.item("{}"))), Greenhouse.PLAIN, vendor);
        assertThat(vendor.rounds()).isEmpty();
    }

    @Test
    void asksInBatchesOfFiftyAndFollowsEachToItsEnd() {
        Page large = Page.last(IntStream.rangeClosed(1, 120).mapToObj(this::interview).toList());
        vendor.with(panel(1, 50), followed(rows(1, 3), "interviewers", "a"))
                .with("interviewers?cursor=a", followed(rows(1, 4), "interviewers", "b"))
                .with("interviewers?cursor=b", answer(rows(50, 5)))
                .with(panel(51, 100), followed(rows(100, 6), "interviewers", "c"))
                .with("interviewers?cursor=c", answer(rows(51, 7)))
                .with(panel(101, 120), answer("[]"));
        Greenhouse.INTERVIEWS.join(large, USUAL, vendor);
        assertThat(vendor.rounds())
                .containsExactly(
                        List.of(panel(1, 50), panel(51, 100), panel(101, 120)),
                        List.of("interviewers?cursor=a", "interviewers?cursor=c"),
                        List.of("interviewers?cursor=b"));
        assertThat(interviewers(map(large.items().get(0)))).containsExactly("3", "4");
        assertThat(interviewers(map(large.items().get(49)))).containsExactly("5");
        assertThat(interviewers(map(large.items().get(50)))).containsExactly("7");
        assertThat(large.items().get(119).spliced()).containsEntry("interviewers", List.of());
        assertThat(large.omitted()).isEmpty();
    }

    @Test
    void splicesNothingWhereThePanelIsRefused() {
        vendor.with(PANEL, answer(403, "{\"message\":\"Forbidden\"}"));
        join(USUAL);
        assertThat(page.items()).allSatisfy(item -> assertThat(item.spliced()).isEmpty());
        assertThat(page.omitted()).containsOnlyKeys(Field.INTERVIEWERS);
        assertThat(page.omitted().get(Field.INTERVIEWERS))
                .contains("/v3/interviewers", "HTTP 403", "Forbidden");
    }

    @Test
    void splicesNothingWhereThePanelNeverCame() {
        join(USUAL);
        assertThat(page.items()).allSatisfy(item -> assertThat(item.spliced()).isEmpty());
        assertThat(page.omitted()).containsOnlyKeys(Field.INTERVIEWERS);
    }

    @Test
    void splicesNothingWhereAPanelIsIncomplete() {
        vendor.with(PANEL, followed(rows(71200933003L, 8), "interviewers", "lost"));
        join(USUAL);
        assertThat(page.items()).allSatisfy(item -> assertThat(item.spliced()).isEmpty());
        assertThat(page.omitted()).containsOnlyKeys(Field.INTERVIEWERS);
    }

    @Test
    void stopsWhenTheVendorRepeatsACursor() {
        vendor.with(PANEL, followed("[]", "interviewers", "same"))
                .with("interviewers?cursor=same", followed("[]", "interviewers", "same"));
        join(USUAL);
        assertThat(vendor.rounds()).hasSize(2);
        assertThat(page.omitted().get(Field.INTERVIEWERS)).contains("repeats a cursor");
    }

    @Test
    void keepsTheBatchesThatSucceeded() {
        Page large = Page.last(IntStream.rangeClosed(1, 51).mapToObj(this::interview).toList());
        vendor.with(panel(1, 50), answer(429, "{}")).with(panel(51, 51), answer(rows(51, 9)));
        Greenhouse.INTERVIEWS.join(large, USUAL, vendor);
        assertThat(large.items().getFirst().spliced()).isEmpty();
        assertThat(interviewers(map(large.items().get(50)))).containsExactly("9");
        assertThat(large.omitted()).containsOnlyKeys(Field.INTERVIEWERS);
    }

    @Test
    void saysWhichExpandedFieldIsMissing() {
        vendor.with(PANEL, ok("interviewers.json"))
                .with(APPLICATIONS, answer(403, "{}"))
                .with(SLOTS, answer("{}"));
        join(Greenhouse.PLAIN);
        assertThat(page.omitted()).containsOnlyKeys(Field.CANDIDATE, Field.JOB_INTERVIEW_STAGE);
        assertThat(spliced(0)).hasSize(3);
    }

    @Test
    void saysThatRemoteDataIsIncompleteWhenOnlyThatIsWanted() {
        vendor.with(PANEL, answer(500, ""));
        join(without(Field.INTERVIEWERS));
        assertThat(page.omitted()).containsOnlyKeys(Field.REMOTE_DATA);
    }

    private void join(Query query) {
        Greenhouse.INTERVIEWS.join(page, query, vendor);
    }

    private List<String> spliced(int item) {
        List<Item> rows = page.items().get(item).spliced().get("interviewers");
        return GreenhouseAnswers.ids(rows, "id").stream().map(Text::string).toList();
    }

    private Item interview(int id) {
        return Greenhouse.item("{\"id\":" + id + "}");
    }

    private static Query without(Field field) {
        return Query.builder(Greenhouse.SETTINGS)
                .skip(Field.CANDIDATE)
                .skip(Field.JOB_INTERVIEW_STAGE)
                .skip(field)
                .build();
    }

    private static String panel(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",", "interviewers?per_page=500&interview_ids=", ""));
    }

    private static String rows(long interview, int user) {
        return "[{\"id\":1,\"interview_id\":" + interview + ",\"user_id\":" + user + "}]";
    }

    private static VendorResponse ok(String name) {
        return VendorResponse.of(200, Map.of(), fixture(name));
    }
}
