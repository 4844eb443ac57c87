package io.convene.testkit;

import java.util.List;
import java.util.Optional;

/**
 * The result of examining one rule.
 *
 * @param problems one sentence each; none when the rule is kept or was not examined
 * @param skipped why the rule was not examined, if it was not
 * @param gaps one sentence for each thing that the test vendor could not show; the rule may be kept
 *     all the same, and the bundle cannot be gold
 * @since 0.1.0
 */
public record Verdict(
        Rule rule, List<String> problems, Optional<String> skipped, List<String> gaps) {
    public Verdict {
        problems = List.copyOf(problems);
        gaps = List.copyOf(gaps);
    }

    /** Whether the rule was examined and is kept. */
    public boolean isKept() {
        return problems.isEmpty() && skipped.isEmpty();
    }

    /** The rule, and below it the violations. */
    @Override
    public String toString() {
        return rule
                + ": "
                + rule.sentence()
                + skipped.map(why -> "\n  not examined: " + why).orElse("")
                + String.join("", problems.stream().map(one -> "\n  - " + one).toList());
    }
}
