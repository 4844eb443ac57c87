package io.convene.launcher;

import java.util.Optional;

/**
 * Decides how much room new objects need, from the collector's counts, once a second. Not
 * thread-safe.
 */
final class HeapLoad {
    /** How much room for new objects. */
    enum Room {
        /** So little that an idle process holds hardly more than what is alive. */
        SCARCE,
        /** Enough for collections to be cheap under load. */
        AMPLE
    }

    /** A page of 100 interviews allocates about 0.6 MB; with scarce room, this is 15 a second. */
    private static final int BUSY_COLLECTIONS = 3;

    /** So much garbage that a collection pays. */
    private static final long WASTE = 24L << 20;

    private static final int CALM_SECONDS = 60;

    private Room room = Room.SCARCE;
    private boolean started;
    private long collections;
    private long alive;
    private long collectionsWhenCalm;
    private int calmSeconds;

    HeapLoad(long collections) {
        this.collections = collections;
    }

    /**
     * Takes the counts of one more second.
     *
     * @param young how often the young generation was collected so far
     * @param old the bytes of the old generation that are in use
     * @return the room to make by collecting everything; empty while all may stay
     */
    Optional<Room> next(long young, long old) {
        long recent = young - collections;
        collections = young;
        return room == Room.SCARCE ? whileScarce(recent, old) : whileAmple(young);
    }

    private Optional<Room> whileScarce(long recent, long old) {
        boolean first = !started;
        started = true;
        if (recent >= BUSY_COLLECTIONS || (!first && old - alive >= WASTE)) {
            room = Room.AMPLE;
            calmSeconds = 0;
            collectionsWhenCalm = collections;
            return Optional.of(Room.AMPLE);
        }
        // What the start needed, such as the text of the configuration.
        return first ? Optional.of(Room.SCARCE) : Optional.empty();
    }

    private Optional<Room> whileAmple(long young) {
        if (young - collectionsWhenCalm > 1) {
            collectionsWhenCalm = young;
            calmSeconds = 0;
        }
        if (++calmSeconds <= CALM_SECONDS) {
            return Optional.empty();
        }
        room = Room.SCARCE;
        return Optional.of(Room.SCARCE);
    }

    /** Notes the bytes that were alive after that. */
    void resized(long alive) {
        this.alive = alive;
    }
}
