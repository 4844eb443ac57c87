package io.convene.provider.fountain;

import io.convene.core.Field;
import io.convene.core.Item;
import io.convene.core.spi.Page;
import io.convene.core.spi.Query;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The side calls of a page: the users whose names its slots have as recruiters, and the stages
 * whose titles they have.
 */
final class FountainJoins {
    private static final String KEY = "users";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private FountainJoins() {}

    /** Attaches users and stages to the slots of a page. */
    static void join(Page page, Query query, Vendor vendor) {
        joinUsers(page, query, vendor);
        FountainStageJoin.join(page, query, vendor);
    }

    private static void joinUsers(Page page, Query query, Vendor vendor) {
        boolean named = page.items().stream().anyMatch(slot -> slot.words("recruiter").isPresent());
        if (!named || !query.wants(Field.INTERVIEWERS)) {
            return;
        }
        try {
            FountainDirectory users = users(query, vendor);
            for (Item slot : page.items()) {
                users.id(slot.words("recruiter"))
                        .ifPresent(id ->
                                slot.attach(FountainInterviews.INTERVIEWER, List.of(Item.of(id))));
            }
        } catch (VendorException e) {
            page.omit(Field.INTERVIEWERS, "GET /users failed. " + e.getMessage());
        }
    }

    private static FountainDirectory users(Query query, Vendor vendor) {
        Optional<String> kept = vendor.recall(KEY);
        if (kept.isPresent()) {
            return FountainDirectory.read(kept.get());
        }
        FountainSideList list =
                new FountainSideList("users", FountainRequests.users(query.settings()));
        FountainDirectory users =
                FountainDirectory.of(list.rows(vendor.send(list.request()), vendor), "name");
        vendor.remember(KEY, users.written(), KEPT);
        return users;
    }
}
