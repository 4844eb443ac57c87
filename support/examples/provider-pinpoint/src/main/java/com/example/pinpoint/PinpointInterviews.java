package com.example.pinpoint;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.paging.Continuation;
import io.convene.core.paging.PageNumberPaging;
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

/** {@code GET /interviews} by page number, and {@code GET /interviews/{id}}, both JSON:API. */
final class PinpointInterviews implements Listing<InterviewDraft> {
    private static final int FORMAT = 1;

    @Override
    public Support support(Settings settings) {
        Support.Builder support =
                Support.builder()
                        .local(Filter.APPLICATION_ID, Filter.CREATED_AT, Filter.UPDATED_AT)
                        .fields(Field.APPLICATION, Field.CREATED_AT, Field.UPDATED_AT)
                        .lookupById();
        if (settings.find("start_attribute").isPresent()) {
            support.local(Filter.START_AT).fields(Field.START_AT);
        }
        if (settings.find("end_attribute").isPresent()) {
            support.local(Filter.END_AT).fields(Field.END_AT);
        }
        return support.build();
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        return get(query, "")
                .query("page[number]", PageNumberPaging.at(FORMAT, position).number())
                .query("page[size]", query.pageSize(1, 1_000))
                .build();
    }

    @Override
    public Optional<VendorRequest> lookup(String id, Query query) {
        return Optional.of(get(query, "/" + VendorRequest.pathPart(id)).build());
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
            throw VendorException.unusable("Pinpoint's answer has no data.");
        }
        Item meta = body.at("meta");
        Continuation stated =
                Continuation.unstated()
                        .pages(meta.integer("page_count"))
                        .total(meta.integer("total_count"));
        return PageNumberPaging.at(FORMAT, position).page(body.each("data"), stated);
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        Item attributes = item.at("attributes");
        draft.id(item.id("id"))
                .createdAt(attributes.text("created_at"))
                .updatedAt(attributes.text("updated_at"));
        Settings settings = query.settings();
        settings.find("start_attribute").ifPresent(it -> draft.startAt(attributes.text(it)));
        settings.find("end_attribute").ifPresent(it -> draft.endAt(attributes.text(it)));
        Item application = item.at("relationships").at("application").at("data");
        if (application.text("type").is("applications")) {
            draft.application(application.id("id"));
        }
    }

    private static VendorRequest.Builder get(Query query, String path) {
        return VendorRequest.get(query.settings().url("base_url") + "/api/v1/interviews" + path)
                .header("Accept", "application/vnd.api+json")
                .query("include", "application");
    }
}
