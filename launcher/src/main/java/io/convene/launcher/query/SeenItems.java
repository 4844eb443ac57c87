package io.convene.launcher.query;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A digest of the items of the pages so far; pages without items are left out.
 *
 * <p>A page equal to an earlier one is a repetition, with one exception: a single item may come
 * twice in a row, because a record that was added in front moved it to the next page of one item.
 *
 * @param turtle finds pages that come again and again
 * @param last the digest of the last page
 * @param twice whether the last page was that exception
 */
record SeenItems(CycleDetector turtle, long last, boolean twice) {
    static final SeenItems NONE = new SeenItems(CycleDetector.AT_START, 0, false);

    /** Whether a page equal to one of the pages so far is the exception. */
    boolean mayRepeat(PageSummary page) {
        return page.size() == 1 && isLast(page) && !twice;
    }

    /** Whether the page is known to equal an earlier one. */
    boolean has(PageSummary page) {
        return turtle.meets(page.digest()) || isLast(page);
    }

    SeenItems after(PageSummary page) {
        if (page.size() == 0) {
            return this;
        }
        return isLast(page)
                ? new SeenItems(turtle, last, true)
                : new SeenItems(turtle.after(page.digest()), page.digest(), false);
    }

    private boolean isLast(PageSummary page) {
        return turtle.steps() > 0 && last == page.digest();
    }

    void writeTo(DataOutputStream out) throws IOException {
        turtle.writeTo(out);
        out.writeLong(last);
        out.writeBoolean(twice);
    }

    static SeenItems readFrom(DataInputStream in) throws IOException {
        return new SeenItems(CycleDetector.readFrom(in), in.readLong(), in.readBoolean());
    }
}
