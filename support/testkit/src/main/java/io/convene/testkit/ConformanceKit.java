package io.convene.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The conformance tests of a bundle: extend it, say where the packaged bundle is and how its vendor
 * is stood in for, and run it after packaging. Each rule becomes a test of its own.
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

    /** One test for each rule. */
    @TestFactory
    final Stream<DynamicTest> conformance() {
        Conformance conformance = Conformance.of(bundle(), vendor());
        return Arrays.stream(Rule.values())
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.sentence(), () -> report(conformance.examine(rule))))
                .onClose(conformance::close);
    }

    private static void report(Verdict verdict) {
        verdict.skipped().ifPresent(why -> abort(verdict.toString()));
        if (!verdict.problems().isEmpty()) {
            fail(verdict.toString());
        }
    }
}
