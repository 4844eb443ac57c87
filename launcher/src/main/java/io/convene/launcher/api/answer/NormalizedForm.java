package io.convene.launcher.api.answer;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.launcher.api.request.FieldNames;
import io.convene.launcher.http.JsonBuffer;

import java.util.EnumSet;
import java.util.Set;

/** A flat row: every column always there unless excluded, null when unknown, no remote_data. */
public final class NormalizedForm implements InterviewForm {
    private final Set<Field> columns;

    /** A form with all columns but these. */
    public NormalizedForm(Set<Field> excluded) {
        this.columns = EnumSet.complementOf(EnumSet.of(Field.REMOTE_DATA));
        columns.removeAll(excluded);
    }

    @Override
    public void write(JsonBuffer out, Item item, InterviewDraft draft) {
        String separator = "{\"";
        for (Field field : columns) {
            out.ascii(separator).ascii(FieldNames.column(field)).ascii("\":");
            separator = ",\"";
            switch (field) {
                case INTERVIEWERS -> interviewers(out, draft);
                case STATUS ->
                        draft.status()
                                .ifPresentOrElse(
                                        status -> out.ascii('"').ascii(status.text()).ascii('"'),
                                        () -> out.ascii("null"));
                case ID,
                        APPLICATION,
                        CANDIDATE,
                        JOB_INTERVIEW_STAGE,
                        ORGANIZER,
                        LOCATION,
                        START_AT,
                        END_AT,
                        CREATED_AT,
                        UPDATED_AT -> {
                    Text text = draft.text(field);
                    if (text.isPresent()) {
                        out.text(text);
                    } else {
                        out.ascii("null");
                    }
                }
                case REMOTE_DATA -> throw new IllegalStateException("remote_data is not a column");
            }
        }
        out.ascii(columns.isEmpty() ? "{}" : "}");
    }

    private static void interviewers(JsonBuffer out, InterviewDraft draft) {
        out.ascii('[');
        String separator = "";
        for (Text id : draft.interviewers()) {
            out.ascii(separator).text(id);
            separator = ",";
        }
        out.ascii(']');
    }
}
