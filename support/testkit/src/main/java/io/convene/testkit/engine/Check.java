package io.convene.testkit.engine;

/** The examination of one rule on a loaded bundle. */
@FunctionalInterface
interface Check {
    /** Adds what breaks the rule. */
    void run(Subject subject, Problems problems);
}
