package io.convene.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The conformance tests of a bundle: extend it, say where the packaged bundle is and how its vendor
 * is simulated, and run it after packaging. Each rule becomes a test of its own.
 *
 * @since 0.1.0
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

    /**
     * The report of pitest about the bundle's classes, its {@code mutations.xml}. Platinum needs
     * it. By default the file that the system property {@code convene.kit.mutations} names.
     *
     * @return the file; empty without one
     */
    protected Optional<Path> mutations() {
        return KitProperties.mutations();
    }

    /**
     * The tier that the bundle must earn, or else the tests fail. By default the one that the
     * system property {@code convene.kit.tier} names, such as {@code gold}.
     *
     * @return the tier; empty when none is demanded
     */
    protected Optional<Tier> requiredTier() {
        return KitProperties.requiredTier();
    }

    /**
     * Whether the earned tier is written into the bundle's jar, as {@code
     * META-INF/convene/conformance.json}. By default whether the system property {@code
     * convene.kit.report} is {@code true}. Return false in all but one test class of a bundle.
     */
    protected boolean writesReport() {
        return KitProperties.writesReport();
    }

    /** One test for each rule, named by it, and at the end one for the tier. */
    @TestFactory
    final Stream<DynamicTest> conformance() {
        Set<Rule> rules = rules();
        List<Verdict> verdicts = new ArrayList<>();
        Path bundle = bundle();
        Conformance conformance = Conformance.of(bundle, vendor(), timeLimit());
        Stream<DynamicTest> tests =
                Arrays.stream(Rule.values())
                        .filter(rules::contains)
                        .map(rule -> test(rule, conformance, verdicts));
        return Stream.concat(tests, Stream.of(tierTest(bundle, conformance, verdicts)))
                .onClose(conformance::close);
    }

    private DynamicTest tierTest(Path bundle, Conformance conformance, List<Verdict> verdicts) {
        return DynamicTest.dynamicTest(
                "TIER: The tier that the bundle earns by the rules above.",
                URI.create("convene-rule:TIER"),
                () -> {
                    TierReport report = conformance.tier(verdicts, mutations());
                    String said = "Tier of %s: %s".formatted(bundle.getFileName(), report);
                    System.out.println(said);
                    if (writesReport()) {
                        conformance.writeReport(report);
                    }
                    if (requiredTier().filter(tier -> !report.isAtLeast(tier)).isPresent()) {
                        fail("%s must be earned. %s".formatted(requiredTier().get(), said));
                    }
                });
    }

    // Reports show a test of a factory by the factory's name and a number, unless it has a source
    // of its own.
    private static DynamicTest test(Rule rule, Conformance conformance, List<Verdict> verdicts) {
        return DynamicTest.dynamicTest(
                "%s: %s".formatted(rule, rule.sentence()),
                URI.create("convene-rule:" + rule),
                () -> {
                    Verdict verdict = conformance.examine(rule);
                    verdicts.add(verdict);
                    report(verdict);
                });
    }

    private static void report(Verdict verdict) {
        verdict.skipped().ifPresent(why -> abort(verdict.toString()));
        if (!verdict.problems().isEmpty()) {
            fail(verdict.toString());
        }
    }
}
