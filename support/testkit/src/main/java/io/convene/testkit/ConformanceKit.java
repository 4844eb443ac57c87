package io.convene.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The conformance tests of a bundle: extend it, say where the packaged bundle is and how its vendor
 * is simulated, and run it after packaging. Each rule becomes a test of its own.
 */
public abstract class ConformanceKit {
    /** For the test class of a bundle. */
    protected ConformanceKit() {}

    /**
     * The packaged bundle: its jar, or the folder of its jar and its private dependencies. {@link
     * BundleFiles#in} finds a jar whose name carries a version.
     */
    protected abstract Path bundle();

    /** A stand-in of the vendor, new and not started. */
    protected abstract TestVendor vendor();

    /**
     * How long the examination of one rule may take before the rule counts as broken. By default
     * the value of the system property {@code convene.kit.time-limit}, such as {@code PT90S}, else
     * a minute.
     */
    protected Duration timeLimit() {
        return KitProperties.timeLimit();
    }

    /**
     * The rules that are examined, in the order of {@link Rule}. By default those that the system
     * property {@code convene.kit.rules} names, such as {@code PAGING,FILTERS}, else all.
     */
    protected Set<Rule> rules() {
        return KitProperties.rules();
    }

    /** One test for each rule, named by it. */
    @TestFactory
    final Stream<DynamicTest> conformance() {
        Set<Rule> rules = rules();
        Conformance conformance = Conformance.of(bundle(), vendor(), timeLimit());
        return Arrays.stream(Rule.values())
                .filter(rules::contains)
                .map(rule -> test(rule, conformance))
                .onClose(conformance::close);
    }

    // Reports show a test of a factory by the factory's name and a number, unless it has a source
    // of its own.
    private static DynamicTest test(Rule rule, Conformance conformance) {
        return DynamicTest.dynamicTest(
                "%s: %s".formatted(rule, rule.sentence()),
                URI.create("convene-rule:" + rule),
                () -> report(conformance.examine(rule)));
    }

    private static void report(Verdict verdict) {
        verdict.skipped().ifPresent(why -> abort(verdict.toString()));
        if (!verdict.problems().isEmpty()) {
            fail(verdict.toString());
        }
    }
}
