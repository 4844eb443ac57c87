package io.convene.testkit.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One interview as it was mapped, or must be, in texts of its own: nothing of the bundle or the
 * answer is held.
 *
 * @param id its id, empty when it has none
 * @param values what was filled; the interviewers as one text, times as {@code Instant} writes
 *     them, {@code remote_data} as it is answered
 * @param phase that of the position at which it came
 */
record Row(String id, Map<Field, String> values, int phase) {
    private static final int SHORT = 90;
    private static final int BEFORE = 30;

    static Row of(Item item, InterviewDraft draft, int phase) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            text(field, draft).ifPresent(text -> values.put(field, text));
        }
        values.put(Field.REMOTE_DATA, remoteData(item));
        return new Row(draft.text(Field.ID).string(), values, phase);
    }

    /** What an interview must be; it has an id. */
    static Row of(Map<Field, String> values) {
        return new Row(values.getOrDefault(Field.ID, ""), values, 0);
    }

    Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The fields in which the other differs, those beside the given ones left out. */
    Set<Field> differences(Row other, Set<Field> compared) {
        Set<Field> differences = EnumSet.noneOf(Field.class);
        for (Field field : compared) {
            if (!value(field).equals(other.value(field))) {
                differences.add(field);
            }
        }
        return differences;
    }

    /** The ids of interviewers as one text. */
    static String joined(List<String> ids) {
        return ids.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    /** A value as it stands in a sentence: of a long one what is around that place. */
    static String shortened(String value, int around) {
        int from = value.length() <= SHORT ? 0 : Math.max(0, around - BEFORE);
        int to = Math.min(value.length(), from + SHORT);
        return (from > 0 ? "…" : "") + value.substring(from, to) + (to < value.length() ? "…" : "");
    }

    private static Optional<String> text(Field field, InterviewDraft draft) {
        return switch (field) {
            case INTERVIEWERS ->
                    Optional.of(draft.interviewers())
                            .filter(ids -> !ids.isEmpty())
                            .map(ids -> joined(ids.stream().map(Text::string).toList()));
            case STATUS -> draft.status().map(status -> status.text());
            case START_AT, END_AT, CREATED_AT, UPDATED_AT ->
                    draft.text(field).optional().map(Row::time);
            case ID,
                    APPLICATION,
                    CANDIDATE,
                    JOB_INTERVIEW_STAGE,
                    ORGANIZER,
                    LOCATION,
                    REMOTE_DATA ->
                    draft.text(field).optional();
        };
    }

    /** However many digits a second has; what is not in UTC stays as it is, being wrong. */
    private static String time(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return time.getOffset().equals(ZoneOffset.UTC) ? time.toInstant().toString() : text;
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** The record, with what was joined to it before its last brace. */
    private static String remoteData(Item item) {
        String record = json(item);
        if (item.spliced().isEmpty()) {
            return record;
        }
        String more =
                item.spliced().entrySet().stream()
                        .map(member ->
                                "\""
                                        + member.getKey()
                                        + "\":["
                                        + member.getValue().stream()
                                                .map(Row::json)
                                                .collect(Collectors.joining(","))
                                        + "]")
                        .collect(Collectors.joining(","));
        return record.substring(0, record.length() - 1) + "," + more + "}";
    }

    private static String json(Item item) {
        return new String(item.source(), item.start(), item.end() - item.start(), UTF_8);
    }
}
