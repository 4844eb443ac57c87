package io.convene.launcher.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many requests a heap holds. */
class HeapPlacesTests {
    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void growWithTheHeap() {
        assertThat(HeapPlaces.of(464 * MEBIBYTE)).isBetween(5_000, 5_500);
        assertThat(HeapPlaces.of(1024 * MEBIBYTE)).isBetween(12_000, 13_000);
    }

    @Test
    void areSomeEvenInASmallHeapAndNotEndlessInALargeOne() {
        assertThat(HeapPlaces.of(16 * MEBIBYTE)).isEqualTo(16);
        assertThat(HeapPlaces.of(1_000_000 * MEBIBYTE)).isEqualTo(100_000);
    }
}
