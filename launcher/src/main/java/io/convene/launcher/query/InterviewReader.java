package io.convene.launcher.query;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.VendorCalls;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads interviews from one account: asks the bundle for requests, has them sent, pages read,
 * joined and mapped, applies what the vendor could not, until the limit is reached or nothing
 * follows. One per request.
 */
public final class InterviewReader {
    private static final Logger LOG = System.getLogger(InterviewReader.class.getName());

    private final Listing<InterviewDraft> listing;
    private final VendorCalls vendor;
    private final Plan plan;
    private final Set<Filter> local;
    private final InterviewSink sink;
    private final InterviewDraft draft = InterviewDraft.empty();
    private final Map<Filter, Integer> absent = new EnumMap<>(Filter.class);
    private final Set<Position> seen = new HashSet<>();
    private int count;
    private int unmapped;
    private boolean partial;
    private @Nullable VendorResponse answer;

    /** A reader of that plan, which hands every interview to the sink. */
    public InterviewReader(
            Listing<InterviewDraft> listing, VendorCalls vendor, Plan plan, InterviewSink sink) {
        this.listing = listing;
        this.vendor = vendor;
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
        Position position = plan.start().position();
        int index = plan.start().index();
        String lastId = plan.start().lastId();
        boolean first = true;
        while (true) {
            Page page;
            try {
                page = page(position);
            } catch (VendorException e) {
                if (!first && isOutOfTime(e)) {
                    return stopped(cursor(position, 0, ""));
                }
                throw e;
            }
            int begin = begin(page.items(), index, lastId, position);
            Optional<Cursor> inside = hand(page, begin, position);
            if (inside.isPresent()) {
                return outcome(inside);
            }
            if (page.next().isEmpty()) {
                return outcome(Optional.empty());
            }
            seen.add(position);
            position = page.next().get();
            if (seen.contains(position)) {
                throw new VendorException(
                        VendorException.Kind.UNUSABLE_ANSWER,
                        "The vendor repeated a page's cursor, so its list would never end; reading stopped.");
            }
            if (count == plan.limit()) {
                return outcome(Optional.of(cursor(position, 0, "")));
            }
            if (!vendor.mayContinue()) {
                return stopped(cursor(position, 0, ""));
            }
            index = 0;
            lastId = "";
            first = false;
        }
    }

    /** The vendor's last answer to a request for a page, if one came: what a failure is about. */
    public Optional<VendorResponse> lastAnswer() {
        return Optional.ofNullable(answer);
    }

    private Page page(Position position) {
        VendorRequest request = listing.request(plan.query(), position);
        try {
            return listing.page(send(request), plan.query(), position);
        } catch (VendorException e) {
            if (e.kind() != VendorException.Kind.BAD_CREDENTIALS || !vendor.renewToken()) {
                throw e;
            }
            return listing.page(send(request), plan.query(), position);
        }
    }

    private VendorResponse send(VendorRequest request) {
        answer = null;
        VendorResponse received = vendor.send(request);
        answer = received;
        return received;
    }

    /**
     * The place behind the last item that was handed on; its neighbours count when it has gone
     * meanwhile.
     */
    private int begin(List<Item> items, int index, String lastId, Position position) {
        if (lastId.isEmpty()) {
            return Math.min(index, items.size());
        }
        for (int i = 0; i < items.size(); i++) {
            map(items.get(i));
            if (draft.text(Field.ID).is(lastId)) {
                return i + 1;
            }
        }
        LOG.log(
                Level.DEBUG,
                () -> "the last interview of a cursor has gone from its page at " + position);
        return Math.min(index - 1, items.size());
    }

    /**
     * Hands on what matches from {@code begin} on; the cursor of the next match when the limit is
     * reached before it.
     */
    private Optional<Cursor> hand(Page page, int begin, Position position) {
        List<Item> rest = page.items().subList(begin, page.items().size());
        boolean cut = local.isEmpty() && rest.size() > plan.limit() - count;
        List<Item> wanted = cut ? rest.subList(0, plan.limit() - count) : rest;
        join(wanted);
        int handed = begin;
        String lastId = "";
        for (int i = 0; i < wanted.size(); i++) {
            boolean whole = map(wanted.get(i));
            if (!matches()) {
                continue;
            }
            if (count == plan.limit()) {
                return Optional.of(cursor(position, handed, lastId));
            }
            sink.accept(wanted.get(i), draft);
            count++;
            unmapped += whole ? 0 : 1;
            handed = begin + i + 1;
            lastId = draft.text(Field.ID).string();
        }
        return cut ? Optional.of(cursor(position, handed, lastId)) : Optional.empty();
    }

    private void join(List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        Page joined = Page.last(items);
        try {
            listing.join(joined, plan.query(), vendor);
        } catch (VendorException e) {
            LOG.log(Level.INFO, () -> "a side call failed: " + e.getMessage());
            partial = true;
        }
        joined.omitted()
                .forEach((field, why) -> {
                    LOG.log(Level.INFO, () -> field.text() + " was left out: " + why);
                    partial = true;
                });
    }

    private boolean map(Item item) {
        draft.clear();
        try {
            listing.map(item, plan.query(), draft);
            return true;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    () -> "a record could be mapped in part only: " + e.getClass().getName());
            return false;
        }
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

    private static boolean isOutOfTime(VendorException e) {
        return switch (e.kind()) {
            case TIMED_OUT, EXHAUSTED -> true;
            case BAD_CREDENTIALS,
                    NOT_ALLOWED,
                    RATE_LIMITED,
                    NOT_FOUND,
                    REJECTED,
                    BAD_CURSOR,
                    UNUSABLE_ANSWER,
                    UNAVAILABLE ->
                    false;
        };
    }

    private Cursor cursor(Position position, int index, String lastId) {
        Cursor start = plan.start();
        return new Cursor(
                start.accountId(),
                start.filters(),
                start.hashed(),
                start.pageSize(),
                position,
                index,
                lastId);
    }

    private Outcome stopped(Cursor next) {
        partial = true;
        return outcome(Optional.of(next));
    }

    private Outcome outcome(Optional<Cursor> next) {
        return new Outcome(count, next, partial, unmapped, absent);
    }
}
