package io.convene.launcher.query;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.VendorCalls;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Reads interviews from one account: vendor page by vendor page, mapping each item and applying
 * what the vendor could not, until the limit is reached or nothing follows. Pages that are surely
 * needed are read ahead. One per request.
 */
public final class InterviewReader {
    private static final int MOST_AHEAD = 4;

    private final Listing<InterviewDraft> listing;
    private final BatchReader batches;
    private final BooleanSupplier mayContinue;
    private final boolean streamed;
    private final Plan plan;
    private final Set<Filter> local;
    private final InterviewSink sink;
    private final InterviewDraft draft = InterviewDraft.empty();
    private final Map<Filter, Integer> absent = new EnumMap<>(Filter.class);
    private final Set<Position> seen = new HashSet<>();
    private int count;
    private int unmapped;
    private boolean partial;

    /**
     * A reader for an answer that is complete before its first byte: the vendor's limits hold for
     * all pages together, and a page behind the first that is too late or too much for the vendor
     * ends the outcome.
     */
    public static InterviewReader complete(
            Listing<InterviewDraft> listing, VendorCalls vendor, Plan plan, InterviewSink sink) {
        return new InterviewReader(
                listing,
                new BatchReader(listing, plan, () -> vendor),
                vendor::mayContinue,
                false,
                plan,
                sink);
    }

    /**
     * A reader for an answer that is sent while it is read: each page has limits of its own, and a
     * failure after the first interview ends the outcome instead of being thrown.
     *
     * @param vendors a vendor with limits of its own, for each page
     */
    public static InterviewReader streamed(
            Listing<InterviewDraft> listing,
            Supplier<VendorCalls> vendors,
            Plan plan,
            InterviewSink sink) {
        return new InterviewReader(
                listing, new BatchReader(listing, plan, vendors), () -> true, true, plan, sink);
    }

    private InterviewReader(
            Listing<InterviewDraft> listing,
            BatchReader batches,
            BooleanSupplier mayContinue,
            boolean streamed,
            Plan plan,
            InterviewSink sink) {
        this.listing = listing;
        this.batches = batches;
        this.mayContinue = mayContinue;
        this.streamed = streamed;
        this.plan = plan;
        this.local = plan.local();
        this.sink = sink;
    }

    /**
     * Reads until the plan's limit.
     *
     * @throws VendorException when the vendor gave no usable answer
     */
    public Outcome read() {
        Cursor start = plan.start();
        try (Lookahead ahead = new Lookahead(batches)) {
            Batch batch = batches.read(start.position(), start.index(), start.lastId(), most());
            while (true) {
                partial |= batch.partial();
                readAhead(ahead, batch);
                Optional<Cursor> inside = hand(batch);
                if (inside.isPresent()) {
                    return outcome(inside);
                }
                if (batch.next().isEmpty()) {
                    return outcome(Optional.empty());
                }
                seen.add(batch.position());
                Position next = batch.next().get();
                if (seen.contains(next)) {
                    throw Batch.endless();
                }
                if (count == plan.limit()) {
                    return outcome(Optional.of(cursor(next, 0, "")));
                }
                if (ahead.size() == 0 && !mayContinue.getAsBoolean()) {
                    return stopped(next, Optional.empty());
                }
                try {
                    batch = ahead.take(next, most());
                } catch (VendorException e) {
                    if (streamed ? count > 0 : isForLater(e)) {
                        return stopped(next, Optional.of(e));
                    }
                    throw e;
                }
            }
        }
    }

    /** The vendor's last answer that was a page, if one came. */
    public Optional<VendorResponse> accepted() {
        return batches.accepted();
    }

    /** The vendor's answer that a failure is about; nothing when it failed without one. */
    public Optional<VendorResponse> refused(VendorException failure) {
        return batches.refused(failure);
    }

    /** How many more items are wanted; all of a page's when some will be filtered out here. */
    private int most() {
        return local.isEmpty() ? plan.limit() - count : Integer.MAX_VALUE;
    }

    /**
     * Begins to read the pages that are surely needed: those that follow while fewer items than
     * wanted are at hand.
     */
    private void readAhead(Lookahead ahead, Batch batch) {
        if (!local.isEmpty() || batch.cut()) {
            return;
        }
        int size = Math.max(1, batch.begin() + batch.items().size());
        int missing = plan.limit() - count - batch.items().size() - ahead.size() * size;
        for (Position position : batch.following()) {
            if (missing <= 0 || ahead.size() == MOST_AHEAD || !mayContinue.getAsBoolean()) {
                return;
            }
            if (!ahead.isUnderWay(position) && !seen.contains(position)) {
                ahead.start(position, missing);
                missing -= size;
            }
        }
    }

    /**
     * Hands on what matches; the cursor behind it when the limit is reached before the page's end.
     */
    private Optional<Cursor> hand(Batch batch) {
        List<Item> items = batch.items();
        int handed = batch.begin();
        Text last = Text.absent();
        for (int i = 0; i < items.size(); i++) {
            boolean whole = Mapping.map(listing, items.get(i), plan.query(), draft);
            if (!matches()) {
                continue;
            }
            if (count == plan.limit()) {
                return Optional.of(cursor(batch.position(), handed, last.string()));
            }
            sink.accept(items.get(i), draft);
            count++;
            unmapped += whole ? 0 : 1;
            handed = batch.begin() + i + 1;
            last = draft.text(Field.ID);
        }
        return batch.cut()
                ? Optional.of(cursor(batch.position(), handed, last.string()))
                : Optional.empty();
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

    /** Whether what was not read now can be read later, behind the cursor. */
    private static boolean isForLater(VendorException e) {
        return switch (e.kind()) {
            case TIMED_OUT, EXHAUSTED, RATE_LIMITED -> true;
            case BAD_CREDENTIALS,
                    NOT_ALLOWED,
                    NOT_FOUND,
                    REJECTED,
                    BAD_CURSOR,
                    UNUSABLE_ANSWER,
                    UNAVAILABLE ->
                    false;
        };
    }

    private Cursor cursor(Position position, int index, String lastId) {
        return plan.start().at(position, index, lastId);
    }

    private Outcome stopped(Position next, Optional<VendorException> failure) {
        return new Outcome(
                count, Optional.of(cursor(next, 0, "")), true, unmapped, absent, failure);
    }

    private Outcome outcome(Optional<Cursor> next) {
        return new Outcome(count, next, partial, unmapped, absent, Optional.empty());
    }
}
