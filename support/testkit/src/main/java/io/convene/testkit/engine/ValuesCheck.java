package io.convene.testkit.engine;

import io.convene.core.Field;
import io.convene.launcher.query.Filters;

import java.util.Set;

/** Every interview beside what the author says of it, with everything expanded and with nothing. */
final class ValuesCheck implements Check {
    /** Why values cannot be examined of an author who says nothing. */
    static final String UNTOLD =
            "the test vendor does not say what must come out: see TestVendor.truth().";

    @Override
    public void run(Subject subject, Problems problems) {
        Set<Field> expands = subject.support().expands();
        for (Filters scope : subject.scopes()) {
            compare(subject, scope, expands, "With everything expanded", problems);
        }
        if (!expands.isEmpty()) {
            compare(subject, subject.scope(), Set.of(), "With nothing expanded", problems);
        }
    }

    private static void compare(
            Subject subject, Filters scope, Set<Field> expand, String said, Problems problems) {
        Reference reference = Reference.of(subject, scope);
        new Comparison(subject, reference, problems)
                .list(
                        said,
                        subject.list(scope, expand, 100),
                        reference.rows(),
                        expand,
                        row -> "which the vendor does not have.");
    }
}
