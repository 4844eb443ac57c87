package io.convene.core;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One interview while a bundle fills it in {@link io.convene.core.spi.Listing#map}. A field that is
 * not set, or set to absent text, is left out of the answer; one that is set twice has its last
 * value. Times may have any offset, or be a date alone, and become UTC. A time that cannot be read
 * is left out, and so is a JSON literal, true or false, as an id or a location. Belongs to one
 * request, and is used for many items; not thread-safe.
 *
 * <p>No setter accepts null: set {@link Text#absent()}, or nothing. A null is refused at once with
 * a {@link NullPointerException} that names the setter. Each setter returns this draft.
 *
 * @since 1.0.0
 */
public final class InterviewDraft {
    private final List<Text> interviewers = new ArrayList<>();
    private Text id = Text.absent();
    private Text application = Text.absent();
    private Text candidate = Text.absent();
    private Text jobInterviewStage = Text.absent();
    private Text organizer = Text.absent();
    private Text location = Text.absent();
    private Text startAt = Text.absent();
    private Text endAt = Text.absent();
    private Text createdAt = Text.absent();
    private Text updatedAt = Text.absent();
    private @Nullable InterviewStatus status;

    private InterviewDraft() {}

    /** A draft in which nothing is set. */
    public static InterviewDraft empty() {
        return new InterviewDraft();
    }

    /** The interview's own id; the only field every interview must have. */
    public InterviewDraft id(Text id) {
        this.id = given(id, "id").unlessLiteral();
        return this;
    }

    /** The id of the application that the interview belongs to. */
    public InterviewDraft application(Text id) {
        this.application = given(id, "application").unlessLiteral();
        return this;
    }

    /** The id of the candidate. */
    public InterviewDraft candidate(Text id) {
        this.candidate = given(id, "candidate").unlessLiteral();
        return this;
    }

    /** The id of the interview stage of the job. */
    public InterviewDraft jobInterviewStage(Text id) {
        this.jobInterviewStage = given(id, "jobInterviewStage").unlessLiteral();
        return this;
    }

    /** The id of the user who organises the interview. */
    public InterviewDraft organizer(Text id) {
        this.organizer = given(id, "organizer").unlessLiteral();
        return this;
    }

    /** Adds the id of one interviewer, unless it is absent or there already. */
    public InterviewDraft interviewer(Text id) {
        Text one = given(id, "interviewer").unlessLiteral();
        if (one.isPresent() && !interviewers.contains(one)) {
            interviewers.add(one);
        }
        return this;
    }

    /** Where it takes place: a room, an address or a link. */
    public InterviewDraft location(Text location) {
        this.location = given(location, "location").unlessLiteral();
        return this;
    }

    /** When it begins. */
    public InterviewDraft startAt(Text time) {
        this.startAt = Timestamps.utc(given(time, "startAt"));
        return this;
    }

    /** When it begins. */
    public InterviewDraft startAt(Instant time) {
        this.startAt = Timestamps.text(given(time, "startAt"));
        return this;
    }

    /** When it ends. */
    public InterviewDraft endAt(Text time) {
        this.endAt = Timestamps.utc(given(time, "endAt"));
        return this;
    }

    /** When it ends. */
    public InterviewDraft endAt(Instant time) {
        this.endAt = Timestamps.text(given(time, "endAt"));
        return this;
    }

    /** Its status; leave it out when the vendor's value is not known. */
    public InterviewDraft status(InterviewStatus value) {
        this.status = given(value, "status");
        return this;
    }

    /** When the vendor's record was made. */
    public InterviewDraft createdAt(Text time) {
        this.createdAt = Timestamps.utc(given(time, "createdAt"));
        return this;
    }

    /** When the vendor's record was made. */
    public InterviewDraft createdAt(Instant time) {
        this.createdAt = Timestamps.text(given(time, "createdAt"));
        return this;
    }

    /** When the vendor's record was last changed. */
    public InterviewDraft updatedAt(Text time) {
        this.updatedAt = Timestamps.utc(given(time, "updatedAt"));
        return this;
    }

    /** When the vendor's record was last changed. */
    public InterviewDraft updatedAt(Instant time) {
        this.updatedAt = Timestamps.text(given(time, "updatedAt"));
        return this;
    }

    /**
     * Reads a field of one text, as the host does.
     *
     * @param field an id, the location or a time
     * @return its value; absent when it is not set, and for fields of another kind
     */
    public Text text(Field field) {
        return switch (field) {
            case ID -> id;
            case APPLICATION -> application;
            case CANDIDATE -> candidate;
            case JOB_INTERVIEW_STAGE -> jobInterviewStage;
            case ORGANIZER -> organizer;
            case LOCATION -> location;
            case START_AT -> startAt;
            case END_AT -> endAt;
            case CREATED_AT -> createdAt;
            case UPDATED_AT -> updatedAt;
            case INTERVIEWERS, STATUS, REMOTE_DATA -> Text.absent();
        };
    }

    /** The interviewers' ids in the order they were added. */
    public List<Text> interviewers() {
        return Collections.unmodifiableList(interviewers);
    }

    /** Its status, if the vendor's value is known. */
    public Optional<InterviewStatus> status() {
        return Optional.ofNullable(status);
    }

    /**
     * The interview that this draft holds now, without the vendor's record. Later changes of the
     * draft do not change it. Meant for unit tests of a bundle, which compare it with the expected
     * interview.
     *
     * @return the values of all fields that are set
     * @since 1.0.0
     */
    public Interview toInterview() {
        return new Interview(
                id.optional(),
                reference(application),
                reference(candidate),
                reference(jobInterviewStage),
                reference(organizer),
                interviewers.stream().map(one -> new Interview.Reference(one.string())).toList(),
                location.optional(),
                Timestamps.instant(startAt),
                Timestamps.instant(endAt),
                status().map(InterviewStatus::text),
                Timestamps.instant(createdAt),
                Timestamps.instant(updatedAt),
                Optional.empty());
    }

    /**
     * Forgets everything, so that the next item can be mapped into this draft. The host calls it.
     */
    public void clear() {
        id = Text.absent();
        application = Text.absent();
        candidate = Text.absent();
        jobInterviewStage = Text.absent();
        organizer = Text.absent();
        location = Text.absent();
        startAt = Text.absent();
        endAt = Text.absent();
        createdAt = Text.absent();
        updatedAt = Text.absent();
        interviewers.clear();
        status = null;
    }

    private static Optional<Interview.Reference> reference(Text id) {
        return id.optional().map(Interview.Reference::new);
    }

    private static <T> T given(@Nullable T value, String setter) {
        if (value == null) {
            throw new NullPointerException(
                    "%s(null): leave out a missing value, or set Text.absent()".formatted(setter));
        }
        return value;
    }
}
