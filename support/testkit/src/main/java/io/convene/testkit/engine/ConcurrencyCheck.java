package io.convene.testkit.engine;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.WholeList;
import io.convene.testkit.engine.report.Counted;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The whole list by many threads at once through one listing, each with pages of its own size. */
final class ConcurrencyCheck implements Check {
    private static final int ENOUGH = 250;
    private static final int[] SIZES = {100, 7, 50, 11, 25, 13, 49, 10};

    @Override
    public void run(Subject subject, RuleProblems problems) {
        List<InterviewRow> rows = subject.list(subject.scope(), Set.of(), 100).rows();
        Filters scope = subject.scope(rows, ENOUGH);
        List<InterviewRow> alone = subject.list(scope, Set.of(), 100).rows();
        Listing<InterviewDraft> listing = subject.listing();
        List<Future<WholeList>> readings = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int size : SIZES) {
                Callable<WholeList> reading = () -> subject.list(scope, Set.of(), size, listing);
                readings.add(threads.submit(reading));
            }
        }
        for (Future<WholeList> reading : readings) {
            try {
                compare(alone, reading.get().rows(), problems);
            } catch (ExecutionException e) {
                problems.add(
                        "Among %d requests at once, one fails with %s"
                                .formatted(
                                        SIZES.length,
                                        Thrown.said(e.getCause() == null ? e : e.getCause())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static void compare(
            List<InterviewRow> alone, List<InterviewRow> crowded, RuleProblems problems) {
        String among = "Among %d requests at once,".formatted(SIZES.length);
        if (alone.size() != crowded.size()) {
            problems.add(
                    "%s one gives %s and alone it gives %d: the listing must keep nothing of a request."
                            .formatted(
                                    among,
                                    Counted.count(crowded.size(), "interview"),
                                    alone.size()));
            return;
        }
        for (int i = 0; i < alone.size(); i++) {
            InterviewRow row = alone.get(i);
            Set<Field> differences = row.differences(crowded.get(i), EnumSet.allOf(Field.class));
            if (!differences.isEmpty()) {
                problems.add(
                        "%s the interview %s has other values of %s than alone: the listing must keep nothing of a request."
                                .formatted(
                                        among,
                                        row.id(),
                                        differences.stream().map(Field::text).toList()));
            }
        }
    }
}
