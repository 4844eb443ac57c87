package io.convene.launcher.query;

import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Checks during one answer that its vendor's list makes progress and ends. Across answers the
 * cursor's {@link ChainMemory} knows the pages before. Not thread-safe.
 */
final class Progress {
    /** How many pages without an item an answer reads in a row. */
    static final int MOST_EMPTY = 20;

    /** How many pages without an item a chain of cursors reads in a row. */
    static final int MOST_EMPTY_IN_CHAIN = 200;

    private static final Logger LOG = System.getLogger(Progress.class.getName());

    private final String accountId;
    private final String vendor;
    private final Set<Position> places = new HashSet<>();
    private final Set<Long> contents = new HashSet<>();
    private ChainMemory trail;
    private int empty;
    private boolean isShort;

    /** Of the answer to that plan. */
    Progress(Plan plan) {
        this.accountId = plan.start().accountId();
        this.vendor =
                plan.integration().isEmpty()
                        ? "The vendor"
                        : "The vendor of '%s'".formatted(plan.integration());
        this.trail = plan.start().trail();
    }

    /** Checks a page before its items are used; returns the problem. */
    Optional<VendorException> enter(PageSummary page) {
        if (page.size() == 0) {
            return Optional.empty();
        }
        boolean isKnown = !contents.add(page.digest()) || trail.contents().has(page);
        if (!isKnown || trail.contents().mayRepeat(page)) {
            return Optional.empty();
        }
        return unusable(
                " sent a page again that it had sent before, so its list would never end;"
                        + " reading stopped.");
    }

    /**
     * Checks where a page leads once its items are used; returns the problem. The trail then
     * includes the page.
     */
    Optional<VendorException> leave(PageSummary page) {
        if (page.endsItsList()) {
            compare(trail.tally().after(page));
        }
        trail = trail.after(page);
        places.add(page.position());
        empty = page.isIdle() ? empty + 1 : 0;
        Optional<VendorException> back = page.next().flatMap(this::leadsBack);
        if (back.isPresent() || trail.empty() < MOST_EMPTY_IN_CHAIN) {
            return back;
        }
        return unusable(
                " sent %d pages in a row without a record; reading stopped."
                        .formatted(trail.empty()));
    }

    /**
     * Checks a page that is passed on as it is.
     *
     * @throws VendorException when something is wrong with it, or with where it leads
     */
    void requireNew(PageSummary page) {
        enter(page)
                .or(() -> leave(page))
                .ifPresent(wrong -> {
                    throw wrong;
                });
    }

    /** Whether the next page may be read, as far as is known after that page was left unread. */
    Optional<VendorException> pass(Position position, Position next) {
        trail = trail.afterUnread(position, next);
        places.add(position);
        return leadsBack(next);
    }

    /** The memory for the cursor of the next page. */
    ChainMemory trail() {
        return trail;
    }

    /** How many pages in a row had no item, up to the last one that was left. */
    int empty() {
        return empty;
    }

    /** Whether a list ended before the total that the vendor stated. */
    boolean isShort() {
        return isShort;
    }

    /** Whether the position was read in this answer. */
    boolean isRead(Position position) {
        return places.contains(position);
    }

    private Optional<VendorException> leadsBack(Position next) {
        return places.contains(next) || trail.places().meets(PageDigest.of(next))
                ? unusable(
                        " repeated a page's cursor, so its list would never end; reading stopped.")
                : Optional.empty();
    }

    private void compare(ItemCount whole) {
        OptionalLong missing = whole.missing();
        if (missing.isPresent()) {
            isShort = true;
            LOG.log(
                    Level.WARNING,
                    () ->
                            "the list of account %s ended after %d records, but the vendor states %d; the answer is marked as partial"
                                    .formatted(accountId, whole.items(), whole.total()));
        }
    }

    private Optional<VendorException> unusable(String what) {
        return Optional.of(
                new VendorException(VendorException.Kind.UNUSABLE_ANSWER, vendor + what));
    }
}
