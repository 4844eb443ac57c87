package io.convene.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The tier that a bundle earned, and the reasons why it is not the next one.
 *
 * @param earned empty when not even the rules of bronze are kept
 * @param missing one sentence for each thing that the next tier lacks; none with the highest tier
 * @since 0.1.0
 */
public record TierReport(Optional<Tier> earned, List<String> missing) {
    public TierReport {
        missing = List.copyOf(missing);
    }

    /** The tier that these results earn; evidence beyond the rules is asked for at the end. */
    static TierReport of(List<Verdict> verdicts, Supplier<List<String>> platinum) {
        Map<Rule, Verdict> byRule = new EnumMap<>(Rule.class);
        verdicts.forEach(verdict -> byRule.put(verdict.rule(), verdict));
        Optional<Tier> earned = Optional.empty();
        for (Tier tier : Tier.values()) {
            List<String> missing =
                    tier == Tier.PLATINUM ? platinum.get() : missing(tier, byRule, verdicts);
            if (!missing.isEmpty()) {
                return new TierReport(earned, missing);
            }
            earned = Optional.of(tier);
        }
        return new TierReport(earned, List.of());
    }

    /** Whether that tier, or a higher one, was earned. */
    public boolean isAtLeast(Tier tier) {
        return earned.filter(one -> one.compareTo(tier) >= 0).isPresent();
    }

    private static List<String> missing(
            Tier tier, Map<Rule, Verdict> byRule, List<Verdict> verdicts) {
        List<String> missing = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            Optional<Verdict> verdict = Optional.ofNullable(byRule.get(rule));
            if (verdict.filter(one -> !one.problems().isEmpty()).isPresent()) {
                // Bronze is about its own rules, every other tier about all that was found.
                if (rule.tier() == tier || tier != Tier.BRONZE) {
                    missing.add("%s is broken.".formatted(rule));
                }
            } else if (rule.tier() == tier && verdict.filter(Verdict::isKept).isEmpty()) {
                missing.add(
                        "%s was not examined%s"
                                .formatted(
                                        rule,
                                        verdict.flatMap(Verdict::skipped)
                                                .map(why -> ": " + why)
                                                .orElse(".")));
            }
        }
        if (tier == Tier.GOLD) {
            verdicts.forEach(verdict -> missing.addAll(verdict.gaps()));
        }
        return missing;
    }

    private Optional<Tier> next() {
        return Arrays.stream(Tier.values()).filter(tier -> !isAtLeast(tier)).findFirst();
    }

    /** The tier, and below it what the next one lacks. */
    @Override
    public String toString() {
        return earned.map(Tier::toString).orElse("none")
                + next().map(tier -> "\n  for %s:".formatted(tier)).orElse("")
                + String.join("", missing.stream().map(one -> "\n  - " + one).toList());
    }
}
