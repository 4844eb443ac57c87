package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.AcmeVendor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Bundles with a method that does not return. */
@Timeout(120)
class TimeLimitTests {
    private static final String INTERVIEWS = "AcmeInterviews.java";
    private static final Duration LIMIT = Duration.ofSeconds(4);

    /** The property that ends the bundle's threads once a test is over. */
    private final String end = "acme." + UUID.randomUUID();

    @TempDir private Path folder;

    @AfterEach
    void letGo() {
        System.setProperty(end, "true");
    }

    @ParameterizedTest
    @CsvSource({
        "request, 'VendorRequest.Builder request =', ''",
        "page, 'Item body = response.json();', ''",
        "map, 'draft.id(item.text(\"id\"))', ''",
        // The host itself calls it when it loads the bundle, under the default settings.
        "support, 'return Support.builder()', '&& settings.url(\"base_url\").contains(\"127\")'"
    })
    void namesTheRuleAndTheMethodThatDoesNotReturn(String method, String text, String condition) {
        Path bundle = spinningBefore(text, condition).writeTo(folder);
        try (Conformance conformance = Conformance.of(bundle, new AcmeVendor(), LIMIT)) {
            assertThat(conformance.examine(Rule.PAGING).problems())
                    .first()
                    .asString()
                    .startsWith(
                            "The rule PAGING ran out of time after 4 s, in the bundle's method ")
                    .contains(
                            " method %s(), which has not returned for ".formatted(method),
                            " and is at com.acme.convene.AcmeInterviews.%s(AcmeInterviews.java:"
                                    .formatted(method));
        }
    }

    @Test
    void goesOnAfterARuleThatRanOutOfTimeAndGivesUpAfterTheSecond() {
        Path bundle = spinningBefore("Item body = response.json();", "").writeTo(folder);
        try (Conformance conformance = Conformance.of(bundle, new AcmeVendor(), LIMIT)) {
            List<Verdict> verdicts = conformance.examineAll();

            assertThat(verdicts).hasSize(Rule.values().length);
            assertThat(verdicts)
                    .filteredOn(verdict -> !verdict.problems().isEmpty())
                    .extracting(Verdict::rule)
                    // The spinning code asks a system property when to end.
                    .containsExactly(
                            Rule.TRANSLATION, Rule.DECLARED_FIELDS, Rule.UNDECLARED_FIELDS);
            assertThat(verdicts.getFirst().isKept()).isTrue();
            assertThat(verdicts.getLast().skipped().orElseThrow())
                    .contains("DECLARED_FIELDS, UNDECLARED_FIELDS");
        }
    }

    @Test
    void leavesNoThreadThatKeepsTheTestsAlive() {
        Path bundle = spinningBefore("Item body = response.json();", "").writeTo(folder);
        try (Conformance conformance = Conformance.of(bundle, new AcmeVendor(), LIMIT)) {
            conformance.examine(Rule.PAGING);
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("convene-kit"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    private CompiledBundle spinningBefore(String text, String condition) {
        String spin =
                "while (!Boolean.getBoolean(\"%s\") %s) { Thread.onSpinWait(); }\n"
                        .formatted(end, condition);
        return CompiledBundle.acme().replacing(INTERVIEWS, text, spin + text);
    }
}
