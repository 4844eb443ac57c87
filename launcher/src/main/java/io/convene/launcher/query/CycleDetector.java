package io.convene.launcher.query;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Finds out whether a sequence repeats itself, with one remembered member: the turtle waits while
 * the sequence goes on, and moves up to it after 1, 2, 4, 8 … steps (Brent's algorithm). A sequence
 * that goes round in a circle meets the turtle at most three circles after it entered the circle.
 *
 * @param steps how many members went by
 * @param mark the member where the turtle waits; means nothing before the first step
 */
record CycleDetector(int steps, long mark) {
    static final CycleDetector AT_START = new CycleDetector(0, 0);

    /** Whether the sequence is back where the turtle waits. */
    boolean meets(long member) {
        return steps > 0 && mark == member;
    }

    CycleDetector after(long member) {
        int next = Math.min(steps, Integer.MAX_VALUE - 1) + 1;
        return new CycleDetector(next, Integer.bitCount(next) == 1 ? member : mark);
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(steps);
        out.writeLong(mark);
    }

    static CycleDetector readFrom(DataInputStream in) throws IOException {
        return new CycleDetector(CursorCodec.atLeast(0, in.readInt()), in.readLong());
    }
}
