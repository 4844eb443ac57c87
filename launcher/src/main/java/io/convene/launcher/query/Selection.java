package io.convene.launcher.query;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Listing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Maps the items of one answer and passes on those that match, up to the plan's limit. Not
 * thread-safe.
 */
final class Selection {
    /** As many ids as a side call usually takes. */
    private static final int SMALLEST_PART = 50;

    private final Listing<InterviewDraft> listing;
    private final Plan plan;
    private final InterviewSink sink;
    private final Set<Filter> local;
    private final InterviewDraft draft = InterviewDraft.empty();
    private final Map<Filter, Integer> absent = new EnumMap<>(Filter.class);
    private int count;
    private int unmapped;
    private int done;
    private Text last = Text.absent();

    Selection(Listing<InterviewDraft> listing, Plan plan, InterviewSink sink) {
        this.listing = listing;
        this.plan = plan;
        this.sink = sink;
        this.local = plan.local();
    }

    /** Whether some items are left out here, so that nobody knows how many will be needed. */
    boolean isFiltering() {
        return !local.isEmpty();
    }

    /**
     * How many items are to be joined next. With filters of our own a page is joined in parts, so
     * that a small limit does not make side calls for all of a large page.
     */
    int most() {
        return isFiltering() ? Math.max(missing(), SMALLEST_PART) : missing();
    }

    /** The same after a part in which less was found than wanted: parts double. */
    int mostAfter(Batch part) {
        return isFiltering() ? Math.max(most(), 2 * part.items().size()) : missing();
    }

    /** How many interviews may still be passed on. */
    int missing() {
        return plan.limit() - count;
    }

    /** Begins with a page. */
    void begin(Batch batch) {
        done = batch.begin();
        last = Text.absent();
    }

    /**
     * Passes on the matching interviews of a part of that page; false when the limit is reached and
     * more follows in the page.
     */
    boolean hand(Batch batch) {
        List<Item> items = batch.items();
        for (int i = 0; i < items.size(); i++) {
            boolean whole = Mapping.map(listing, items.get(i), plan.query(), draft);
            if (!matches()) {
                continue;
            }
            if (count == plan.limit()) {
                return false;
            }
            sink.accept(items.get(i), draft);
            count++;
            unmapped += whole ? 0 : 1;
            done = batch.begin() + i + 1;
            last = draft.text(Field.ID);
        }
        return !batch.cut() || isFiltering() || missing() > 0;
    }

    /** How many interviews were passed on. */
    int count() {
        return count;
    }

    /** How many of them could be mapped in part only. */
    int unmapped() {
        return unmapped;
    }

    /** For each local filter, how many records lacked its field. */
    Map<Filter, Integer> absent() {
        return absent;
    }

    /** How many items of the page are done with, up to the last one that was passed on. */
    int done() {
        return done;
    }

    /** The id of that one; empty when there is none. */
    String lastId() {
        return last.string();
    }

    private boolean matches() {
        for (Filter filter : local) {
            if (!plan.filters().matches(filter, draft)) {
                if (!draft.text(filter.field()).isPresent()) {
                    absent.merge(filter, 1, Integer::sum);
                }
                return false;
            }
        }
        return true;
    }
}
