package io.convene.launcher.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Interview;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.launcher.http.JsonBuffer;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The endpoint's own bytes are read with JSON-B as the interview that a bundle mapped. */
class UnifiedFormPropertyTests {
    private static final Jsonb JSONB =
            JsonbBuilder.create(
                    new JsonbConfig()
                            .withPropertyNamingStrategy(
                                    PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    private record Mapped(String value, Item item, InterviewDraft draft) {}

    @Property(edgeCases = EdgeCasesMode.NONE)
    void isReadAsTheInterviewThatWasMapped(@ForAll("mapped") Mapped mapped) {
        JsonBuffer out = new JsonBuffer();
        new UnifiedForm(Set.of()).write(out, mapped.item(), mapped.draft());

        Interview read = JSONB.fromJson(out.toString(), Interview.class);

        assertThat(read.remoteData()).contains(Map.of("value", mapped.value()));
        assertThat(withoutRemoteData(read)).isEqualTo(mapped.draft().toInterview());
    }

    private static Interview withoutRemoteData(Interview read) {
        return new Interview(
                read.id(),
                read.application(),
                read.candidate(),
                read.jobInterviewStage(),
                read.organizer(),
                read.interviewers(),
                read.location(),
                read.startAt(),
                read.endAt(),
                read.status(),
                read.createdAt(),
                read.updatedAt(),
                Optional.empty());
    }

    @Provide
    Arbitrary<Mapped> mapped() {
        return Combinators.combine(
                        texts(),
                        texts().list().ofMaxSize(8),
                        times().list().ofSize(4),
                        Arbitraries.of(InterviewStatus.class).optional(0.7))
                .as((value, ids, times, status) -> {
                    Item item = item(value);
                    InterviewDraft draft = draft(item, ids, times);
                    status.ifPresent(draft::status);
                    return new Mapped(value, item, draft);
                });
    }

    /** The location is a span of the vendor's bytes with their escapes. */
    private static InterviewDraft draft(Item item, List<String> ids, List<String> times) {
        InterviewDraft draft =
                InterviewDraft.empty()
                        .id(Text.of("i"))
                        .location(item.text("value"))
                        .application(text(ids, 0))
                        .candidate(text(ids, 1))
                        .jobInterviewStage(text(ids, 2))
                        .organizer(text(ids, 3));
        ids.stream().skip(4).map(Text::of).forEach(draft::interviewer);
        return draft.startAt(Text.of(times.get(0)))
                .endAt(Text.of(times.get(1)))
                .createdAt(Text.of(times.get(2)))
                .updatedAt(Text.of(times.get(3)));
    }

    private static Text text(List<String> ids, int index) {
        return index < ids.size() ? Text.of(ids.get(index)) : Text.absent();
    }

    private static Item item(String value) {
        return Item.parse(JSONB.toJson(Map.of("value", value)).getBytes(UTF_8));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(12)
                .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    }

    /** Times as vendors write them, and some that are not times. */
    private static Arbitrary<String> times() {
        return Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(0, Integer.MAX_VALUE)
                        .map(second -> Instant.ofEpochSecond(second).toString()),
                Arbitraries.of(
                        "2026-07-02T04:30:00.100Z",
                        "2026-07-02T04:30:00.000000001Z",
                        "2026-07-02T04:30+02:00",
                        "2026-07-02",
                        "2026-02-30",
                        "soon",
                        ""));
    }
}
