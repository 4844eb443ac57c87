package io.convene.testkit.engine.host;

import io.convene.testkit.engine.report.RuleProblems;

/** The examination of one rule on a loaded bundle. */
@FunctionalInterface
public interface Check {
    /** Adds the violations of the rule. */
    void run(Subject subject, RuleProblems problems);
}
