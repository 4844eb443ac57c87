package io.convene.provider.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class GreenhouseMappingPropertyTests {
    private static final Map<String, InterviewStatus> STATUSES =
            Map.of(
                    "to_be_scheduled", InterviewStatus.DRAFT,
                    "to_be_sent", InterviewStatus.DRAFT,
                    "scheduled", InterviewStatus.SCHEDULED,
                    "sent", InterviewStatus.SCHEDULED,
                    "awaiting_feedback", InterviewStatus.AWAITING_FEEDBACK,
                    "collect_feedback", InterviewStatus.AWAITING_FEEDBACK,
                    "received", InterviewStatus.AWAITING_FEEDBACK,
                    "complete", InterviewStatus.COMPLETED,
                    "skipped", InterviewStatus.CANCELLED);

    @Property
    void knowsItsStatusesToTheLetterAndNoOthers(@ForAll("statuses") String status) {
        assertThat(Greenhouse.map("{\"id\":1,\"status\":\"" + status + "\"}").status())
                .isEqualTo(Optional.ofNullable(STATUSES.get(status)));
    }

    @Property
    void takesTheMomentIfThereIsOneAndElseMidnight(
            @ForAll @LongRange(max = 4_000_000_000L) long second,
            @ForAll("offsets") ZoneOffset offset,
            @ForAll boolean timed) {
        Instant moment = Instant.ofEpochSecond(second);
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        String written = timed ? "\"" + moment.atOffset(offset) + "\"" : "null";
        InterviewDraft draft =
                Greenhouse.map(
                        "{\"id\":1,\"starts_at\":%s,\"all_day_start_on\":\"%s\",\"ends_at\":%1$s,\"all_day_end_on\":\"%2$s\"}"
                                .formatted(written, day));

        Instant expected = timed ? moment : day.atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(Instant.parse(draft.text(Field.START_AT).string())).isEqualTo(expected);
        assertThat(Instant.parse(draft.text(Field.END_AT).string())).isEqualTo(expected);
    }

    /** Known ones, such ones in another case or with a letter more, and any letters. */
    @Provide
    Arbitrary<String> statuses() {
        Arbitrary<String> known = Arbitraries.of(STATUSES.keySet());
        return Arbitraries.oneOf(
                known,
                known.map(status -> status.toUpperCase(Locale.ROOT)),
                known.map(status -> status + "d"),
                known.map(status -> status.substring(1)),
                Arbitraries.strings().alpha().ofMaxLength(12));
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.of("Z", "+05:30", "-08:00", "+14:00").map(ZoneOffset::of);
    }
}
