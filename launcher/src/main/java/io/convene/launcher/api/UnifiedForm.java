package io.convene.launcher.api;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The unified interview: members in the documented order, absent and excluded ones left out. */
final class UnifiedForm implements InterviewForm {
    private final Set<Field> written;

    /** A form with all fields but these. */
    UnifiedForm(Set<Field> excluded) {
        this.written = EnumSet.allOf(Field.class);
        written.removeAll(excluded);
    }

    @Override
    public void write(JsonBuffer out, Item item, InterviewDraft draft) {
        out.ascii('{');
        int start = out.size();
        for (Field field : written) {
            switch (field) {
                case ID, LOCATION, START_AT, END_AT, CREATED_AT, UPDATED_AT -> {
                    Text text = draft.text(field);
                    if (text.isPresent()) {
                        member(out, field, start).text(text);
                    }
                }
                case APPLICATION, CANDIDATE, JOB_INTERVIEW_STAGE, ORGANIZER -> {
                    Text id = draft.text(field);
                    if (id.isPresent()) {
                        member(out, field, start).ascii("{\"id\":").text(id).ascii('}');
                    }
                }
                case INTERVIEWERS -> interviewers(out, draft.interviewers(), start);
                case STATUS ->
                        draft.status()
                                .ifPresent(status ->
                                        member(out, field, start)
                                                .ascii('"')
                                                .ascii(status.text())
                                                .ascii('"'));
                case REMOTE_DATA -> RemoteData.write(member(out, field, start), item);
            }
        }
        out.ascii('}');
    }

    private static JsonBuffer member(JsonBuffer out, Field field, int start) {
        return out.ascii(out.size() == start ? "\"" : ",\"").ascii(field.text()).ascii("\":");
    }

    private static void interviewers(JsonBuffer out, List<Text> ids, int start) {
        if (ids.isEmpty()) {
            return;
        }
        member(out, Field.INTERVIEWERS, start);
        char separator = '[';
        for (Text id : ids) {
            out.ascii(separator).ascii("{\"id\":").text(id).ascii('}');
            separator = ',';
        }
        out.ascii(']');
    }
}
