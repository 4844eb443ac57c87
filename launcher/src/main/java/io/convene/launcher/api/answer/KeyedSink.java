package io.convene.launcher.api.answer;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.launcher.api.request.FieldNames;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.query.InterviewSink;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects interviews by a key, as a lookup table: a later one takes the place of an earlier one
 * with the same key, one without the key is left out, and both are counted.
 */
public final class KeyedSink implements InterviewSink {
    private final List<String> path;
    private final InterviewForm form;
    private final Map<String, byte[]> interviews = new LinkedHashMap<>();
    private int collisions;
    private int missing;

    /**
     * A sink that reads the key at that dotted path of the unified interview, such as {@code
     * application.id}.
     */
    KeyedSink(String path, InterviewForm form) {
        this.path = List.of(path.split("\\.", -1));
        this.form = form;
    }

    @Override
    public void accept(Item item, InterviewDraft draft) {
        Text key = key(item, draft);
        if (!key.isPresent()) {
            missing++;
            return;
        }
        JsonBuffer out = new JsonBuffer();
        form.write(out, item, draft);
        if (interviews.put(key.string(), out.toByteArray()) != null) {
            collisions++;
        }
    }

    int size() {
        return interviews.size();
    }

    /** The header's value: {@code collisions=1, missing=0}. */
    String counts() {
        return "collisions=" + collisions + ", missing=" + missing;
    }

    void writeTo(JsonBuffer out) {
        String separator = "{";
        for (Map.Entry<String, byte[]> interview : interviews.entrySet()) {
            byte[] json = interview.getValue();
            out.ascii(separator).string(interview.getKey()).ascii(':').span(json, 0, json.length);
            separator = ",";
        }
        out.ascii(interviews.isEmpty() ? "{}" : "}");
    }

    private Text key(Item item, InterviewDraft draft) {
        String first = path.getFirst();
        if (first.equals(Field.REMOTE_DATA.text())) {
            Item value = item;
            for (String name : path.subList(1, path.size())) {
                value = value.at(name);
            }
            return value.text();
        }
        for (Field field : Field.values()) {
            if (names(field).contains(String.join(".", path))) {
                return field == Field.STATUS
                        ? draft.status()
                                .map(status -> Text.of(status.text()))
                                .orElseGet(Text::absent)
                        : draft.text(field);
            }
        }
        return Text.absent();
    }

    private static List<String> names(Field field) {
        return switch (field) {
            case APPLICATION, CANDIDATE, JOB_INTERVIEW_STAGE, ORGANIZER ->
                    List.of(field.text() + ".id", FieldNames.column(field));
            case ID, LOCATION, START_AT, END_AT, STATUS, CREATED_AT, UPDATED_AT ->
                    List.of(field.text());
            case INTERVIEWERS, REMOTE_DATA -> List.of();
        };
    }
}
