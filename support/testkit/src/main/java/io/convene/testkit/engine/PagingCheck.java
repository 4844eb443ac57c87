package io.convene.testkit.engine;

import io.convene.core.spi.VendorException;
import io.convene.launcher.query.Filters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The whole list in pages of many sizes, beside the ids that the vendor has. */
final class PagingCheck implements Check {
    private static final int FEWEST = 30;
    private static final int USUAL = 100;
    private static final int SMALL = 10;
    private static final int ENOUGH = 150;
    private static final int[] SIZES = {1, 2, 3, 7, 10, 49, 50, 51, 101, 250, 500};

    @Override
    public void run(Subject subject, Problems problems) {
        List<String> vendors = subject.facts().interviews();
        if (vendors.size() < FEWEST) {
            problems.add(
                    "The test vendor has "
                            + vendors.size()
                            + " interviews; fewer than "
                            + FEWEST
                            + " show nothing about paging.");
        }
        List<String> all = new ArrayList<>();
        for (Filters scope : subject.scopes()) {
            all.addAll(ids(rows(subject, scope, USUAL, problems)));
            if (!problems.isEmpty()) {
                return;
            }
        }
        compare(vendors, all, "pages of " + USUAL, problems);
        List<Row> rows = rows(subject, subject.scope(), USUAL, problems);
        Filters fewer = subject.scope(rows, ENOUGH);
        List<String> large = ids(rows);
        List<String> small = ids(rows(subject, fewer, USUAL, problems));
        for (int size : SIZES) {
            List<String> order = size < SMALL ? small : large;
            List<String> ids =
                    ids(rows(subject, size < SMALL ? fewer : subject.scope(), size, problems));
            String pages = "pages of " + size;
            compare(order, ids, pages, problems);
            if (new HashSet<>(ids).equals(new HashSet<>(order)) && !ids.equals(order)) {
                problems.add(
                        "In " + pages + " the order is another than in pages of " + USUAL + ".");
            }
        }
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private static List<Row> rows(Subject subject, Filters scope, int size, Problems problems) {
        try {
            Listed listed = subject.list(scope, Set.of(), size);
            listed.unended()
                    .ifPresent(why -> problems.add("In pages of " + size + " " + why + "."));
            if (listed.partial()) {
                problems.add(
                        "In pages of "
                                + size
                                + " an answer is partial, although nothing went wrong.");
            }
            return listed.rows();
        } catch (VendorException e) {
            problems.add(
                    "In pages of " + size + " the list fails: " + e.kind() + ", " + e.getMessage());
            return List.of();
        }
    }

    private static void compare(
            List<String> expected, List<String> ids, String pages, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                problems.add("In " + pages + " the interview " + id + " comes twice.");
            }
        }
        List<String> lost = new ArrayList<>(expected);
        lost.removeAll(seen);
        if (!lost.isEmpty()) {
            problems.add(
                    "In "
                            + pages
                            + " "
                            + lost.size()
                            + " interviews are lost, such as "
                            + lost.getFirst()
                            + ".");
        }
        seen.removeAll(new HashSet<>(expected));
        if (!seen.isEmpty()) {
            problems.add(
                    "In "
                            + pages
                            + " the interview "
                            + seen.iterator().next()
                            + " comes, which the vendor does not have.");
        }
    }
}
