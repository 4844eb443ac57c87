package io.convene.testkit.engine.paging;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorResponse;
import io.convene.testkit.engine.faults.Envelope;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.ForwardingListing;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.WholeList;
import io.convene.testkit.engine.report.Counted;
import io.convene.testkit.engine.report.RuleProblems;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whether pages state the number of interviews that the vendor states, and no other. */
public final class TotalsCheck implements Check {
    private static final int LIMIT = 20;

    @Override
    public void run(Subject subject, RuleProblems problems) {
        TotalRecorder noting = new TotalRecorder(subject.listing());
        WholeList listed = subject.list(subject.scope(), Set.of(), LIMIT, noting);
        int items = listed.rows().size();
        Set<Long> stated = noting.stated();
        for (long total : stated) {
            if (total != items) {
                problems.add(
                        "page() states a total of %d, and the list has %s: state the number of all records that the list has, or none."
                                .formatted(total, Counted.count(items, "interview")));
            }
        }
        if (stated.isEmpty()) {
            noting.unstated(items)
                    .ifPresent(name ->
                            problems.add(
                                    "Every answer of the vendor says that there are %d interviews, in '%s', and page() does not state it: call Page.total, so that a list that ends early is not taken for the whole."
                                            .formatted(items, name)));
        }
    }

    /** The listing, with the totals that its pages and the answers state. */
    private static final class TotalRecorder extends ForwardingListing {
        private final List<VendorResponse> answers = new CopyOnWriteArrayList<>();
        private final Set<Long> totals = new HashSet<>();

        TotalRecorder(Listing<InterviewDraft> listing) {
            super(listing);
        }

        @Override
        public Page page(VendorResponse response, Query query, Position position) {
            Page page = super.page(response, query, position);
            answers.add(response);
            OptionalLong total = page.total();
            synchronized (totals) {
                total.ifPresent(totals::add);
            }
            return page;
        }

        Set<Long> stated() {
            synchronized (totals) {
                return Set.copyOf(totals);
            }
        }

        /** The member that is this number in every one of several answers. */
        Optional<String> unstated(int items) {
            Set<String> names = new HashSet<>();
            for (int i = 0; i < answers.size(); i++) {
                Set<String> found = Envelope.numbered(answers.get(i), items);
                if (i == 0) {
                    names.addAll(found);
                } else {
                    names.retainAll(found);
                }
            }
            return answers.size() < 2 ? Optional.empty() : names.stream().sorted().findFirst();
        }
    }
}
