package io.convene.provider.ceipal;

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
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Ceipal's interviews, page by numbered page. Ceipal filters nothing; the host does. An empty list,
 * and a page after the last one, come as 404 "Data not found.".
 *
 * <p>Paging by number drifts when interviews are added meanwhile; Ceipal offers nothing else.
 *
 * @see <a href="https://developer.ceipal.com/ceipal-ats-v2">Ceipal: version 2</a>
 */
final class CeipalInterviews implements Listing<InterviewDraft> {
    private static final String DETAILS = "getInterviewDetails";
    private static final int SMALLEST_PAGE = 5;
    private static final int LARGEST_PAGE = 50;
    private static final Support SUPPORT =
            Support.builder()
                    .lookupById()
                    .local(Filter.values())
                    .fields(Field.APPLICATION, Field.CANDIDATE, Field.JOB_INTERVIEW_STAGE)
                    .fields(Field.ORGANIZER, Field.INTERVIEWERS, Field.LOCATION, Field.START_AT)
                    .fields(Field.END_AT, Field.STATUS, Field.CREATED_AT, Field.UPDATED_AT)
                    .build();

    @Override
    public Support support(Settings settings) {
        return SUPPORT;
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        // A wrong time_zone must not first show in the records, where it would cost every time.
        CeipalSettings.zone(query.settings());
        return VendorRequest.get(CeipalSettings.interviews(query.settings()))
                .header("Accept", "application/json")
                .query("page", CeipalPlace.of(position).page())
                .query("limit", limit(query))
                .build();
    }

    @Override
    public Optional<VendorRequest> lookup(String id, Query query) {
        CeipalSettings.zone(query.settings());
        VendorRequest.Builder request =
                CeipalSettings.isVersionOne(query.settings())
                        ? VendorRequest.get(CeipalSettings.action(query.settings(), DETAILS))
                                .query("interview_id", id)
                        : VendorRequest.get(
                                CeipalSettings.action(query.settings(), DETAILS)
                                        + VendorRequest.pathPart(id)
                                        + "/");
        return Optional.of(request.header("Accept", "application/json").build());
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        CeipalPlace place = CeipalPlace.of(position);
        Optional<CeipalRefusal> refusal = CeipalRefusal.in(response);
        if (refusal.isPresent()) {
            if (refusal.get().isNothingFound() || refusal.get().isBeyond(place)) {
                return Page.last(List.of());
            }
            throw refusal.get().failure();
        }
        Item record = response.json();
        if (record.isObject()
                && !CeipalEnvelope.rows(record).isPresent()
                && new CeipalRecord(record, query.settings()).id(CeipalField.ID).isPresent()) {
            // The detail of one interview comes bare.
            return Page.last(List.of(record));
        }
        return CeipalEnvelope.of(response, place.page()).page(place);
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        CeipalRecord record = new CeipalRecord(item, query.settings());
        draft.id(record.id(CeipalField.ID))
                .application(record.id(CeipalField.APPLICATION))
                .candidate(record.id(CeipalField.CANDIDATE))
                .jobInterviewStage(record.idOrWords(CeipalField.JOB_INTERVIEW_STAGE))
                .organizer(record.id(CeipalField.ORGANIZER))
                .location(record.words(CeipalField.LOCATION));
        record.ids(CeipalField.INTERVIEWERS).forEach(draft::interviewer);
        CeipalStatus.of(record.words(CeipalField.STATUS).string()).ifPresent(draft::status);
        CeipalTimes times = new CeipalTimes(CeipalSettings.zone(query.settings()));
        draft.createdAt(times.utc(record.time(CeipalField.CREATED_AT)))
                .updatedAt(times.utc(record.time(CeipalField.UPDATED_AT)));
        mapTimes(record, times.in(record.time(CeipalField.TIME_ZONE)), draft);
    }

    private static void mapTimes(CeipalRecord record, CeipalTimes times, InterviewDraft draft) {
        Text date = record.time(CeipalField.DATE);
        Optional<Instant> start = times.on(date, record.time(CeipalField.FROM_TIME));
        start.ifPresent(draft::startAt);
        times.behind(start, date, record.time(CeipalField.TO_TIME)).ifPresent(draft::endAt);
    }

    private static int limit(Query query) {
        return Math.clamp(query.pageSize(), SMALLEST_PAGE, LARGEST_PAGE);
    }
}
