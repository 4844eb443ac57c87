package {{package}};

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
import io.convene.core.paging.CursorPaging;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.core.spi.VendorWords;

import java.util.List;
import java.util.Optional;

/** {@code GET /interviews}, by cursor, and {@code GET /interviews/{id}}. */
final class {{Name}}Interviews implements Listing<InterviewDraft> {
    private static final int FORMAT = 1;
    private static final Support SUPPORT =
            Support.builder()
                    .vendor(Filter.CANDIDATE_ID)
                    .local(Filter.START_AT, Filter.CREATED_AT)
                    .fields(Field.CANDIDATE, Field.INTERVIEWERS, Field.START_AT, Field.END_AT)
                    .fields(Field.STATUS, Field.CREATED_AT)
                    .lookupById()
                    .build();

    @Override
    public Support support(Settings settings) {
        return SUPPORT;
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        VendorRequest.Builder request =
                VendorRequest.get(query.settings().url("base_url") + "/interviews")
                        .query("limit", query.pageSize(1, 100))
                        .query("candidate_id", query.values(Filter.CANDIDATE_ID));
        CursorPaging.at(FORMAT, position)
                .cursor()
                .ifPresent(cursor -> request.query("cursor", cursor));
        return request.build();
    }

    @Override
    public Optional<VendorRequest> lookup(String id, Query query) {
        String url = query.settings().url("base_url") + "/interviews/" + VendorRequest.pathPart(id);
        return Optional.of(VendorRequest.get(url).build());
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        if (!response.isSuccess()) {
            throw response.failure(VendorWords.in(response));
        }
        Item body = response.json();
        if (query.lookup().isPresent()) {
            return Page.last(List.of(body.at("data")));
        }
        if (!body.at("data").isArray()) {
            throw VendorException.unusable("The answer has no data.");
        }
        return CursorPaging.at(FORMAT, position)
                .page(body.each("data"), CursorPaging.next(body, "next_cursor"));
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        draft.id(item.id("id"))
                .candidate(item.id("candidate_id"))
                .startAt(item.text("starts_at"))
                .endAt(item.text("ends_at"))
                .createdAt(item.text("created_at"));
        item.each("interviewer_ids").forEach(user -> draft.interviewer(user.id()));
        switch (item.text("state").string()) {
            case "planned" -> draft.status(InterviewStatus.SCHEDULED);
            case "done" -> draft.status(InterviewStatus.COMPLETED);
            case "cancelled" -> draft.status(InterviewStatus.CANCELLED);
            default -> {} // An unknown state is absent, never guessed.
        }
    }
}
