package io.convene.testkit.engine.values;

import io.convene.core.Field;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.report.RuleProblems;

import java.util.List;
import java.util.Set;

/** Compares every interview with the author's, with everything expanded and with nothing. */
public final class ValuesCheck implements Check {
    /** Why values cannot be examined of an author who says nothing. */
    public static final String UNTOLD =
            "the test vendor does not say what must come out: see TestVendor.truth().";

    @Override
    public void run(Subject subject, RuleProblems problems) {
        addGap(subject.facts().truth(), problems);
        Set<Field> expands = subject.support().expands();
        for (Filters scope : subject.scopes()) {
            compare(subject, scope, expands, "With everything expanded", problems);
        }
        if (!expands.isEmpty()) {
            compare(subject, subject.scope(), Set.of(), "With nothing expanded", problems);
        }
    }

    private static void addGap(List<InterviewRow> truth, RuleProblems problems) {
        long without = truth.stream().filter(row -> row.value(Field.REMOTE_DATA).isEmpty()).count();
        if (without > 0) {
            problems.addGap(
                    "VALUES compared no remote_data of %d of %d interviews: implement remoteData() of the test vendor."
                            .formatted(without, truth.size()));
        }
    }

    private static void compare(
            Subject subject, Filters scope, Set<Field> expand, String said, RuleProblems problems) {
        ExpectedList reference = ExpectedList.of(subject, scope);
        new Comparison(subject, reference, problems)
                .list(
                        said,
                        subject.list(scope, expand, 100),
                        reference.rows(),
                        expand,
                        row -> "which the vendor does not have.");
    }
}
