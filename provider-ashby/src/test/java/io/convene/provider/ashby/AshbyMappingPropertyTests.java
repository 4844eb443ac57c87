package io.convene.provider.ashby;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

class AshbyMappingPropertyTests {
    private static final Map<String, InterviewStatus> STATUSES =
            Map.of(
                    "NeedsScheduling", InterviewStatus.DRAFT,
                    "SchedulingRequested", InterviewStatus.DRAFT,
                    "WaitingOnCandidateBooking", InterviewStatus.DRAFT,
                    "WaitingOnCandidateAvailability", InterviewStatus.DRAFT,
                    "CandidateAvailabilitySubmitted", InterviewStatus.DRAFT,
                    "OnHold", InterviewStatus.DRAFT,
                    "Scheduled", InterviewStatus.SCHEDULED,
                    "WaitingOnFeedback", InterviewStatus.AWAITING_FEEDBACK,
                    "Complete", InterviewStatus.COMPLETED,
                    "Cancelled", InterviewStatus.CANCELLED);

    @Property
    void knowsItsStatusesToTheLetterAndNoOthers(@ForAll("statuses") String status) {
        assertThat(Ashby.map("{\"status\":\"" + status + "\"}").status())
                .isEqualTo(Optional.ofNullable(STATUSES.get(status)));
    }

    @Property
    void spansAllEventsOfASchedule(@ForAll("times") List<OffsetDateTime> times) {
        String events =
                times.stream()
                        .map(time ->
                                "{\"startTime\":\"%s\",\"endTime\":\"%s\"}"
                                        .formatted(time, time.plusMinutes(30)))
                        .collect(Collectors.joining(","));

        InterviewDraft draft = Ashby.map("{\"interviewEvents\":[" + events + "]}");

        Comparator<OffsetDateTime> order = Comparator.comparing(OffsetDateTime::toInstant);
        assertThat(draft.text(Field.START_AT).optional().map(Instant::parse))
                .isEqualTo(times.stream().min(order).map(OffsetDateTime::toInstant));
        assertThat(draft.text(Field.END_AT).optional().map(Instant::parse))
                .isEqualTo(times.stream().max(order).map(time -> time.plusMinutes(30).toInstant()));
    }

    /** Known ones, such ones in another case or with a letter more, and any letters. */
    @Provide
    Arbitrary<String> statuses() {
        Arbitrary<String> known = Arbitraries.of(STATUSES.keySet());
        return Arbitraries.oneOf(
                known,
                known.map(String::toLowerCase),
                known.map(status -> status + "d"),
                known.map(status -> status.substring(1)),
                Arbitraries.strings().alpha().ofMaxLength(12));
    }

    @Provide
    Arbitrary<List<OffsetDateTime>> times() {
        Arbitrary<ZoneOffset> offsets =
                Arbitraries.of("Z", "+05:30", "-08:00", "+14:00").map(ZoneOffset::of);
        return Arbitraries.longs()
                .between(0, 4_000_000_000L)
                .flatMap(second ->
                        offsets.map(offset -> Instant.ofEpochSecond(second).atOffset(offset)))
                .list()
                .ofMaxSize(5);
    }
}
