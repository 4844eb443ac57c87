package io.convene.core;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The unified interview, for callers in Java. It never changes, and any thread may use it.
 *
 * <p>JSON-B (Jakarta JSON Binding 3) reads and writes it without annotations, as long as names are
 * written with underscores:
 *
 * {@snippet :
 * JsonbConfig config =
 *         new JsonbConfig()
 *                 .withPropertyNamingStrategy(
 *                         PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES);
 * Interview interview = JsonbBuilder.create(config).fromJson(json, Interview.class);
 * }
 *
 * <p>Writing an interview and reading it again gives an equal one. A member that is absent or null
 * in JSON is empty here. An unknown member is ignored, so that a newer server can be read. A status
 * that this version does not know is kept as text.
 *
 * @param id the interview's own id. Empty when {@code truto_exclude_fields} names it, and for a
 *     record of the vendor in which the bundle found none; the header {@code Convene-Unmapped}
 *     counts those
 * @param application the application that the interview belongs to
 * @param candidate who is interviewed
 * @param jobInterviewStage the stage of the job's interview plan
 * @param organizer the user who organises the interview
 * @param interviewers the users who interview, in the answer's order
 * @param location a room, an address or a link
 * @param startAt when it begins
 * @param endAt when it ends
 * @param status the text of the answer, such as {@code awaiting_feedback}; {@link #knownStatus()}
 *     is its constant
 * @param createdAt when the vendor's record was made
 * @param updatedAt when the vendor's record was last changed
 * @param remoteData the vendor's record: its members by name, each a {@code String}, {@code
 *     BigDecimal}, {@code Boolean}, {@code List}, {@code Map} or null. The order of members is not
 *     kept, and of two members with one name the last one counts
 * @since 1.0.0
 */
public record Interview(
        Optional<String> id,
        Optional<Reference> application,
        Optional<Reference> candidate,
        Optional<Reference> jobInterviewStage,
        Optional<Reference> organizer,
        List<Reference> interviewers,
        Optional<String> location,
        Optional<Instant> startAt,
        Optional<Instant> endAt,
        Optional<String> status,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Optional<Map<String, Object>> remoteData) {

    /**
     * Another record of the vendor, known by its id.
     *
     * @param id the id at the vendor
     * @since 1.0.0
     */
    public record Reference(String id) {
        /**
         * A reference to the record with that id.
         *
         * @throws NullPointerException when there is no id
         */
        public Reference {
            Objects.requireNonNull(id, "a reference has an id");
        }
    }

    /**
     * Copies every collection. Called by {@link Builder#build()} and by JSON-B; {@code
     * interviewers} may be null for JSON-B, which passes null for an absent list.
     *
     * @throws IllegalArgumentException when {@code remoteData} contains a value that JSON cannot
     *     express
     */
    @SuppressWarnings("ConstantValue") // JSON-B passes null for an absent list
    public Interview {
        interviewers = interviewers == null ? List.of() : List.copyOf(interviewers);
        remoteData = remoteData.map(JsonValues::object);
    }

    /**
     * A builder in which nothing is set.
     *
     * @return a builder for one thread
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The status as a constant.
     *
     * @return empty when there is no status, and when this version does not know its text
     */
    public Optional<InterviewStatus> knownStatus() {
        return status.flatMap(InterviewStatus::of);
    }

    /**
     * Sets the fields of one interview; a field that is not set is empty. Not thread-safe. No
     * method takes null.
     *
     * @since 1.0.0
     */
    public static final class Builder {
        private Optional<String> id = Optional.empty();
        private Optional<Reference> application = Optional.empty();
        private Optional<Reference> candidate = Optional.empty();
        private Optional<Reference> jobInterviewStage = Optional.empty();
        private Optional<Reference> organizer = Optional.empty();
        private List<Reference> interviewers = List.of();
        private Optional<String> location = Optional.empty();
        private Optional<Instant> startAt = Optional.empty();
        private Optional<Instant> endAt = Optional.empty();
        private Optional<String> status = Optional.empty();
        private Optional<Instant> createdAt = Optional.empty();
        private Optional<Instant> updatedAt = Optional.empty();
        private Optional<Map<String, Object>> remoteData = Optional.empty();

        private Builder() {}

        /** Sets the interview's own id. */
        public Builder id(String value) {
            id = Optional.of(value);
            return this;
        }

        /** Sets the application by its id. */
        public Builder application(String id) {
            application = Optional.of(new Reference(id));
            return this;
        }

        /** Sets the candidate by its id. */
        public Builder candidate(String id) {
            candidate = Optional.of(new Reference(id));
            return this;
        }

        /** Sets the interview stage by its id. */
        public Builder jobInterviewStage(String id) {
            jobInterviewStage = Optional.of(new Reference(id));
            return this;
        }

        /** Sets the organiser by its id. */
        public Builder organizer(String id) {
            organizer = Optional.of(new Reference(id));
            return this;
        }

        /** Sets all interviewers by their ids, in this order, in place of those set before. */
        public Builder interviewers(List<String> ids) {
            interviewers = ids.stream().map(Reference::new).toList();
            return this;
        }

        /** Sets the location. */
        public Builder location(String value) {
            location = Optional.of(value);
            return this;
        }

        /** Sets when it begins. */
        public Builder startAt(Instant time) {
            startAt = Optional.of(time);
            return this;
        }

        /** Sets when it ends. */
        public Builder endAt(Instant time) {
            endAt = Optional.of(time);
            return this;
        }

        /** Sets the status to one that this version knows. */
        public Builder status(InterviewStatus value) {
            return status(value.text());
        }

        /** Sets the status to any text, such as one of a newer version. */
        public Builder status(String text) {
            status = Optional.of(text);
            return this;
        }

        /** Sets when the vendor's record was made. */
        public Builder createdAt(Instant time) {
            createdAt = Optional.of(time);
            return this;
        }

        /** Sets when the vendor's record was last changed. */
        public Builder updatedAt(Instant time) {
            updatedAt = Optional.of(time);
            return this;
        }

        /**
         * Sets the vendor's record.
         *
         * @param members values as in {@link Interview#remoteData()}; any other number becomes a
         *     {@code BigDecimal}
         */
        public Builder remoteData(Map<String, ?> members) {
            remoteData = Optional.of(Collections.unmodifiableMap(members));
            return this;
        }

        /**
         * The interview with all that was set.
         *
         * @return a new interview; the builder can be used again
         * @throws IllegalArgumentException when the vendor's record contains a value that JSON
         *     cannot express
         */
        public Interview build() {
            return new Interview(
                    id,
                    application,
                    candidate,
                    jobInterviewStage,
                    organizer,
                    interviewers,
                    location,
                    startAt,
                    endAt,
                    status,
                    createdAt,
                    updatedAt,
                    remoteData);
        }
    }
}
