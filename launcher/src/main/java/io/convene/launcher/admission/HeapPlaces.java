package io.convene.launcher.admission;

/** How many requests the heap holds, and how much of their answers. */
public final class HeapPlaces {
    private static final long MEBIBYTE = 1024 * 1024;

    /** Accounts and everything else that is there without a request, and room for garbage. */
    private static final long BASE = 64 * MEBIBYTE;

    /** Of the rest, what requests may hold that wait for their vendors. */
    private static final double REQUESTS = 0.82;

    /**
     * What one of them holds, 41 KB as measured (decision 30), and a quarter of a request that
     * waits for its place.
     */
    private static final long REQUEST = 48 * 1024;

    /** Of the rest, what answers under construction may hold. */
    private static final double ANSWERS = 0.15;

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
        return Math.clamp((long) ((maxHeap - BASE) * REQUESTS) / REQUEST, LEAST, MOST);
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
