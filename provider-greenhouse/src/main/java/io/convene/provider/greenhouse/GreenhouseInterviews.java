package io.convene.provider.greenhouse;

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
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.util.Optional;

/**
 * {@code GET /v3/interviews}, newest id first. The token of a position is the vendor's cursor, its
 * phase one of {@link GreenhousePhases}.
 *
 * @see <a href="https://harvestdocs.greenhouse.io/reference/get_v3-interviews">GET
 *     /v3/interviews</a>
 */
final class GreenhouseInterviews implements Listing<InterviewDraft> {
    private static final Support SUPPORT =
            Support.builder()
                    .lookupById()
                    .vendor(
                            Filter.APPLICATION_ID,
                            Filter.CREATED_AT,
                            Filter.UPDATED_AT,
                            Filter.START_AT,
                            Filter.END_AT)
                    // The vendor takes either of the two, never both.
                    .localBeside(Filter.CREATED_AT, Filter.UPDATED_AT)
                    .fields(
                            Field.APPLICATION,
                            Field.ORGANIZER,
                            Field.INTERVIEWERS,
                            Field.LOCATION,
                            Field.START_AT,
                            Field.END_AT,
                            Field.STATUS,
                            Field.CREATED_AT,
                            Field.UPDATED_AT)
                    .expands(Field.CANDIDATE, Field.JOB_INTERVIEW_STAGE)
                    .build();

    @Override
    public Support support(Settings settings) {
        return SUPPORT;
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        return GreenhouseRequests.interviews(query, GreenhousePhases.of(query, position));
    }

    @Override
    public Optional<VendorRequest> lookup(String id, Query query) {
        if (!id.matches("\\d{1,19}")) {
            throw new VendorException(
                    VendorException.Kind.NOT_FOUND, "Greenhouse's interviews have numbers as ids.");
        }
        return Optional.of(GreenhouseRequests.interview(query.settings(), id));
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        return GreenhouseAnswers.page(response, GreenhousePhases.of(query, position));
    }

    @Override
    public void join(Page page, Query query, Vendor vendor) {
        GreenhouseJoins.join(page, query, vendor);
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        draft.id(item.text("id"))
                .application(item.text("application_id"))
                .organizer(item.text("organizer_id"))
                .location(location(item))
                .startAt(GreenhouseTimes.START.unified(item))
                .endAt(GreenhouseTimes.END.unified(item))
                .createdAt(item.text("created_at"))
                .updatedAt(item.text("updated_at"));
        GreenhouseStatuses.of(item.text("status")).ifPresent(draft::status);
        item.attached(GreenhouseSideList.INTERVIEWERS.text())
                .forEach(row -> draft.interviewer(row.text("user_id")));
        item.attached(GreenhouseSideList.APPLICATIONS.text())
                .forEach(row -> draft.candidate(row.text("candidate_id")));
        item.attached(GreenhouseSideList.JOB_INTERVIEWS.text())
                .forEach(row -> draft.jobInterviewStage(row.text("job_interview_stage_id")));
    }

    private static Text location(Item item) {
        Text place = item.words("location");
        return place.isPresent() ? place : item.words("video_conferencing_url");
    }
}
