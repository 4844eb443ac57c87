package io.convene.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that falls the same way for the same seed and purpose. Not thread-safe. */
public final class RandomDraw {

    private final SplittableRandom random;

    public RandomDraw(long seed, String purpose) {
        this.random = new SplittableRandom(seed * 31 + purpose.hashCode());
    }

    /** From the first, included, to the last, included. */
    public int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** True once in so many throws. */
    public boolean oneIn(int throwsEach) {
        return random.nextInt(throwsEach) == 0;
    }

    public String uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(high, low).toString();
    }

    /** A moment between two others, in whole milliseconds. */
    public Instant moment(Instant first, Instant last) {
        long span = Math.max(1, Duration.between(first, last).toMillis());
        return first.plusMillis(random.nextLong(span)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** A quarter of an hour between two moments, as meetings start. */
    public Instant quarter(Instant first, Instant last) {
        long quarters = 15 * 60;
        return Instant.ofEpochSecond(moment(first, last).getEpochSecond() / quarters * quarters);
    }

    /** So many bytes, for opaque ids. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
