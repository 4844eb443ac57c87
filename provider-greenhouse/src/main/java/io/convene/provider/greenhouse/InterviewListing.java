package io.convene.provider.greenhouse;

import static io.convene.core.InterviewStatus.AWAITING_FEEDBACK;
import static io.convene.core.InterviewStatus.CANCELLED;
import static io.convene.core.InterviewStatus.COMPLETED;
import static io.convene.core.InterviewStatus.DRAFT;
import static io.convene.core.InterviewStatus.SCHEDULED;

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
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /v3/interviews}, newest id first. The token of a position is the vendor's cursor, its
 * phase one of {@link Phases}.
 *
 * @see <a href="https://harvestdocs.greenhouse.io/reference/get_v3-interviews">GET
 *     /v3/interviews</a>
 */
final class InterviewListing implements Listing<InterviewDraft> {
    private static final String LIST = "interviews";
    private static final int FORMAT = 1;

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

    private static final Map<Text, InterviewStatus> STATUSES =
            Map.of(
                    Text.of("to_be_scheduled"), DRAFT,
                    Text.of("to_be_sent"), DRAFT,
                    Text.of("scheduled"), SCHEDULED,
                    Text.of("sent"), SCHEDULED,
                    Text.of("awaiting_feedback"), AWAITING_FEEDBACK,
                    Text.of("collect_feedback"), AWAITING_FEEDBACK,
                    Text.of("received"), AWAITING_FEEDBACK,
                    Text.of("complete"), COMPLETED,
                    Text.of("skipped"), CANCELLED);

    @Override
    public Support support(Settings settings) {
        return SUPPORT;
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        Phases phases = Phases.of(query);
        boolean known = position.format() == FORMAT || position.equals(Position.start());
        if (!known || position.phase() < 0 || position.phase() >= phases.count()) {
            throw new VendorException(
                    VendorException.Kind.BAD_CURSOR, "The cursor is none of this list.");
        }
        if (!position.isFirst()) {
            return Harvest.following(query.settings(), LIST, position.token());
        }
        VendorRequest.Builder request = Harvest.list(query.settings(), LIST, query.pageSize());
        phases.narrow(request, position.phase());
        Filter changed = query.asks(Filter.UPDATED_AT) ? Filter.UPDATED_AT : Filter.CREATED_AT;
        query.range(changed)
                .ifPresent(range -> request.query(changed.text(), DateFilter.moments(range)));
        return request.build();
    }

    @Override
    public Optional<VendorRequest> lookup(String id, Query query) {
        if (!id.matches("\\d{1,19}")) {
            throw new VendorException(
                    VendorException.Kind.NOT_FOUND, "Greenhouse's interviews have numbers as ids.");
        }
        return Optional.of(Harvest.list(query.settings(), LIST, 1).query("ids", id).build());
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        // A following page is asked for by its cursor alone: nothing else can be wrong with it.
        if (!position.isFirst() && (response.status() == 422 || response.status() == 400)) {
            throw new VendorException(
                    VendorException.Kind.BAD_CURSOR,
                    "Greenhouse does not take its cursor any more: " + Harvest.words(response));
        }
        Phases phases = Phases.of(query);
        List<Item> items = phases.own(Harvest.rows(response), position.phase());
        Optional<Position> next =
                LinkHeader.nextCursor(response)
                        .map(cursor -> Position.of(FORMAT, position.phase(), cursor));
        if (next.isEmpty() && position.phase() + 1 < phases.count()) {
            next = Optional.of(Position.of(FORMAT, position.phase() + 1, ""));
        }
        return next.map(following -> Page.of(items, following)).orElseGet(() -> Page.last(items));
    }

    @Override
    public void join(Page page, Query query, Vendor vendor) {
        SideRows.join(page, query, vendor);
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        draft.id(item.text("id"))
                .application(item.text("application_id"))
                .organizer(item.text("organizer_id"))
                .location(location(item))
                .startAt(Phases.start(item))
                .endAt(Phases.end(item))
                .createdAt(item.text("created_at"))
                .updatedAt(item.text("updated_at"));
        Optional.ofNullable(STATUSES.get(item.text("status"))).ifPresent(draft::status);
        item.attached(SideList.INTERVIEWERS.text())
                .forEach(row -> draft.interviewer(row.text("user_id")));
        item.attached(SideList.APPLICATIONS.text())
                .forEach(row -> draft.candidate(row.text("candidate_id")));
        item.attached(SideList.JOB_INTERVIEWS.text())
                .forEach(row -> draft.jobInterviewStage(row.text("job_interview_stage_id")));
    }

    private static Text location(Item item) {
        Text place = item.words("location");
        return place.isPresent() ? place : item.words("video_conferencing_url");
    }
}
