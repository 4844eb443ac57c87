package io.convene.provider.ashby;

import static io.convene.core.InterviewStatus.AWAITING_FEEDBACK;
import static io.convene.core.InterviewStatus.CANCELLED;
import static io.convene.core.InterviewStatus.COMPLETED;
import static io.convene.core.InterviewStatus.DRAFT;
import static io.convene.core.InterviewStatus.SCHEDULED;

import static java.util.Map.entry;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ashby's interview schedules: each schedule, with all its events, is one interview. A schedule
 * without events, as drafts and many cancelled ones are, has no times, no location and no
 * interviewers.
 *
 * <p>An application or stage that Ashby does not know is, as a filter, an empty list and not an
 * error: Ashby documents neither, and nothing matches such a filter.
 *
 * @see <a href="https://developers.ashbyhq.com/reference/interviewschedulelist">Ashby:
 *     interviewSchedule.list</a>
 */
final class AshbyInterviews implements Listing<InterviewDraft> {
    private static final int POSITION_FORMAT = 1;
    private static final int LARGEST_PAGE = 100;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Support SUPPORT =
            Support.builder()
                    .lookupWithin(Filter.APPLICATION_ID)
                    .vendor(Filter.APPLICATION_ID, Filter.JOB_INTERVIEW_STAGE_ID)
                    .local(Filter.CREATED_AT, Filter.UPDATED_AT, Filter.START_AT, Filter.END_AT)
                    .fields(Field.APPLICATION, Field.JOB_INTERVIEW_STAGE, Field.ORGANIZER)
                    .fields(Field.INTERVIEWERS, Field.LOCATION, Field.START_AT, Field.END_AT)
                    .fields(Field.STATUS, Field.CREATED_AT, Field.UPDATED_AT)
                    .expands(Field.CANDIDATE)
                    .build();

    private static final Map<Text, InterviewStatus> STATUSES =
            Map.ofEntries(
                    entry(Text.of("NeedsScheduling"), DRAFT),
                    entry(Text.of("SchedulingRequested"), DRAFT),
                    entry(Text.of("WaitingOnCandidateBooking"), DRAFT),
                    entry(Text.of("WaitingOnCandidateAvailability"), DRAFT),
                    entry(Text.of("CandidateAvailabilitySubmitted"), DRAFT),
                    entry(Text.of("OnHold"), DRAFT),
                    entry(Text.of("Scheduled"), SCHEDULED),
                    entry(Text.of("WaitingOnFeedback"), AWAITING_FEEDBACK),
                    entry(Text.of("Complete"), COMPLETED),
                    entry(Text.of("Cancelled"), CANCELLED));

    @Override
    public Support support(Settings settings) {
        return SUPPORT;
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        AshbyPhase phase = phase(query, position);
        VendorRequest.Builder request =
                AshbyCalls.post(query.settings(), "interviewSchedule.list")
                        .json("limit", Math.clamp(query.pageSize(), 1, LARGEST_PAGE));
        query.range(Filter.CREATED_AT)
                .flatMap(range -> range.from())
                .flatMap(AshbyInterviews::createdAfter)
                .ifPresent(milliseconds -> request.json("createdAfter", milliseconds));
        phase.application().ifPresent(id -> request.json("applicationId", id));
        phase.stage().ifPresent(id -> request.json("interviewStageId", id));
        if (!position.isFirst()) {
            request.json("cursor", position.token());
        }
        return request.build();
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        AshbyPhase phase = phase(query, position);
        Optional<AshbyRefusal> refusal = AshbyRefusal.in(response);
        if (refusal.isPresent()) {
            if (phase.isUnknownTo(refusal.get())) {
                return behind(phase, List.of());
            }
            throw refusal.get().failure();
        }
        Item results = AshbyCalls.results(response);
        if (!results.isArray()) {
            throw unusable("Ashby's list of interview schedules has no array named results.");
        }
        Optional<String> cursor = nextCursor(response.json());
        if (cursor.isEmpty()) {
            return behind(phase, results.each());
        }
        if (cursor.get().equals(position.token())) {
            throw unusable("Ashby's nextCursor leads back to the page just read.");
        }
        return Page.of(results.each(), Position.of(POSITION_FORMAT, phase.index(), cursor.get()));
    }

    /**
     * Where the next page begins, unless this one is the last: Ashby says so, or it says nothing at
     * all. What it says and cannot be read is never the end.
     */
    private static Optional<String> nextCursor(Item body) {
        Item more = body.at("moreDataAvailable");
        if (more.text().is("false")) {
            return Optional.empty();
        }
        Item cursor = body.at("nextCursor");
        Text token = cursor.id();
        if (token.isPresent()) {
            return token.optional();
        }
        if (more.text().is("true")) {
            throw unusable("Ashby says that more schedules follow, but not where (no nextCursor).");
        }
        if (!more.isMissing() || !cursor.isMissing()) {
            throw unusable(
                    "Ashby's moreDataAvailable or nextCursor cannot be read: whether more schedules"
                            + " follow is not known.");
        }
        return Optional.empty();
    }

    @Override
    public void join(Page page, Query query, Vendor vendor) {
        if (query.wants(Field.CANDIDATE)) {
            AshbyApplications.attach(page, query.settings(), vendor);
        }
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        AshbyEvents events = new AshbyEvents(item.each("interviewEvents"));
        draft.id(item.text("id"))
                .application(item.text("applicationId"))
                .candidate(AshbyApplications.candidate(item))
                .jobInterviewStage(item.text("interviewStageId"))
                .organizer(AshbyValues.user(item.at("scheduledBy")))
                .location(events.location())
                .startAt(events.earliest("startTime"))
                .endAt(events.latest("endTime"))
                .createdAt(createdAt(item, events))
                .updatedAt(item.text("updatedAt"));
        events.addInterviewers(draft);
        // Anything else, such as Ashby's own Unknown, says nothing.
        Optional.ofNullable(STATUSES.get(item.text("status"))).ifPresent(draft::status);
    }

    private static Text createdAt(Item item, AshbyEvents events) {
        Text created = item.text("createdAt");
        return !created.isPresent() && item.at("createdAt").isMissing()
                ? events.earliest("createdAt")
                : created;
    }

    /**
     * One millisecond early, because Ashby does not say whether its bound belongs to the range; the
     * host checks again. A bound before 1970 excludes nothing.
     */
    private static Optional<Long> createdAfter(Instant from) {
        Instant bound = from.isAfter(LATEST) ? LATEST : from;
        return bound.isAfter(Instant.EPOCH)
                ? Optional.of(bound.toEpochMilli() - 1)
                : Optional.empty();
    }

    private static AshbyPhase phase(Query query, Position position) {
        boolean readable =
                position.equals(Position.start()) || position.format() == POSITION_FORMAT;
        return Optional.of(position.phase())
                .filter(index -> readable)
                .flatMap(index -> AshbyPhase.of(query, index))
                .orElseThrow(() ->
                        new VendorException(
                                Kind.BAD_CURSOR,
                                "The cursor is none of this Ashby provider's; begin"
                                        + " without one."));
    }

    private static Page behind(AshbyPhase phase, List<Item> items) {
        return phase.isLast()
                ? Page.last(items)
                : Page.of(items, Position.of(POSITION_FORMAT, phase.index() + 1, ""));
    }

    private static VendorException unusable(String message) {
        return new VendorException(Kind.UNUSABLE_ANSWER, message);
    }
}
