package io.convene.provider.greenhouse;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Page;
import io.convene.core.spi.Query;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One batch of a side list while its pages come in. All batches of all lists are sent together,
 * then all their following pages, until none is left. A batch that fails gives its items nothing.
 */
final class GreenhouseJoins {
    private final GreenhouseSideList list;
    private final Query query;
    private final Map<Text, List<Item>> rows = new HashMap<>();
    private final Set<String> cursors = new HashSet<>();
    private VendorRequest request;
    private boolean failed;

    private GreenhouseJoins(GreenhouseSideList list, Query query, List<Text> keys) {
        this.list = list;
        this.query = query;
        this.request = list.request(query, keys);
        keys.forEach(key -> rows.put(key, new ArrayList<>()));
    }

    /** Gives each item the rows that belong to it, as far as they are wanted and can be had. */
    static void join(Page page, Query query, Vendor vendor) {
        List<GreenhouseJoins> batches = new ArrayList<>();
        for (GreenhouseSideList list : GreenhouseSideList.values()) {
            if (list.isWanted(query)) {
                GreenhouseRequests.batches(GreenhouseAnswers.ids(page.items(), list.itemKey()))
                        .forEach(keys -> batches.add(new GreenhouseJoins(list, query, keys)));
            }
        }
        List<GreenhouseJoins> open = List.copyOf(batches);
        while (!open.isEmpty()) {
            open = advance(open, page, vendor);
        }
        batches.stream().filter(batch -> !batch.failed).forEach(batch -> batch.give(page.items()));
    }

    /** Sends the batches' next requests and returns those with a page still to come. */
    private static List<GreenhouseJoins> advance(
            List<GreenhouseJoins> open, Page page, Vendor vendor) {
        try {
            List<VendorResponse> responses =
                    vendor.sendAll(open.stream().map(batch -> batch.request).toList());
            List<GreenhouseJoins> unfinished = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                if (open.get(i).take(responses.get(i), page)) {
                    unfinished.add(open.get(i));
                }
            }
            return unfinished;
        } catch (VendorException e) {
            open.forEach(batch -> batch.fail(page, e));
            return List.of();
        }
    }

    /** Whether another page follows. */
    private boolean take(VendorResponse response, Page page) {
        try {
            for (Item row : GreenhouseAnswers.rows(response)) {
                List<Item> mates = rows.get(row.text(list.rowKey()));
                if (mates != null) {
                    mates.add(row);
                }
            }
            Optional<String> cursor = GreenhouseLinks.nextCursor(response);
            if (cursor.isEmpty()) {
                return false;
            }
            if (!cursors.add(cursor.get())) {
                throw new VendorException(
                        VendorException.Kind.UNUSABLE_ANSWER, "Greenhouse repeats a cursor.");
            }
            request = GreenhouseRequests.following(query.settings(), list.text(), cursor.get());
            return true;
        } catch (VendorException e) {
            fail(page, e);
            return false;
        }
    }

    private void fail(Page page, VendorException cause) {
        failed = true;
        page.omit(list.field(query), "GET /v3/" + list.text() + " failed. " + cause.getMessage());
    }

    private void give(List<Item> items) {
        for (Item item : items) {
            List<Item> mates = rows.get(item.text(list.itemKey()));
            if (mates != null) {
                list.give(item, mates);
            }
        }
    }
}
