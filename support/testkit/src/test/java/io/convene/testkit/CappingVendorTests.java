package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.CappingVendor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A vendor that gives fewer records than it is asked for, and one that states how many it has. */
@Timeout(120)
class CappingVendorTests {
    private static final String INTERVIEWS = "AcmeInterviews.java";
    private static final String LAST = "return more.equals(\"true\")";

    @TempDir private Path folder;

    @Test
    void letsTheVendorCapPagesWhereTheBundleAlwaysAsksForOneSize() {
        CompiledBundle bundle =
                CompiledBundle.acme()
                        .replacing(INTERVIEWS, "Math.clamp(query.pageSize(), 1, 100)", "100")
                        .replacing(INTERVIEWS, LAST, "return items.size() >= 100");

        assertThat(examine(bundle, false, Rule.CAPPED_PAGES).problems())
                .first()
                .asString()
                .startsWith(
                        "When the vendor gives at most 20 records a page and 50 are asked for, 220 interviews are missing out of 240, such as i1020.");
    }

    @Test
    void acceptsABundleThatReadsOnAfterAShortPage() {
        assertThat(examine(CompiledBundle.acme(), false, Rule.CAPPED_PAGES).isKept()).isTrue();
    }

    @Test
    void asksForTheTotalWhereEveryAnswerOfTheVendorHasIt() {
        assertThat(examine(CompiledBundle.acme(), true, Rule.TOTALS).problems())
                .singleElement()
                .asString()
                .startsWith(
                        "Every answer of the vendor says that there are 240 interviews, in 'count', and page() does not state it: call Page.total");
    }

    @Test
    void acceptsABundleThatStatesTheTotal() {
        CompiledBundle bundle =
                CompiledBundle.acme()
                        .replacing(
                                INTERVIEWS,
                                "Position.of(1, 0, Integer.toString(number(position) + 1)))",
                                "Position.of(1, 0, Integer.toString(number(position) + 1)))"
                                        + ".total(Long.parseLong(body.text(\"count\").string()))");

        assertThat(examine(bundle, true, Rule.TOTALS).isKept()).isTrue();
    }

    private Verdict examine(CompiledBundle bundle, boolean total, Rule rule) {
        try (Conformance conformance =
                Conformance.of(bundle.writeTo(folder), new CappingVendor(total))) {
            return conformance.examine(rule);
        }
    }
}
