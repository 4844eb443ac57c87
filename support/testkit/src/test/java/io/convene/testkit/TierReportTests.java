package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tiers that results of the rules earn. */
class TierReportTests {
    @Test
    void givesPlatinumWhereNothingIsMissing() {
        TierReport report = TierReport.of(verdicts(TierReportTests::kept), List::of);

        assertThat(report).isEqualTo(new TierReport(Optional.of(Tier.PLATINUM), List.of()));
        assertThat(report).hasToString("platinum");
    }

    @Test
    void keepsABundleFromPlatinumByTheEvidenceThatIsMissing() {
        TierReport report =
                TierReport.of(verdicts(TierReportTests::kept), () -> List.of("No report."));

        assertThat(report).hasToString("gold\n  for platinum:\n  - No report.");
    }

    @ParameterizedTest
    @EnumSource
    void givesNoTierByARuleThatWasNotExamined(Rule rule) {
        TierReport report =
                TierReport.of(verdicts(one -> one == rule ? skipped(one) : kept(one)), List::of);

        assertThat(report.isAtLeast(rule.tier())).isFalse();
        assertThat(report.earned()).isEqualTo(before(rule.tier()));
        assertThat(report.missing()).containsExactly(rule + " was not examined: of the test.");
    }

    @ParameterizedTest
    @EnumSource
    void givesNoTierByARuleThatWasNotRun(Rule rule) {
        List<Verdict> run =
                Arrays.stream(Rule.values())
                        .filter(one -> one != rule)
                        .map(TierReportTests::kept)
                        .toList();

        assertThat(TierReport.of(run, List::of).earned()).isEqualTo(before(rule.tier()));
    }

    @Test
    void givesBronzeAndNoMoreToABundleWithWrongValues() {
        TierReport report =
                TierReport.of(
                        verdicts(one -> one == Rule.VALUES ? broken(one) : kept(one)), List::of);

        assertThat(report.earned()).contains(Tier.BRONZE);
        assertThat(report.missing()).containsExactly("VALUES is broken.");
    }

    @Test
    void keepsABundleFromGoldByWhatTheVendorCouldNotShow() {
        Verdict verdict =
                new Verdict(
                        Rule.CAPPED_PAGES, List.of(), Optional.empty(), List.of("Nothing seen."));
        TierReport report =
                TierReport.of(
                        verdicts(one -> one == Rule.CAPPED_PAGES ? verdict : kept(one)), List::of);

        assertThat(report).hasToString("silver\n  for gold:\n  - Nothing seen.");
    }

    @Test
    void saysThatNotEvenBronzeIsEarned() {
        TierReport report = TierReport.of(List.of(broken(Rule.PAGING)), List::of);

        assertThat(report.earned()).isEmpty();
        assertThat(report.toString())
                .startsWith("none\n  for bronze:")
                .contains("PAGING is broken.");
    }

    private static Optional<Tier> before(Tier tier) {
        return Arrays.stream(Tier.values())
                .filter(one -> one.compareTo(tier) < 0)
                .reduce((one, other) -> other);
    }

    private static List<Verdict> verdicts(Function<Rule, Verdict> of) {
        return Arrays.stream(Rule.values()).map(of).toList();
    }

    static Verdict kept(Rule rule) {
        return new Verdict(rule, List.of(), Optional.empty(), List.of());
    }

    private static Verdict skipped(Rule rule) {
        return new Verdict(rule, List.of(), Optional.of("of the test."), List.of());
    }

    private static Verdict broken(Rule rule) {
        return new Verdict(rule, List.of("A problem."), Optional.empty(), List.of());
    }
}
