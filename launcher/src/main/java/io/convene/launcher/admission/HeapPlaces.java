package io.convene.launcher.admission;

/** How many requests the heap holds, and how much of their answers. */
public final class HeapPlaces {
    private static final long MEBIBYTE = 1024 * 1024;

    /** Classes' objects, accounts and everything else that is there without a request. */
    private static final long BASE = 32 * MEBIBYTE;

    /** Of the rest, what waiting requests may hold; answers under construction need theirs. */
    private static final double SHARE = 0.7;

    /** What a request holds that waits for its vendor, as measured: docs/operate/scaling.md. */
    private static final long REQUEST = 44 * 1024;

    /** Of the rest, what answers under construction may hold. */
    private static final double ANSWERS = 0.2;

    private static final long LEAST_ANSWERS = 4 * MEBIBYTE;
    private static final int LEAST = 16;
    private static final int MOST = 100_000;

    private HeapPlaces() {}

    /**
     * The places for a heap.
     *
     * @param maxHeap the most bytes that the heap may have
     */
    public static int of(long maxHeap) {
        return Math.clamp((long) ((maxHeap - BASE) * SHARE) / REQUEST, LEAST, MOST);
    }

    /**
     * The memory for answers under construction.
     *
     * @param maxHeap the most bytes that the heap may have
     */
    public static long answers(long maxHeap) {
        return Math.max(LEAST_ANSWERS, (long) ((maxHeap - BASE) * ANSWERS));
    }
}
