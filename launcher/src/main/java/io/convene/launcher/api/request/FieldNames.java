package io.convene.launcher.api.request;

import io.convene.core.Field;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.QuotedText;

import java.util.EnumSet;
import java.util.Set;

/** The names that callers use for fields. */
public final class FieldNames {
    private static final Set<Field> EXPANDABLE =
            EnumSet.of(Field.CANDIDATE, Field.JOB_INTERVIEW_STAGE);

    private FieldNames() {}

    /**
     * Adds the field to exclude, by its name, a path into it, or its column. An unknown name is not
     * a field of an interview, so leaving it out is done already.
     *
     * @param label the parameter as the caller wrote it
     * @throws ApiException with 400 for a part of remote_data, which goes out as the vendor's bytes
     *     or not at all
     */
    static void exclude(Set<Field> excluded, String path, String label) {
        if (path.startsWith(Field.REMOTE_DATA.text() + ".")) {
            throw new ApiException(
                    400,
                    "The field '%s' of '%s' cannot be excluded, because remote_data is the vendor's own bytes; exclude remote_data as a whole."
                            .formatted(QuotedText.cut(path), QuotedText.cut(label)));
        }
        for (Field field : Field.values()) {
            if (path.equals(field.text())
                    || path.equals(column(field))
                    || (isReference(field) && path.equals(field.text() + ".id"))) {
                excluded.add(field);
            }
        }
    }

    /**
     * Adds the field to expand.
     *
     * @param label the parameter as the caller wrote it
     * @throws ApiException with 400 when there is no such field to expand
     */
    static void expand(Set<Field> expanded, String name, String label) {
        expanded.add(
                EXPANDABLE.stream()
                        .filter(field -> field.text().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new ApiException(
                                        400,
                                        "The field '%s' of '%s' cannot be expanded; expand takes candidate and job_interview_stage."
                                                .formatted(
                                                        QuotedText.cut(name),
                                                        QuotedText.cut(label)))));
    }

    /** The column of a field in the normalized form, such as {@code application_id}. */
    public static String column(Field field) {
        return switch (field) {
            case APPLICATION, CANDIDATE, JOB_INTERVIEW_STAGE, ORGANIZER -> field.text() + "_id";
            case INTERVIEWERS -> "interviewer_ids";
            case ID, LOCATION, START_AT, END_AT, STATUS, CREATED_AT, UPDATED_AT, REMOTE_DATA ->
                    field.text();
        };
    }

    private static boolean isReference(Field field) {
        return switch (field) {
            case APPLICATION, CANDIDATE, JOB_INTERVIEW_STAGE, ORGANIZER, INTERVIEWERS -> true;
            case ID, LOCATION, START_AT, END_AT, STATUS, CREATED_AT, UPDATED_AT, REMOTE_DATA ->
                    false;
        };
    }
}
