package io.convene.provider.ceipal;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.paging.PageNumberPaging;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Instant;
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
    private static final int FORMAT = 1;
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
        CeipalSettings.zone(query.settings());
        return CeipalRequests.page(query, PageNumberPaging.at(FORMAT, position).number());
    }

    @Override
    public Optional<VendorRequest> lookup(String id, Query query) {
        CeipalSettings.zone(query.settings());
        return Optional.of(CeipalRequests.details(query.settings(), id));
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        return CeipalAnswers.page(response, query, PageNumberPaging.at(FORMAT, position));
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
        CeipalStatuses.of(record.words(CeipalField.STATUS).string()).ifPresent(draft::status);
        CeipalTimes times = new CeipalTimes(CeipalSettings.zone(query.settings()));
        draft.createdAt(times.utc(record.time(CeipalField.CREATED_AT)))
                .updatedAt(times.utc(record.time(CeipalField.UPDATED_AT)));
        mapTimes(record, times.in(record.time(CeipalField.TIME_ZONE)), draft);
    }

    private static void mapTimes(CeipalRecord record, CeipalTimes times, InterviewDraft draft) {
        Text date = record.time(CeipalField.DATE);
        Optional<Instant> start = times.on(date, record.time(CeipalField.FROM_TIME));
        start.ifPresent(draft::startAt);
        times.endAfter(start, date, record.time(CeipalField.TO_TIME)).ifPresent(draft::endAt);
    }
}
