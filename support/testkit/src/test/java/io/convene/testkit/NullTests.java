package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.AcmeVendor;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Bundles that return null, or set it, and the sentence that says where. */
@Timeout(120)
class NullTests {
    private static final String PROVIDER = "AcmeProvider.java";
    private static final String INTERVIEWS = "AcmeInterviews.java";

    /** A text of a source replaced so that the bundle returns null, and the required message. */
    private record Null(String source, String text, String by, Rule rule, String said) {
        @Override
        public String toString() {
            return said;
        }
    }

    @TempDir private Path folder;

    static Stream<Null> nulls() {
        return Stream.of(
                new Null(
                        INTERVIEWS,
                        "return request.build();",
                        "return null;",
                        Rule.PAGING,
                        "request() returned null: return a VendorRequest"),
                new Null(
                        INTERVIEWS,
                        ": Page.last(items)",
                        ": null",
                        Rule.VALUES,
                        "page() returned null: return Page.of or Page.last"),
                new Null(
                        INTERVIEWS,
                        "return Support.builder()",
                        "return null; } private static Support other() { return Support.builder()",
                        Rule.LOADING,
                        "PRV-608 The method support() of acme-1.0.0.jar cannot be used under the default settings: it returned null."),
                new Null(
                        INTERVIEWS,
                        "return Support.builder()",
                        "return settings.url(\"base_url\").contains(\"127\") ? null : Support.builder()",
                        Rule.PAGING,
                        "support() returned null: return what Support.builder() builds"),
                new Null(
                        PROVIDER,
                        "return Optional.of(interviews);",
                        "return null;",
                        Rule.LOADING,
                        "PRV-607 The method interviews() of acme-1.0.0.jar cannot be used: it returned null."),
                new Null(
                        INTERVIEWS,
                        ".candidate(item.text(\"candidate_id\"))",
                        ".candidate(null)",
                        Rule.DECLARED_FIELDS,
                        "map() set candidate to null: leave it out, or set Text.absent()."));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void saysWhichMethodGaveNullAndWhatToGiveInstead(Null broken) {
        Path bundle =
                CompiledBundle.acme()
                        .replacing(broken.source(), broken.text(), broken.by())
                        .writeTo(folder);
        try (Conformance conformance = Conformance.of(bundle, new AcmeVendor())) {
            assertThat(conformance.examine(broken.rule()).problems())
                    .anySatisfy(problem -> assertThat(problem).contains(broken.said()))
                    .allSatisfy(problem -> assertThat(problem).doesNotContain("NullPointer"));
        }
    }
}
