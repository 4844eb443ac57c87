package io.convene.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class TimeRangeTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void containsItsEndsOnlyWhenTheyAreIncluded() {
        assertThat(TimeRange.all().from(NOON, true).contains(NOON)).isTrue();
        assertThat(TimeRange.all().from(NOON, false).contains(NOON)).isFalse();
        assertThat(TimeRange.all().to(NOON, true).contains(NOON)).isTrue();
        assertThat(TimeRange.all().to(NOON, false).contains(NOON)).isFalse();
        assertThat(TimeRange.all().contains(NOON)).isTrue();
    }

    @Test
    void becomesNarrowerAndNeverWider() {
        TimeRange range =
                TimeRange.all().from(NOON, true).from(NOON.minusSeconds(1), true).to(NOON, true);

        assertThat(range.from()).contains(NOON);
        assertThat(range.contains(NOON)).isTrue();
        assertThat(range.from(NOON, false).contains(NOON)).isFalse();
        assertThat(range.to(NOON, false).contains(NOON)).isFalse();
        assertThat(range.to(NOON.plusSeconds(9), true).contains(NOON.plusSeconds(1))).isFalse();
    }
}
