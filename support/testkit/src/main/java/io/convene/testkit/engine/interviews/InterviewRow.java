package io.convene.testkit.engine.interviews;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Field;
import io.convene.core.Interview;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;

import java.time.Instant;
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
 * @param values the filled fields; the interviewers as one text, times as {@code Instant} writes
 *     them, {@code remote_data} as it is answered
 * @param phase that of the position at which it came
 */
public record InterviewRow(String id, Map<Field, String> values, int phase) {
    private static final int SHORT = 90;
    private static final int BEFORE = 30;

    public static InterviewRow of(Item item, InterviewDraft draft, int phase) {
        return of(draft.toInterview(), Optional.of(remoteData(item)), phase);
    }

    public static InterviewRow of(Interview interview, Optional<String> remoteData, int phase) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            text(field, interview).ifPresent(text -> values.put(field, text));
        }
        remoteData.ifPresent(record -> values.put(Field.REMOTE_DATA, record.strip()));
        return new InterviewRow(interview.id().orElse(""), values, phase);
    }

    public Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The fields in which the other differs, of those given. */
    public Set<Field> differences(InterviewRow other, Set<Field> compared) {
        Set<Field> differences = EnumSet.noneOf(Field.class);
        for (Field field : compared) {
            if (!value(field).equals(other.value(field))) {
                differences.add(field);
            }
        }
        return differences;
    }

    /** The ids of interviewers as one text. */
    private static String joined(List<Interview.Reference> interviewers) {
        return interviewers.stream()
                .map(Interview.Reference::id)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** A value as it is quoted in a sentence: of a long one the part around that place. */
    public static String shortened(String value, int around) {
        int from = value.length() <= SHORT ? 0 : Math.max(0, around - BEFORE);
        int to = Math.min(value.length(), from + SHORT);
        return (from > 0 ? "…" : "") + value.substring(from, to) + (to < value.length() ? "…" : "");
    }

    private static Optional<String> text(Field field, Interview interview) {
        return switch (field) {
            case ID -> interview.id();
            case APPLICATION -> interview.application().map(Interview.Reference::id);
            case CANDIDATE -> interview.candidate().map(Interview.Reference::id);
            case JOB_INTERVIEW_STAGE -> interview.jobInterviewStage().map(Interview.Reference::id);
            case ORGANIZER -> interview.organizer().map(Interview.Reference::id);
            case INTERVIEWERS ->
                    Optional.of(interview.interviewers())
                            .filter(list -> !list.isEmpty())
                            .map(InterviewRow::joined);
            case LOCATION -> interview.location();
            case START_AT -> interview.startAt().map(Instant::toString);
            case END_AT -> interview.endAt().map(Instant::toString);
            case STATUS -> interview.status();
            case CREATED_AT -> interview.createdAt().map(Instant::toString);
            case UPDATED_AT -> interview.updatedAt().map(Instant::toString);
            case REMOTE_DATA -> Optional.empty();
        };
    }

    /** The record, with the joined members before its last brace. */
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
                                                .map(InterviewRow::json)
                                                .collect(Collectors.joining(","))
                                        + "]")
                        .collect(Collectors.joining(","));
        return record.substring(0, record.length() - 1) + "," + more + "}";
    }

    private static String json(Item item) {
        return new String(item.source(), item.start(), item.end() - item.start(), UTF_8);
    }
}
