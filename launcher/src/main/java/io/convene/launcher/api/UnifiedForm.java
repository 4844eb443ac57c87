package io.convene.launcher.api;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.Text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The unified interview: members in the documented order, absent and excluded ones left out. */
final class UnifiedForm implements InterviewForm {
    private static final byte[] ID = ascii("{\"id\":");

    private static final Map<InterviewStatus, byte[]> STATUSES =
            Arrays.stream(InterviewStatus.values())
                    .collect(
                            Collectors.toMap(
                                    status -> status,
                                    status -> ascii('"' + status.text() + '"'),
                                    (one, other) -> one,
                                    () -> new EnumMap<>(InterviewStatus.class)));

    private static final List<Member> ALL = Arrays.stream(Field.values()).map(Member::of).toList();

    private final List<Member> members;

    /** A member with a comma before its name, to be copied as it is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Member(Field field, byte[] name) {
        static Member of(Field field) {
            return new Member(field, ascii(",\"" + field.text() + "\":"));
        }
    }

    /** A form with all fields but these. */
    UnifiedForm(Set<Field> excluded) {
        this.members =
                excluded.isEmpty()
                        ? ALL
                        : ALL.stream().filter(it -> !excluded.contains(it.field())).toList();
    }

    @Override
    public void write(JsonBuffer out, Item item, InterviewDraft draft) {
        int start = out.size();
        for (Member member : members) {
            switch (member.field()) {
                case ID, LOCATION, START_AT, END_AT, CREATED_AT, UPDATED_AT -> {
                    Text text = draft.text(member.field());
                    if (text.isPresent()) {
                        out.bytes(member.name()).text(text);
                    }
                }
                case APPLICATION, CANDIDATE, JOB_INTERVIEW_STAGE, ORGANIZER -> {
                    Text id = draft.text(member.field());
                    if (id.isPresent()) {
                        out.bytes(member.name()).bytes(ID).text(id).ascii('}');
                    }
                }
                case INTERVIEWERS -> interviewers(out, member.name(), draft.interviewers());
                case STATUS ->
                        draft.status()
                                .ifPresent(status -> out.bytes(member.name()).bytes(text(status)));
                case REMOTE_DATA -> RemoteData.write(out.bytes(member.name()), item);
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
            out.ascii(i == 0 ? '[' : ',').bytes(ID).text(ids.get(i)).ascii('}');
        }
        out.ascii(']');
    }

    private static byte[] text(InterviewStatus status) {
        return Objects.requireNonNull(STATUSES.get(status));
    }

    private static byte[] ascii(String characters) {
        return characters.getBytes(StandardCharsets.US_ASCII);
    }
}
