package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Text;
import io.convene.core.spi.TimeRange;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class FiltersTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private final Filters filters =
            Filters.of(
                    Map.of(Filter.APPLICATION_ID, List.of("b", "a=1", "b")),
                    Map.of(
                            Filter.CREATED_AT, TimeRange.all().from(NOON, true),
                            Filter.END_AT,
                                    TimeRange.all()
                                            .from(NOON, false)
                                            .to(NOON.plusSeconds(1), true)));

    @Test
    void readsBackItsCanonicalText() {
        Filters parsed = Filters.parse(filters.canonical());

        assertThat(parsed.canonical()).isEqualTo(filters.canonical());
        assertThat(parsed.asked()).isEqualTo(filters.asked());
        assertThat(parsed.values(Filter.APPLICATION_ID)).containsExactly("a=1", "b");
        assertThat(Filters.parse("").isEmpty()).isTrue();
    }

    @Test
    void saysNothingByTheOrderOfIds() {
        Filters there = Filters.of(Map.of(Filter.CANDIDATE_ID, List.of("a", "b")), Map.of());
        Filters back = Filters.of(Map.of(Filter.CANDIDATE_ID, List.of("b", "a", "b")), Map.of());

        assertThat(back.canonical()).isEqualTo(there.canonical());
        assertThat(back.values(Filter.CANDIDATE_ID)).containsExactly("a", "b");
    }

    @Test
    void matchesIdsAndTimes() {
        InterviewDraft draft =
                InterviewDraft.empty()
                        .application(Text.of("a=1"))
                        .createdAt(Text.of("2026-03-02T12:00:00Z"))
                        .endAt(Text.of("2026-03-02T12:00:00.5Z"));

        assertThat(filters.matches(Filter.APPLICATION_ID, draft)).isTrue();
        assertThat(filters.matches(Filter.CREATED_AT, draft)).isTrue();
        assertThat(filters.matches(Filter.END_AT, draft)).isTrue();
        draft.application(Text.of("c"))
                .endAt(Text.of("2026-03-02T12:00:00Z"))
                .createdAt(Text.absent());
        assertThat(filters.matches(Filter.APPLICATION_ID, draft)).isFalse();
        assertThat(filters.matches(Filter.END_AT, draft)).isFalse();
        assertThat(filters.matches(Filter.CREATED_AT, draft)).isFalse();
    }
}
