package io.convene.launcher.query;

import io.convene.core.spi.Position;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A chain of cursors' memory of the vendor's pages before its place: enough to notice that the
 * vendor repeats itself, and that its list ends too early. The same size for any number of pages.
 *
 * @param tally the items of these pages
 * @param places their positions
 * @param contents their items
 * @param empty how many of them were idle, in a row up to the last one
 */
public record ChainMemory(ItemCount tally, CycleDetector places, SeenItems contents, int empty) {
    /** The trail at the beginning of a list. */
    public static final ChainMemory START =
            new ChainMemory(ItemCount.EMPTY, CycleDetector.AT_START, SeenItems.NONE, 0);

    /** The trail after that page. */
    ChainMemory after(PageSummary page) {
        return new ChainMemory(
                page.endsItsList() ? ItemCount.EMPTY : tally.after(page),
                places.after(PageDigest.of(page.position())),
                contents.after(page),
                page.isIdle() ? empty + 1 : 0);
    }

    /** The trail after a page of which only the place is known. */
    ChainMemory afterUnread(Position position, Position next) {
        return new ChainMemory(
                next.phase() == position.phase() ? tally.uncounted() : ItemCount.EMPTY,
                places.after(PageDigest.of(position)),
                contents,
                0);
    }

    void writeTo(DataOutputStream out) throws IOException {
        tally.writeTo(out);
        places.writeTo(out);
        contents.writeTo(out);
        out.writeInt(empty);
    }

    static ChainMemory readFrom(DataInputStream in) throws IOException {
        return new ChainMemory(
                ItemCount.readFrom(in),
                CycleDetector.readFrom(in),
                SeenItems.readFrom(in),
                CursorCodec.atLeast(0, in.readInt()));
    }
}
