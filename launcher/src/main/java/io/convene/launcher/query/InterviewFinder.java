package io.convene.launcher.query;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.VendorCalls;
import io.convene.launcher.egress.wire.VendorFailure;

import java.util.List;
import java.util.Optional;

/**
 * Finds one interview by its id: by the vendor's own request where there is one, else by looking
 * through the list.
 */
public final class InterviewFinder {
    private final Listing<InterviewDraft> listing;
    private final VendorCalls vendor;
    private final Plan plan;
    private final BatchReader batches;
    private boolean inPart;

    /** A finder within that plan's filters. */
    public InterviewFinder(Listing<InterviewDraft> listing, VendorCalls vendor, Plan plan) {
        this.listing = listing;
        this.vendor = vendor;
        this.plan = plan;
        this.batches = new BatchReader(listing, plan, () -> vendor);
    }

    /**
     * Hands the interview to the sink; whether there is one.
     *
     * @throws VendorFailure when the vendor gave no usable answer
     */
    public boolean find(String id, InterviewSink sink) {
        Match match = new Match(id, sink);
        try {
            Optional<List<Item>> found = batches.lookup(id);
            if (found.isEmpty()) {
                lookThrough(match);
                return match.found;
            }
            Query one = plan.query().forLookup(id);
            InterviewDraft draft = InterviewDraft.empty();
            for (Item item : found.get()) {
                boolean whole = Mapping.map(listing, item, one, draft);
                if (isWithinFilters(draft) && match.accepts(item, draft)) {
                    inPart = !whole;
                }
            }
            return match.found;
        } catch (VendorFailure e) {
            if (e.kind() == VendorException.Kind.NOT_FOUND) {
                return match.found;
            }
            throw e;
        }
    }

    /** Whether the interview that was passed on could be mapped in part only. */
    public boolean isInPart() {
        return inPart;
    }

    /** A look-up by id knows no filters, so they are evaluated here. */
    private boolean isWithinFilters(InterviewDraft draft) {
        return plan.treatments().keySet().stream()
                .allMatch(filter -> plan.filters().matches(filter, draft));
    }

    private void lookThrough(Match match) {
        InterviewReader all =
                InterviewReader.complete(
                        listing,
                        vendor,
                        plan,
                        (item, draft) -> {
                            if (match.accepts(item, draft)) {
                                // The list says only how many there were in part.
                                inPart = !isWhole(item);
                            }
                        });
        ListResult outcome = all.read();
        if (match.found) {
            return;
        }
        switch (outcome.shortfall()) {
            case TOTAL_NOT_REACHED ->
                    throw unusable(
                            "The interview was not found, but the vendor's list ended before the total that it states.");
            case EMPTY_PAGES ->
                    throw unusable(
                            "The interview was not found before the vendor sent "
                                    + Progress.MOST_EMPTY
                                    + " pages in a row without a record.");
            case NONE -> {
                if (outcome.next().isPresent()) {
                    throw unfinished(outcome);
                }
            }
        }
    }

    private static VendorFailure unfinished(ListResult outcome) {
        return outcome.failure()
                .filter(failure -> failure.kind() == VendorException.Kind.RATE_LIMITED)
                .orElseGet(() ->
                        VendorFailure.of(
                                new VendorException(
                                        VendorException.Kind.TIMED_OUT,
                                        "The interview was not found before the deadline or the most vendor calls were reached.")));
    }

    private static VendorFailure unusable(String sentence) {
        return VendorFailure.of(VendorException.unusable(sentence));
    }

    private boolean isWhole(Item item) {
        return Mapping.map(listing, item, plan.query(), InterviewDraft.empty());
    }

    /** Lets only the interview of one id pass, and only once. */
    private static final class Match {
        private final String id;
        private final InterviewSink sink;
        private boolean found;

        Match(String id, InterviewSink sink) {
            this.id = id;
            this.sink = sink;
        }

        boolean accepts(Item item, InterviewDraft draft) {
            if (found || !draft.text(Field.ID).is(id)) {
                return false;
            }
            found = true;
            sink.accept(item, draft);
            return true;
        }
    }
}
