package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.AcmeVendor;

import io.convene.core.Interview;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Bundles whose lists agree with themselves and not with the vendor's data. */
@Timeout(120)
class TruthTests {
    private static final String INTERVIEWS = "AcmeInterviews.java";

    /** A bundle in which a text is replaced, and the message that each of the rules must give. */
    private record Wrong(String name, String text, String by, List<Rule> rules, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir private Path folder;

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong(
                        "has two times the wrong way round",
                        ".startAt(item.text(\"starts_at\"))\n"
                                + " ".repeat(16)
                                + ".createdAt(item.text(\"created_at\"))",
                        ".startAt(item.text(\"created_at\")).createdAt(item.text(\"starts_at\"))",
                        List.of(Rule.VALUES, Rule.FILTER_PAIRS),
                        "has start_at = 2026-0"),
                new Wrong(
                        "filters by a start that is an hour late",
                        ".startAt(item.text(\"starts_at\"))",
                        ".startAt(java.time.Instant.parse(item.text(\"starts_at\").string()).plusSeconds(3_600))",
                        List.of(Rule.FILTERS),
                        "has start_at = 2026-03-02T09:00:00Z, expected 2026-03-02T08:00:00Z."),
                new Wrong(
                        "takes one status for another",
                        "draft.status(InterviewStatus.SCHEDULED);",
                        "draft.status(InterviewStatus.DRAFT);",
                        List.of(Rule.VALUES, Rule.LOOKUP),
                        "has status = draft, expected scheduled."),
                new Wrong(
                        "never names an interviewer where there is no page of them",
                        "if (item.text(\"interviewer\").is(user.email)) {",
                        "if (page.items().size() > 50 && item.text(\"interviewer\").is(user.email)) {",
                        List.of(Rule.FILTERS),
                        "has no interviewers, expected [u1]."),
                new Wrong(
                        "turns each page round",
                        "List<Item> items = body.each(\"data\");",
                        "List<Item> items = body.each(\"data\").reversed();",
                        List.of(Rule.VALUES),
                        "which the vendor lists later."),
                new Wrong(
                        "puts rows into a record that do not belong there",
                        ".attach(\"interviewer_id\", List.of(id));",
                        ".splice(\"interviewer_id\", List.of(id));",
                        List.of(Rule.VALUES),
                        "\"interviewer_id\":[\"u1\"]}, expected "),
                new Wrong(
                        "loses an interview wherever it is asked",
                        "List<Item> items = body.each(\"data\");",
                        "List<Item> items = body.each(\"data\").stream()"
                                + ".filter(item -> !item.text(\"id\").is(\"i1007\")).toList();",
                        List.of(Rule.VALUES),
                        "1 interview is missing out of 240 that must come, such as i1007."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesWhatIsWrongAlthoughTheBundleAgreesWithItself(Wrong wrong) {
        Path bundle =
                CompiledBundle.acme()
                        .replacing(INTERVIEWS, wrong.text(), wrong.by())
                        .writeTo(folder);
        try (Conformance conformance = Conformance.of(bundle, new AcmeVendor())) {
            for (Rule rule : wrong.rules()) {
                assertThat(conformance.examine(rule).problems())
                        .as(rule.toString())
                        .anySatisfy(problem -> assertThat(problem).contains(wrong.said()));
            }
        }
    }

    @Test
    void saysThatNobodyExaminedTheValuesWhereTheVendorIsSilent() {
        Path bundle = CompiledBundle.acme().writeTo(folder);
        try (Conformance conformance = Conformance.of(bundle, telling(truth -> List.of()))) {
            assertThat(conformance.examine(Rule.VALUES).skipped().orElseThrow())
                    .contains("TestVendor.truth()");
            assertThat(conformance.examine(Rule.FILTERS).isKept()).isTrue();
            assertThat(conformance.examine(Rule.LOOKUP).isKept()).isTrue();
        }
    }

    @Test
    void refusesAnInterviewThatComesTwice() {
        assertRefused(truth -> withFirst(truth, truth.get(1)), "truth() has i1001 twice");
    }

    @Test
    void refusesAnInterviewWithoutAnId() {
        assertRefused(
                truth -> withFirst(truth, Interview.builder().candidate("c0").build()),
                "truth() has an interview without an id");
    }

    @Test
    void refusesTruthThatMissesAnInterview() {
        assertRefused(
                truth -> truth.subList(1, truth.size()),
                "239 interviews, which are not the 240 of interviewIds()");
    }

    @Test
    void refusesAStatusThatTheEndpointNeverAnswers() {
        assertRefused(
                truth ->
                        withFirst(truth, Interview.builder().id("i1000").status("planned").build()),
                "truth() has the status 'planned' for i1000; the endpoint answers one of [draft, scheduled");
    }

    private void assertRefused(UnaryOperator<List<Interview>> change, String said) {
        Path bundle = CompiledBundle.acme().writeTo(folder);
        assertThatThrownBy(() -> Conformance.of(bundle, telling(change)))
                .isInstanceOf(TestkitException.class)
                .hasMessageContaining(said);
    }

    private static List<Interview> withFirst(List<Interview> truth, Interview first) {
        List<Interview> changed = new ArrayList<>(truth);
        changed.set(0, first);
        return changed;
    }

    private static TestVendor telling(UnaryOperator<List<Interview>> change) {
        AcmeVendor vendor = new AcmeVendor();
        return new TestVendorOf(vendor, change.apply(vendor.truth()));
    }
}
