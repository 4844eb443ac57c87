package io.convene.testkit;

import java.util.List;
import java.util.Optional;

/**
 * The result of examining one rule.
 *
 * @param problems one sentence each; none when the rule is kept or was not examined
 * @param skipped why the rule was not examined, if it was not
 */
public record Verdict(Rule rule, List<String> problems, Optional<String> skipped) {
    public Verdict {
        problems = List.copyOf(problems);
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
