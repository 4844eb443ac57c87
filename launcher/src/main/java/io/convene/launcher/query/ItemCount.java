package io.convene.launcher.query;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * How many items of a list have gone by, and how many the vendor says it has. Each phase of a list
 * is counted by itself.
 *
 * @param items how many items the pages had so far; {@link #UNKNOWN} when a page was not counted
 * @param total the total that the vendor stated last; {@link #UNKNOWN} when it stated nothing
 */
record ItemCount(long items, long total) {
    static final long UNKNOWN = -1;
    static final ItemCount EMPTY = new ItemCount(0, UNKNOWN);

    ItemCount after(PageSummary page) {
        long sum = items == UNKNOWN ? UNKNOWN : items + page.size();
        return new ItemCount(sum, page.total().orElse(total));
    }

    /** The same list after a page whose items nobody counted. */
    ItemCount uncounted() {
        return new ItemCount(UNKNOWN, total);
    }

    /** How many items are missing, if this is the whole list and the vendor stated more. */
    OptionalLong missing() {
        boolean known = items != UNKNOWN && total != UNKNOWN;
        return known && total > items ? OptionalLong.of(total - items) : OptionalLong.empty();
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeLong(items);
        out.writeLong(total);
    }

    static ItemCount readFrom(DataInputStream in) throws IOException {
        return new ItemCount(atLeastUnknown(in.readLong()), atLeastUnknown(in.readLong()));
    }

    private static long atLeastUnknown(long number) throws IOException {
        if (number < UNKNOWN) {
            throw new IOException(number + " is not a number of items");
        }
        return number;
    }
}
