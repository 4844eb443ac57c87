package io.convene.launcher.http;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Long arrays for answers, a few of which are kept for the next ones. A new one would be zeroed
 * first, in memory that is in no cache of the processor: measured, 5 % of a page's CPU.
 * Thread-safe.
 */
final class AnswerArrays {
    /** Shorter ones cost as little as keeping them. */
    static final int SHORTEST = 32 * 1024;

    /** Longer ones are rare, and would be held for nothing. */
    static final int LONGEST = 1024 * 1024;

    private static final int MOST = 16;

    /** As many as are written to at once: a waiting request has none. */
    private static final AtomicReferenceArray<byte[]> KEPT =
            new AtomicReferenceArray<>(
                    Math.min(MOST, 2 * Runtime.getRuntime().availableProcessors()));

    private AnswerArrays() {}

    /** An array of at least that length, with any content. */
    static byte[] take(int length) {
        if (length < SHORTEST || length > LONGEST) {
            return new byte[length];
        }
        for (int i = 0; i < KEPT.length(); i++) {
            byte[] kept = KEPT.get(i);
            if (kept != null && kept.length >= length && KEPT.compareAndSet(i, kept, null)) {
                return kept;
            }
        }
        // Of few lengths, so that one serves many answers.
        return new byte[(length + SHORTEST - 1) / SHORTEST * SHORTEST];
    }

    /** Keeps an array that nobody uses any longer; a longer one in the place of a shorter one. */
    static void give(byte[] array) {
        if (array.length < SHORTEST || array.length > LONGEST) {
            return;
        }
        for (int i = 0; i < KEPT.length(); i++) {
            byte[] kept = KEPT.get(i);
            if ((kept == null || kept.length < array.length)
                    && KEPT.compareAndSet(i, kept, array)) {
                return;
            }
        }
    }
}
