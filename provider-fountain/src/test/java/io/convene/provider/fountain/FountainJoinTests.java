package io.convene.provider.fountain;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Page;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorResponse;
import io.convene.testing.RecordedVendor;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class FountainJoinTests {
    private static final Query ONE = Fountain.ask("a-1").build();
    private static final Query MANY = Fountain.ask("a-1", "a-2", "a-3").build();
    private static final Query EXPANDED =
            Fountain.ask("a-1", "a-2", "a-3").expand(Field.JOB_INTERVIEW_STAGE).build();

    private final RecordedVendor vendor =
            RecordedVendor.below("https://api.fountain.com/v2/")
                    .at(Fountain.NOW)
                    .with("users", Fountain.fixture("users.json"))
                    .with("applicants/a-1", applicant("f-1"))
                    .with("applicants/a-3", applicant("f-2"))
                    .with("funnels/f-1/stages", Fountain.fixture("stages.json"))
                    .with("funnels/f-2/stages", Fountain.fixture("stages-twice.json"));

    @Test
    void findsUsersByTheirNames() {
        Page page = join("slots.json", ONE);
        assertThat(interviewers(page, 0)).containsExactly("u-2");
        assertThat(interviewers(page, 1)).containsExactly("u-1");
        assertThat(interviewers(page, 2)).isEmpty();
        assertThat(page.omitted()).isEmpty();
    }

    @Test
    void comparesNamesHoweverTheyAreWritten() {
        String nfd = "Zoe\u0308\u00a0 Mu\u0308ller\u202f";
        String nfc = "\ufeffZo\u00eb M\u00fcller";
        for (List<String> names : List.of(List.of(nfd, nfc), List.of(nfc, nfd))) {
            FountainDirectory users =
                    FountainDirectory.of(
                            FountainAnswers.rows(
                                    Fountain.answer(
                                            200,
                                            "[{\"id\":\"u\",\"name\":\""
                                                    + names.getFirst()
                                                    + "\"}]"),
                                    "users"),
                            "name");
            assertThat(FountainDirectory.read(users.written()).id(Text.of(names.getLast())))
                    .contains("u");
        }
    }

    @Test
    void readsEveryPageOfUsers() {
        vendor.with(
                "users",
                Fountain.answer(
                        200,
                        "{\"users\":[{\"id\":\"u-1\",\"name\":\"Kim Lee\"}],\"pagination\":{\"next\":2}}"));
        vendor.with(
                "users?page=2",
                Fountain.answer(
                        200,
                        "{\"users\":[{\"id\":\"u-2\",\"name\":\"Kim Lee\"},{\"id\":\"u-3\",\"name\":\"Ada Wu\"}],"
                                + "\"pagination\":{\"next\":\"\",\"next_cursor\":null}}"));
        Page page =
                join(
                        Fountain.answer(
                                200,
                                "{\"booked_slots\":[{\"id\":1,\"recruiter\":\"Kim Lee\"},"
                                        + "{\"id\":2,\"recruiter\":\"Ada Wu\"}]}"),
                        ONE);
        assertThat(interviewers(page, 0)).as("two have that name").isEmpty();
        assertThat(interviewers(page, 1)).containsExactly("u-3");
        assertThat(page.omitted()).isEmpty();
    }

    @Test
    void saysThatInterviewersAreMissingWhenTheUsersHaveNoEnd() {
        for (String next : List.of("2", "\"https://x.example\"", "{}")) {
            VendorResponse endless =
                    Fountain.answer(
                            200, "{\"users\":[],\"pagination\":{\"next\":%s}}".formatted(next));
            vendor.with("users", endless).with("users?page=2", endless);
            assertThat(join("slots.json", ONE).omitted()).containsOnlyKeys(Field.INTERVIEWERS);
        }
    }

    @Test
    void takesNoLiteralForANameOrAnId() {
        vendor.with(
                "users",
                Fountain.answer(
                        200,
                        "[{\"id\":\"u\",\"name\":true},{\"id\":false,\"name\":\"Kim\"},{\"id\":\"7\",\"name\":7}]"));
        Page page =
                join(
                        Fountain.answer(
                                200,
                                "{\"booked_slots\":[{\"id\":1,\"recruiter\":true},{\"id\":2,\"recruiter\":\"true\"},"
                                        + "{\"id\":3,\"recruiter\":\"Kim\"},{\"id\":4,\"recruiter\":7}]}"),
                        ONE);
        for (int item = 0; item < 4; item++) {
            assertThat(interviewers(page, item)).isEmpty();
        }
    }

    @Test
    void takesNoUserWhoseNameAnotherHasToo() {
        Page page =
                join(
                        Fountain.answer(
                                200, "{\"booked_slots\":[{\"id\":1,\"recruiter\":\"Kim Lee\"}]}"),
                        ONE);
        assertThat(interviewers(page, 0)).isEmpty();
        assertThat(page.omitted()).isEmpty();
    }

    @Test
    void findsTheStageThroughTheOpening() {
        Page page = join("slots.json", ONE);
        assertThat(vendor.rounds())
                .containsExactly(
                        List.of("users"), List.of("applicants/a-1"), List.of("funnels/f-1/stages"));
        assertThat(stage(page, 0, ONE)).isEqualTo("st-1");
        assertThat(stage(page, 1, ONE)).isEqualTo("st-2");
        assertThat(stage(page, 2, ONE)).isEmpty();
    }

    @Test
    void asksNothingTwice() {
        join("slots.json", ONE);
        Page again = join("slots.json", ONE);
        assertThat(vendor.rounds()).hasSize(3);
        assertThat(stage(again, 0, ONE)).isEqualTo("st-1");
        assertThat(interviewers(again, 0)).containsExactly("u-2");
    }

    @Test
    void asksNothingThatIsNotWanted() {
        Query query =
                Fountain.ask("a-1")
                        .skip(Field.JOB_INTERVIEW_STAGE)
                        .skip(Field.INTERVIEWERS)
                        .build();
        join("slots.json", query);
        assertThat(vendor.rounds()).isEmpty();
    }

    @Test
    void asksNothingWhereSlotsNameNobody() {
        join(Fountain.answer(200, "{\"booked_slots\":[{\"id\":1,\"recruiter\":\" \"}]}"), ONE);
        assertThat(vendor.rounds()).isEmpty();
    }

    @Test
    void looksUpNoOpeningsOfManyUnlessAsked() {
        Page page = join("bulk.json", MANY);
        assertThat(vendor.rounds()).containsExactly(List.of("users"));
        assertThat(stage(page, 0, MANY)).isEmpty();
        assertThat(page.omitted()).isEmpty();
    }

    @Test
    void usesTheOpeningsThatAreKnownAlready() {
        join("slots.json", ONE);
        Page page = join("bulk.json", MANY);
        assertThat(vendor.rounds()).hasSize(3);
        assertThat(stage(page, 0, MANY)).isEqualTo("st-2");
        // Its opening is not known: another one may have a stage of the same title.
        assertThat(stage(page, 1, MANY)).isEmpty();
        assertThat(stage(page, 2, MANY)).isEqualTo("st-1");
    }

    @Test
    void looksUpTheOpeningOfEveryApplicantOnDemand() {
        Page page = join("bulk.json", EXPANDED);
        assertThat(vendor.rounds())
                .containsExactly(
                        List.of("users"),
                        List.of("applicants/a-1", "applicants/a-3"),
                        List.of("funnels/f-1/stages", "funnels/f-2/stages"));
        assertThat(stage(page, 0, EXPANDED)).isEqualTo("st-2");
        assertThat(stage(page, 1, EXPANDED)).as("twice in its opening").isEmpty();
        assertThat(stage(page, 2, EXPANDED)).isEqualTo("st-1");
        assertThat(page.omitted()).isEmpty();
    }

    @Test
    void looksUpStagesToFilterByThem() {
        Query filtered =
                Fountain.ask("a-1", "a-3")
                        .values(Filter.JOB_INTERVIEW_STAGE_ID, List.of("st-2"))
                        .skip(Field.JOB_INTERVIEW_STAGE)
                        .build();
        Page page = join("bulk.json", filtered);
        assertThat(stage(page, 0, filtered)).isEqualTo("st-2");
    }

    @Test
    void saysThatInterviewersAreMissingWhenUsersCannotBeRead() {
        for (VendorResponse refusal :
                List.of(
                        Fountain.answer(403, "{\"message\":\"Forbidden\"}"),
                        Fountain.answer(200, "{\"message\":\"later\"}"))) {
            vendor.with("users", refusal);
            Page page = join("slots.json", ONE);
            assertThat(page.omitted()).containsOnlyKeys(Field.INTERVIEWERS);
            assertThat(page.omitted().get(Field.INTERVIEWERS)).contains("GET /users");
            assertThat(stage(page, 0, ONE)).isEqualTo("st-1");
        }
    }

    @Test
    void saysThatStagesAreMissingWhenAnOpeningCannotBeRead() {
        vendor.with("applicants/a-1", Fountain.answer(404, "{\"message\":\"gone\"}"));
        Page page = join("bulk.json", EXPANDED);
        assertThat(page.omitted()).containsOnlyKeys(Field.JOB_INTERVIEW_STAGE);
        assertThat(page.omitted().get(Field.JOB_INTERVIEW_STAGE)).contains("gone");
    }

    @Test
    void saysThatStagesAreMissingWhenTheStagesCannotBeRead() {
        vendor.with("funnels/f-1/stages", Fountain.answer(501, "{\"message\":\"no\"}"));
        Page page = join("slots.json", ONE);
        assertThat(page.omitted()).containsOnlyKeys(Field.JOB_INTERVIEW_STAGE);
        assertThat(interviewers(page, 0)).containsExactly("u-2");
    }

    @Test
    void readsStagesThatComeBare() {
        vendor.with(
                "funnels/f-1/stages",
                Fountain.answer(200, "[{\"id\":9,\"title\":\"Phone  Interview\"}]"));
        assertThat(stage(join("slots.json", ONE), 0, ONE)).isEqualTo("9");
    }

    @Test
    void givesNoStageToAnApplicantWithoutOpening() {
        vendor.with("applicants/a-1", Fountain.answer(200, "{\"id\":\"a-1\",\"funnel\":null}"));
        Page page = join("slots.json", ONE);
        assertThat(stage(page, 0, ONE)).isEmpty();
        assertThat(page.omitted()).isEmpty();
    }

    @Test
    void keepsWhatItFoundWhenCallsRunOut() {
        List<String> applicants = IntStream.range(0, 15).mapToObj("b-%02d"::formatted).toList();
        applicants.subList(0, 10).forEach(id -> vendor.with("applicants/" + id, applicant("f-1")));
        Query query =
                Fountain.ask(applicants.toArray(String[]::new))
                        .expand(Field.JOB_INTERVIEW_STAGE)
                        .build();
        String entry =
                "{\"applicant_id\":\"%s\",\"booked_slots\":[{\"id\":\"%s\",\"stage_title\":\"Approved\"}]}";
        String body =
                applicants.stream()
                        .map(id -> entry.formatted(id, id))
                        .reduce((one, other) -> one + "," + other)
                        .orElseThrow();
        Page page = join(Fountain.answer(200, "[" + body + "]"), query);
        assertThat(page.omitted()).containsOnlyKeys(Field.JOB_INTERVIEW_STAGE);
        assertThat(page.items())
                .filteredOn(item -> !item.attached(FountainInterviews.STAGE).isEmpty())
                .hasSize(10);
    }

    @Test
    void writesADirectoryAndReadsItAgain() {
        String rows =
                """
                [{"id":"1 a","name":"Zoë \\"Z\\"\\tB+%"},
                 {"id":"2","name":"Kim"},{"id":"3","name":"Kim"}]
                """;
        FountainDirectory directory =
                FountainDirectory.of(
                        FountainAnswers.rows(Fountain.answer(200, rows), "users"), "name");
        FountainDirectory again = FountainDirectory.read(directory.written());
        assertThat(again.id(Text.of("Zoë \"Z\" B+%"))).contains("1 a");
        assertThat(again.id(Text.of("Kim"))).isEmpty();
        assertThat(again.id(Text.absent())).isEmpty();
        assertThat(Item.of("a\"\\b").text()).hasToString("a\"\\b");
        assertThat(FountainDirectory.read("").id(Text.of("Kim"))).isEmpty();
    }

    private Page join(String fixture, Query query) {
        return join(Fountain.fixture(fixture), query);
    }

    private Page join(VendorResponse response, Query query) {
        Page page = Fountain.page(response, query);
        Fountain.INTERVIEWS.join(page, query, vendor);
        return page;
    }

    private static List<String> interviewers(Page page, int item) {
        return Fountain.interviewers(Fountain.map(page.items().get(item), ONE));
    }

    private static String stage(Page page, int item, Query query) {
        return Fountain.map(page.items().get(item), query).text(Field.JOB_INTERVIEW_STAGE).string();
    }

    private static VendorResponse applicant(String funnel) {
        return Fountain.answer(
                200, "{\"id\":\"x\",\"funnel\":{\"id\":\"" + funnel + "\",\"title\":\"Driver\"}}");
    }
}
