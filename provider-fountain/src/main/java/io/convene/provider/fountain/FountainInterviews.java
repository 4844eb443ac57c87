package io.convene.provider.fountain;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /applicants/{id}/booked_slots} for one candidate, {@code POST
 * /applicants/booked_slots} for several. Everything comes at once; the order is ours: by start,
 * then id, those without a readable start last. An answer that names a next page is read on.
 *
 * @see <a
 *     href="https://developer.fountain.com/reference/interview-sessions-for-multiple-applicants">Fountain:
 *     interview sessions</a>
 */
final class FountainInterviews implements Listing<InterviewDraft> {
    static final String STAGE = "stage";
    static final String INTERVIEWER = "interviewer";

    private static final int MOST_CANDIDATES = 200;

    private static final Support SUPPORT =
            Support.builder()
                    .lookupWithin(Filter.CANDIDATE_ID)
                    .vendor(Filter.CANDIDATE_ID)
                    .required(Filter.CANDIDATE_ID)
                    .most(Filter.CANDIDATE_ID, MOST_CANDIDATES)
                    .local(
                            Filter.JOB_INTERVIEW_STAGE_ID,
                            Filter.CREATED_AT,
                            Filter.START_AT,
                            Filter.END_AT)
                    .fields(
                            Field.CANDIDATE,
                            Field.JOB_INTERVIEW_STAGE,
                            Field.INTERVIEWERS,
                            Field.LOCATION,
                            Field.START_AT,
                            Field.END_AT,
                            Field.STATUS,
                            Field.CREATED_AT)
                    // With several candidates, their openings are looked up on demand only.
                    .expands(Field.JOB_INTERVIEW_STAGE)
                    .build();

    /** A slot and the keys it is sorted by. */
    private record Placed(Item item, FountainTimes times, String id) {}

    private static final Comparator<Placed> ORDER =
            Comparator.comparing(
                            (Placed slot) -> slot.times().start(),
                            Comparator.comparing(
                                    (Optional<Instant> start) -> start.orElse(Instant.MAX)))
                    .thenComparing(Placed::id);

    @Override
    public Support support(Settings settings) {
        return SUPPORT;
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        return FountainRequests.slots(query, FountainPageLink.of(position));
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        if (!response.isSuccess()) {
            throw FountainAnswers.refusal(response, query.now());
        }
        List<Placed> slots = new ArrayList<>();
        for (Item item : FountainAnswers.slots(response)) {
            slots.add(new Placed(item, FountainTimes.of(item, query), item.text("id").string()));
        }
        slots.sort(ORDER);
        List<Item> items = slots.stream().map(Placed::item).toList();
        return FountainPageLink.page(items, response.json(), position);
    }

    @Override
    public void join(Page page, Query query, Vendor vendor) {
        FountainJoins.join(page, query, vendor);
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        draft.id(item.text("id"))
                .candidate(candidate(item, query))
                .location(item.words("location"));
        item.attached(STAGE).forEach(id -> draft.jobInterviewStage(id.text()));
        item.attached(INTERVIEWER).forEach(id -> draft.interviewer(id.text()));
        FountainTimes times = FountainTimes.of(item, query);
        times.start().ifPresent(draft::startAt);
        times.end().ifPresent(draft::endAt);
        times.booked().ifPresent(draft::createdAt);
        FountainStatuses.of(item, times, query).ifPresent(draft::status);
    }

    /**
     * The applicant whom a slot belongs to: in a list it is next to the slots, for one applicant it
     * is in the request.
     */
    static Text candidate(Item item, Query query) {
        List<Item> applicant = item.attached(FountainAnswers.APPLICANT);
        if (!applicant.isEmpty()) {
            return applicant.getFirst().id("applicant_id");
        }
        List<String> candidates = query.values(Filter.CANDIDATE_ID);
        return candidates.size() == 1 ? Text.of(candidates.getFirst()) : Text.absent();
    }
}
