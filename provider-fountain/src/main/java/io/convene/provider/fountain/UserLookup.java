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

/** Finds the users behind the names of recruiters, which are all that a slot has. */
final class UserLookup {
    private static final String KEY = "users";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private UserLookup() {}

    static void join(Page page, Query query, Vendor vendor) {
        boolean named = page.items().stream().anyMatch(slot -> slot.words("recruiter").isPresent());
        if (!named || !query.wants(Field.INTERVIEWERS)) {
            return;
        }
        try {
            Directory users = users(query, vendor);
            for (Item slot : page.items()) {
                users.id(slot.words("recruiter"))
                        .ifPresent(
                                id -> slot.attach(SlotListing.INTERVIEWER, List.of(Item.of(id))));
            }
        } catch (VendorException e) {
            page.omit(Field.INTERVIEWERS, "GET /users failed. " + e.getMessage());
        }
    }

    private static Directory users(Query query, Vendor vendor) {
        Optional<String> kept = vendor.recall(KEY);
        if (kept.isPresent()) {
            return Directory.read(kept.get());
        }
        SideList list = new SideList("users", Addresses.users(query.settings()));
        Directory users = Directory.of(list.rows(vendor.send(list.request()), vendor), "name");
        vendor.remember(KEY, users.written(), KEPT);
        return users;
    }
}
