package io.convene.core;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One interview while a bundle fills it. What is not set, or set to absent text, is left out of the
 * answer. Times may have any offset, or be a date alone, and become UTC; one that cannot be read is
 * left out. Belongs to one request, not thread-safe.
 */
public final class InterviewDraft {
    private final Map<Field, Text> texts = new EnumMap<>(Field.class);
    private final List<Text> interviewers = new ArrayList<>();
    private @Nullable InterviewStatus status;

    private InterviewDraft() {}

    /** A draft in which nothing is set. */
    public static InterviewDraft empty() {
        return new InterviewDraft();
    }

    /** The interview's own id; the only field every interview must have. */
    public InterviewDraft id(Text id) {
        return set(Field.ID, id);
    }

    /** The id of the application that the interview belongs to. */
    public InterviewDraft application(Text id) {
        return set(Field.APPLICATION, id);
    }

    /** The id of the candidate. */
    public InterviewDraft candidate(Text id) {
        return set(Field.CANDIDATE, id);
    }

    /** The id of the interview stage of the job. */
    public InterviewDraft jobInterviewStage(Text id) {
        return set(Field.JOB_INTERVIEW_STAGE, id);
    }

    /** The id of the user who organises the interview. */
    public InterviewDraft organizer(Text id) {
        return set(Field.ORGANIZER, id);
    }

    /** Adds the id of one interviewer, unless it is absent or there already. */
    public InterviewDraft interviewer(Text id) {
        if (id.isPresent() && !interviewers.contains(id)) {
            interviewers.add(id);
        }
        return this;
    }

    /** Where it takes place: a room, an address or a link. */
    public InterviewDraft location(Text location) {
        return set(Field.LOCATION, location);
    }

    /** When it begins. */
    public InterviewDraft startAt(Text time) {
        return set(Field.START_AT, Timestamps.utc(time));
    }

    /** When it begins. */
    public InterviewDraft startAt(Instant time) {
        return set(Field.START_AT, Timestamps.text(time));
    }

    /** When it ends. */
    public InterviewDraft endAt(Text time) {
        return set(Field.END_AT, Timestamps.utc(time));
    }

    /** When it ends. */
    public InterviewDraft endAt(Instant time) {
        return set(Field.END_AT, Timestamps.text(time));
    }

    /** Where it stands. */
    public InterviewDraft status(InterviewStatus value) {
        this.status = value;
        return this;
    }

    /** When the vendor's record was made. */
    public InterviewDraft createdAt(Text time) {
        return set(Field.CREATED_AT, Timestamps.utc(time));
    }

    /** When the vendor's record was made. */
    public InterviewDraft createdAt(Instant time) {
        return set(Field.CREATED_AT, Timestamps.text(time));
    }

    /** When the vendor's record was last changed. */
    public InterviewDraft updatedAt(Text time) {
        return set(Field.UPDATED_AT, Timestamps.utc(time));
    }

    /** When the vendor's record was last changed. */
    public InterviewDraft updatedAt(Instant time) {
        return set(Field.UPDATED_AT, Timestamps.text(time));
    }

    /** What stands in a field of one text: ids, location and times. Absent for the others. */
    public Text text(Field field) {
        return texts.getOrDefault(field, Text.absent());
    }

    /** The interviewers' ids in the order they were added. */
    public List<Text> interviewers() {
        return Collections.unmodifiableList(interviewers);
    }

    /** Where it stands, if the vendor's value is known. */
    public Optional<InterviewStatus> status() {
        return Optional.ofNullable(status);
    }

    /** Forgets everything, so that the next item can be mapped into this draft. */
    public void clear() {
        texts.clear();
        interviewers.clear();
        status = null;
    }

    private InterviewDraft set(Field field, Text text) {
        texts.put(field, text);
        return this;
    }
}
