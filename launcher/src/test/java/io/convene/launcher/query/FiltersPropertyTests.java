package io.convene.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Text;
import io.convene.core.spi.TimeRange;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Filters evaluated here, compared with an evaluation of every condition by itself. */
class FiltersPropertyTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** One condition: {@code text} is compared with {@code bound} in nanoseconds around noon. */
    record Condition(String operator, long bound) {
        boolean holds(long nanos) {
            return switch (operator) {
                case "gt" -> nanos > bound;
                case "gte" -> nanos >= bound;
                case "lt" -> nanos < bound;
                default -> nanos <= bound;
            };
        }

        TimeRange narrow(TimeRange range) {
            Instant instant = NOON.plusNanos(bound);
            return operator.startsWith("g")
                    ? range.from(instant, operator.equals("gte"))
                    : range.to(instant, operator.equals("lte"));
        }
    }

    @Property
    void takesATimeThatEveryConditionTakes(
            @ForAll("timeFilters") Filter filter,
            @ForAll("conditions") List<Condition> conditions,
            @ForAll("nanos") Optional<Long> time,
            @ForAll("offsets") ZoneOffset offset) {
        TimeRange range = TimeRange.all();
        for (Condition condition : conditions) {
            range = condition.narrow(range);
        }
        Filters filters = Filters.of(Map.of(), Map.of(filter, range));
        InterviewDraft draft = InterviewDraft.empty();
        time.ifPresent(
                nanos -> set(draft, filter, NOON.plusNanos(nanos).atOffset(offset).toString()));

        boolean expected =
                time.isPresent()
                        && conditions.stream().allMatch(condition -> condition.holds(time.get()));
        assertThat(filters.matches(filter, draft)).isEqualTo(expected);
        assertThat(Filters.parse(filters.canonical()).matches(filter, draft)).isEqualTo(expected);
    }

    @Property
    void takesAnIdThatIsAmongThoseAsked(
            @ForAll("idFilters") Filter filter,
            @ForAll("ids") List<String> asked,
            @ForAll("id") String id) {
        Filters filters = Filters.of(Map.of(filter, asked), Map.of());
        InterviewDraft draft = InterviewDraft.empty();
        set(draft, filter, id);

        boolean expected = !id.isBlank() && asked.stream().anyMatch(id::equals);
        assertThat(filters.matches(filter, draft)).isEqualTo(expected);
        assertThat(Filters.parse(filters.canonical()).matches(filter, draft)).isEqualTo(expected);
    }

    @Property
    void readsBackWhateverWasAsked(
            @ForAll("ids") List<String> applications,
            @ForAll("ids") List<String> candidates,
            @ForAll("conditions") List<Condition> created,
            @ForAll("conditions") List<Condition> ended,
            @ForAll("members") Map<String, String> remote) {
        Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        values.put(Filter.APPLICATION_ID, applications);
        values.put(Filter.CANDIDATE_ID, candidates);
        Map<Filter, TimeRange> ranges = new EnumMap<>(Filter.class);
        TimeRange range = TimeRange.all();
        for (Condition condition : created) {
            range = condition.narrow(range);
        }
        ranges.put(Filter.CREATED_AT, range);
        range = TimeRange.all();
        for (Condition condition : ended) {
            range = condition.narrow(range);
        }
        ranges.put(Filter.END_AT, range);
        Filters filters = Filters.of(values, ranges).with(remote);

        Filters read = Filters.parse(filters.canonical());

        assertThat(read.canonical()).isEqualTo(filters.canonical());
        assertThat(read.asked()).isEqualTo(filters.asked());
        assertThat(read.values(Filter.APPLICATION_ID))
                .containsExactlyElementsOf(filters.values(Filter.APPLICATION_ID));
        assertThat(read.remote()).isEqualTo(remote);
    }

    @Provide
    Arbitrary<Filter> timeFilters() {
        return Arbitraries.of(Filter.class).filter(Filter::isTime);
    }

    @Provide
    Arbitrary<Filter> idFilters() {
        return Arbitraries.of(Filter.class).filter(filter -> !filter.isTime());
    }

    /** Few enough different times that they often meet. */
    @Provide
    Arbitrary<List<Condition>> conditions() {
        return Combinators.combine(
                        Arbitraries.of("gt", "gte", "lt", "lte"),
                        Arbitraries.longs().between(-2, 2))
                .as(Condition::new)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Optional<Long>> nanos() {
        return Arbitraries.longs().between(-3, 3).optional();
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.of("Z", "+05:30", "-08:00", "+14:00").map(ZoneOffset::of);
    }

    @Provide
    Arbitrary<List<String>> ids() {
        return id().filter(text -> !text.isBlank()).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> id() {
        return Arbitraries.strings().withChars("ab=?[]é\"\\ ").ofMaxLength(3);
    }

    @Provide
    Arbitrary<Map<String, String>> members() {
        return Arbitraries.maps(id().filter(text -> !text.isEmpty()), id()).ofMaxSize(3);
    }

    private static void set(InterviewDraft draft, Filter filter, String text) {
        Text value = Text.of(text);
        switch (filter) {
            case APPLICATION_ID -> draft.application(value);
            case CANDIDATE_ID -> draft.candidate(value);
            case JOB_INTERVIEW_STAGE_ID -> draft.jobInterviewStage(value);
            case CREATED_AT -> draft.createdAt(value);
            case UPDATED_AT -> draft.updatedAt(value);
            case START_AT -> draft.startAt(value);
            case END_AT -> draft.endAt(value);
        }
    }
}
