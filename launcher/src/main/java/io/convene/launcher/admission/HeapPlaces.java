package io.convene.launcher.admission;

/** How many requests and connections the heap holds, and how much of the answers. */
public final class HeapPlaces {
    private static final long MEBIBYTE = 1024 * 1024;

    /** Accounts and everything else that is there without a request, and room for garbage. */
    private static final long BASE = 64 * MEBIBYTE;

    /** Of the rest, what requests may hold that wait for their vendors. */
    private static final double REQUESTS = 0.82;

    /**
     * What one of them holds when its vendor's answer begins to arrive, as measured (decision 30),
     * and an eighth of a request that waits for its place.
     */
    private static final long REQUEST = 64 * 1024;

    /** Of the rest, what answers under construction may hold. */
    private static final double ANSWERS = 0.15;

    private static final long LEAST_ANSWERS = 4 * MEBIBYTE;
    private static final int LEAST = 16;
    private static final int MOST = 100_000;

    /** A caller's connection without a request holds about a quarter of one with a request. */
    private static final double CONNECTIONS_OF_PLACE = 2.5;

    private static final int LEAST_CONNECTIONS = 200;

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
     * The connections of callers for a heap.
     *
     * @param maxHeap the most bytes that the heap may have
     */
    public static int connections(long maxHeap) {
        return Math.max(LEAST_CONNECTIONS, (int) (of(maxHeap) * CONNECTIONS_OF_PLACE));
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
