package io.convene.launcher.api;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.launcher.query.InterviewSink;

import java.util.List;
import java.util.Map;

/**
 * Writes unified interviews as elements of a JSON array, members in the documented order, absent
 * ones left out.
 */
final class InterviewWriter implements InterviewSink {
    private final JsonBuffer out;
    private final boolean remoteData;
    private final String separator;
    private boolean first = true;

    InterviewWriter(JsonBuffer out, boolean remoteData) {
        this(out, remoteData, ",");
    }

    /** A writer that puts this between two interviews. */
    InterviewWriter(JsonBuffer out, boolean remoteData, String separator) {
        this.out = out;
        this.remoteData = remoteData;
        this.separator = separator;
    }

    @Override
    public void accept(Item item, InterviewDraft draft) {
        out.ascii(first ? "" : separator).ascii('{');
        first = false;
        int start = out.size();
        text(draft, Field.ID, start);
        reference(draft, Field.APPLICATION, start);
        reference(draft, Field.CANDIDATE, start);
        reference(draft, Field.JOB_INTERVIEW_STAGE, start);
        reference(draft, Field.ORGANIZER, start);
        interviewers(draft.interviewers(), start);
        text(draft, Field.LOCATION, start);
        text(draft, Field.START_AT, start);
        text(draft, Field.END_AT, start);
        draft.status().ifPresent(status -> member(Field.STATUS, start).string(status.text()));
        text(draft, Field.CREATED_AT, start);
        text(draft, Field.UPDATED_AT, start);
        if (remoteData) {
            member(Field.REMOTE_DATA, start);
            remoteData(item);
        }
        out.ascii('}');
    }

    private JsonBuffer member(Field field, int start) {
        return out.ascii(out.size() == start ? "\"" : ",\"").ascii(field.text()).ascii("\":");
    }

    private void text(InterviewDraft draft, Field field, int start) {
        Text text = draft.text(field);
        if (text.isPresent()) {
            member(field, start).text(text);
        }
    }

    private void reference(InterviewDraft draft, Field field, int start) {
        Text id = draft.text(field);
        if (id.isPresent()) {
            member(field, start).ascii("{\"id\":").text(id).ascii('}');
        }
    }

    private void interviewers(List<Text> ids, int start) {
        if (ids.isEmpty()) {
            return;
        }
        member(Field.INTERVIEWERS, start);
        char separator = '[';
        for (Text id : ids) {
            out.ascii(separator).ascii("{\"id\":").text(id).ascii('}');
            separator = ',';
        }
        out.ascii(']');
    }

    /**
     * The vendor's bytes; what was joined from other calls goes in before the last brace, so that
     * taking it out restores them.
     */
    private void remoteData(Item item) {
        Map<String, List<Item>> spliced = item.spliced();
        if (spliced.isEmpty() || !item.isObject()) {
            out.span(item.source(), item.start(), item.end());
            return;
        }
        out.span(item.source(), item.start(), item.end() - 1);
        boolean empty = isEmptyObject(item);
        for (Map.Entry<String, List<Item>> member : spliced.entrySet()) {
            out.ascii(empty ? "" : ",").string(member.getKey()).ascii(":[");
            empty = false;
            boolean firstRow = true;
            for (Item row : member.getValue()) {
                out.ascii(firstRow ? "" : ",").span(row.source(), row.start(), row.end());
                firstRow = false;
            }
            out.ascii(']');
        }
        out.ascii('}');
    }

    private static boolean isEmptyObject(Item item) {
        for (int i = item.start() + 1; i < item.end() - 1; i++) {
            if (item.source()[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
