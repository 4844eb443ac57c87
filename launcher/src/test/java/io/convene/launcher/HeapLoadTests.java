package io.convene.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapLoadTests {
    private static final long MIB = 1L << 20;

    private final HeapLoad load = new HeapLoad(10);

    @Test
    void givesTheMemoryOfTheStartBackOnce() {
        assertThat(load.next(10, 20 * MIB)).contains(HeapLoad.Room.SCARCE);
        load.resized(8 * MIB);

        assertThat(load.next(10, 8 * MIB)).isEmpty();
        assertThat(load.next(11, 8 * MIB)).isEmpty();
    }

    @Test
    void makesRoomForRequestsThatComeAtOnce() {
        assertThat(load.next(13, 20 * MIB)).contains(HeapLoad.Room.AMPLE);
        load.resized(8 * MIB);

        assertThat(load.next(40, 200 * MIB)).isEmpty();
    }

    @Test
    void makesRoomWhenGarbageGrowsOldSlowly() {
        load.next(10, 20 * MIB);
        load.resized(8 * MIB);

        assertThat(load.next(11, 31 * MIB)).isEmpty();
        assertThat(load.next(12, 32 * MIB)).contains(HeapLoad.Room.AMPLE);
    }

    @Test
    void takesTheRoomBackAfterAMinuteWithoutLoad() {
        load.next(13, 8 * MIB);

        for (int second = 0; second < 59; second++) {
            assertThat(load.next(13, 8 * MIB)).isEmpty();
        }
        assertThat(load.next(15, 8 * MIB)).as("load within the minute").isEmpty();
        for (int second = 0; second < 59; second++) {
            assertThat(load.next(15, 8 * MIB)).isEmpty();
        }
        assertThat(load.next(15, 8 * MIB)).contains(HeapLoad.Room.SCARCE);
        assertThat(load.next(15, 8 * MIB)).isEmpty();
        assertThat(load.next(18, 8 * MIB)).contains(HeapLoad.Room.AMPLE);
    }
}
