package io.convene.testkit.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One interview as it was mapped, in texts of its own: nothing of the bundle or the answer is held.
 *
 * @param id its id, empty when it has none
 * @param values what was filled; the interviewers as one text, {@code remote_data} byte by byte
 */
record Row(String id, Map<Field, String> values) {
    static Row of(Item item, InterviewDraft draft) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            text(field, draft).ifPresent(text -> values.put(field, text));
        }
        values.put(
                Field.REMOTE_DATA,
                new String(item.source(), item.start(), item.end() - item.start(), ISO_8859_1));
        return new Row(draft.text(Field.ID).string(), values);
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

    private static Optional<String> text(Field field, InterviewDraft draft) {
        return switch (field) {
            case INTERVIEWERS -> joined(draft.interviewers());
            case STATUS -> draft.status().map(status -> status.text());
            default -> draft.text(field).optional();
        };
    }

    private static Optional<String> joined(List<Text> texts) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.stream().map(Text::string).collect(Collectors.joining(" ")));
    }
}
