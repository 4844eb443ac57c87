package io.convene.provider.ashby;

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

    @Override
    public Support support(Settings settings) {
        return SUPPORT;
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        return AshbyRequests.list(query, AshbyPhase.of(query, position));
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        return AshbyAnswers.page(response, AshbyPhase.of(query, position));
    }

    @Override
    public void join(Page page, Query query, Vendor vendor) {
        if (query.wants(Field.CANDIDATE)) {
            AshbyJoins.attach(page, query.settings(), vendor);
        }
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        AshbyEvents events = new AshbyEvents(item.each("interviewEvents"));
        draft.id(item.text("id"))
                .application(item.text("applicationId"))
                .candidate(AshbyJoins.candidate(item))
                .jobInterviewStage(item.text("interviewStageId"))
                .organizer(AshbyUsers.user(item.at("scheduledBy")))
                .location(events.location())
                .startAt(events.earliest("startTime"))
                .endAt(events.latest("endTime"))
                .createdAt(createdAt(item, events))
                .updatedAt(item.text("updatedAt"));
        events.addInterviewers(draft);
        AshbyStatuses.of(item.text("status")).ifPresent(draft::status);
    }

    private static Text createdAt(Item item, AshbyEvents events) {
        Text created = item.text("createdAt");
        return !created.isPresent() && item.at("createdAt").isMissing()
                ? events.earliest("createdAt")
                : created;
    }
}
