package io.convene.launcher.query;

import io.convene.core.spi.Position;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a chain of cursors remembers of the vendor's pages before its place: enough to notice that
 * the vendor repeats itself, and that its list ends too early. The same size for any number of
 * pages.
 *
 * @param tally the items of these pages
 * @param places their positions
 * @param contents their items
 * @param empty how many of them were idle, in a row up to the last one
 */
public record Trail(Tally tally, Turtle places, Contents contents, int empty) {
    /** The trail at the beginning of a list. */
    public static final Trail START = new Trail(Tally.EMPTY, Turtle.AT_START, Contents.NONE, 0);

    /** The trail after that page. */
    Trail after(PageSummary page) {
        return new Trail(
                page.endsItsList() ? Tally.EMPTY : tally.after(page),
                places.after(Digest.of(page.position())),
                contents.after(page),
                page.isIdle() ? empty + 1 : 0);
    }

    /** The trail after a page of which only the place is known. */
    Trail afterUnread(Position position, Position next) {
        return new Trail(
                next.phase() == position.phase() ? tally.uncounted() : Tally.EMPTY,
                places.after(Digest.of(position)),
                contents,
                0);
    }

    void writeTo(DataOutputStream out) throws IOException {
        tally.writeTo(out);
        places.writeTo(out);
        contents.writeTo(out);
        out.writeInt(empty);
    }

    static Trail readFrom(DataInputStream in) throws IOException {
        return new Trail(
                Tally.readFrom(in),
                Turtle.readFrom(in),
                Contents.readFrom(in),
                CursorCodec.atLeast(0, in.readInt()));
    }
}
