package io.convene.launcher.query;

import io.convene.core.spi.Page;
import io.convene.core.spi.Position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The part of a vendor's page that shows whether the list makes progress.
 *
 * @param position where the page begins
 * @param size how many items it has
 * @param digest tells its items from those of other pages
 * @param total how many items the vendor says the list has
 * @param following where the next pages begin: the next one first, the others as far as the
 *     vendor's paging foretells them
 */
record PageSummary(
        Position position, int size, long digest, OptionalLong total, List<Position> following) {
    static PageSummary of(Position position, Page page) {
        List<Position> following = new ArrayList<>();
        page.next()
                .ifPresent(next -> {
                    following.add(next);
                    following.addAll(page.upcoming());
                });
        return new PageSummary(
                position,
                page.items().size(),
                PageDigest.of(page.items()),
                page.total(),
                List.copyOf(following));
    }

    Optional<Position> next() {
        return following.stream().findFirst();
    }

    /**
     * Whether this page has no item and leads to another one of the same list. An empty list that
     * leads to the next phase is not such a page: a filter of 200 ids may have 200 of them.
     */
    boolean isIdle() {
        return size == 0
                && !following.isEmpty()
                && following.getFirst().phase() <= position.phase();
    }

    /** Whether this page is the last of its phase's list. */
    boolean endsItsList() {
        return following.isEmpty() || following.getFirst().phase() != position.phase();
    }
}
