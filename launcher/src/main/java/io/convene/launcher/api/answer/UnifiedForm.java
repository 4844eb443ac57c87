package io.convene.launcher.api.answer;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.launcher.http.JsonBuffer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The unified interview: members in the documented order, absent and excluded ones left out. */
public final class UnifiedForm implements InterviewForm {
    private static final byte[] ID = ascii("{\"id\":\"");
    private static final byte[] QUOTE = ascii("\"");
    private static final byte[] QUOTE_AND_BRACE = ascii("\"}");

    /** Members with their value. */
    private static final Map<InterviewStatus, byte[]> STATUSES =
            Arrays.stream(InterviewStatus.values())
                    .collect(
                            Collectors.toMap(
                                    status -> status,
                                    status -> ascii(name(Field.STATUS) + '"' + status.text() + '"'),
                                    (one, other) -> one,
                                    () -> new EnumMap<>(InterviewStatus.class)));

    private static final List<Member> ALL = Arrays.stream(Field.values()).map(Member::of).toList();

    private final Member[] members;

    /**
     * A member in pieces that are copied as they are.
     *
     * @param before a comma, the name, and everything else before a text
     * @param after everything after it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Member(Field field, byte[] before, byte[] after) {
        static Member of(Field field) {
            String name = name(field);
            return switch (field) {
                case ID, LOCATION, START_AT, END_AT, CREATED_AT, UPDATED_AT ->
                        new Member(field, ascii(name + '"'), QUOTE);
                case APPLICATION, CANDIDATE, JOB_INTERVIEW_STAGE, ORGANIZER ->
                        new Member(field, ascii(name + "{\"id\":\""), QUOTE_AND_BRACE);
                case INTERVIEWERS, STATUS, REMOTE_DATA ->
                        new Member(field, ascii(name), new byte[0]);
            };
        }
    }

    /** A form with all fields but these. */
    public UnifiedForm(Set<Field> excluded) {
        this.members =
                ALL.stream()
                        .filter(member -> !excluded.contains(member.field()))
                        .toArray(Member[]::new);
    }

    @Override
    public void write(JsonBuffer out, Item item, InterviewDraft draft) {
        int start = out.size();
        for (Member member : members) {
            switch (member.field()) {
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
                    Text text = draft.text(member.field());
                    if (text.isPresent()) {
                        out.between(member.before(), text, member.after());
                    }
                }
                case INTERVIEWERS -> interviewers(out, member.before(), draft.interviewers());
                case STATUS -> status(out, draft.status());
                case REMOTE_DATA -> RemoteData.write(out.bytes(member.before()), item);
            }
        }
        // Every member began with a comma; the first one's place is the brace's.
        out.openObject(start).ascii('}');
    }

    private static void interviewers(JsonBuffer out, byte[] name, List<Text> ids) {
        if (ids.isEmpty()) {
            return;
        }
        out.bytes(name);
        for (int i = 0; i < ids.size(); i++) {
            out.ascii(i == 0 ? '[' : ',').between(ID, ids.get(i), QUOTE_AND_BRACE);
        }
        out.ascii(']');
    }

    private static void status(JsonBuffer out, Optional<InterviewStatus> status) {
        if (status.isPresent()) {
            out.bytes(Objects.requireNonNull(STATUSES.get(status.get())));
        }
    }

    private static String name(Field field) {
        return ",\"" + field.text() + "\":";
    }

    private static byte[] ascii(String characters) {
        return characters.getBytes(StandardCharsets.US_ASCII);
    }
}
