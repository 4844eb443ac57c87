package com.acme.convene;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.InterviewStatus;
import io.convene.core.Item;
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
import java.util.Optional;

final class AcmeInterviews implements Listing<InterviewDraft> {
    @Override
    public Support support(Settings settings) {
        return Support.builder()
                .vendor(Filter.CANDIDATE_ID)
                .local(Filter.CREATED_AT, Filter.START_AT)
                .fields(Field.CANDIDATE, Field.INTERVIEWERS, Field.START_AT)
                .fields(Field.STATUS, Field.CREATED_AT)
                .lookupById()
                .build();
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        VendorRequest.Builder request =
                VendorRequest.get(query.settings().url("base_url") + "/interviews")
                        .query("page", number(position))
                        .query("per_page", Math.clamp(query.pageSize(), 1, 100));
        if (query.asks(Filter.CANDIDATE_ID)) {
            request.query("candidate_ids", String.join(",", query.values(Filter.CANDIDATE_ID)));
        }
        return request.build();
    }

    @Override
    public Optional<VendorRequest> lookup(String id, Query query) {
        return Optional.of(
                VendorRequest.get(query.settings().url("base_url") + "/interviews")
                        .query("id", id)
                        .build());
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        if (!response.isSuccess()) {
            throw response.failure(response.jsonIfAny().text("message").string());
        }
        Item body = response.json();
        if (!body.at("data").isArray()) {
            throw new VendorException(
                    VendorException.Kind.UNUSABLE_ANSWER, "Acme's answer has no data.");
        }
        List<Item> items = body.each("data");
        String more = body.text("more").string();
        if (!more.equals("true") && !more.equals("false")) {
            throw new VendorException(
                    VendorException.Kind.UNUSABLE_ANSWER,
                    "Acme's answer does not say whether more follows.");
        }
        return more.equals("true")
                ? Page.of(items, Position.of(1, 0, Integer.toString(number(position) + 1)))
                : Page.last(items);
    }

    @Override
    public void join(Page page, Query query, Vendor vendor) {
        if (!query.wants(Field.INTERVIEWERS)) {
            return;
        }
        VendorResponse answer =
                vendor.send(VendorRequest.get(query.settings().url("base_url") + "/users").build());
        for (Users.User user : vendor.bind(answer, Users.class).users) {
            for (Item item : page.items()) {
                if (item.text("interviewer").is(user.email)) {
                    Item id = Item.parse(("\"" + user.id + "\"").getBytes());
                    item.attach("interviewer_id", List.of(id));
                }
            }
        }
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        draft.id(item.text("id"))
                .candidate(item.text("candidate_id"))
                .startAt(item.text("starts_at"))
                .createdAt(item.text("created_at"));
        if (item.text("state").is("planned")) {
            draft.status(InterviewStatus.SCHEDULED);
        } else if (item.text("state").is("done")) {
            draft.status(InterviewStatus.COMPLETED);
        }
        item.attached("interviewer_id").forEach(id -> draft.interviewer(id.text()));
    }

    private static int number(Position position) {
        if (position.isFirst() && position.format() <= 1) {
            return 1;
        }
        if (position.format() != 1 || !position.token().matches("\\d{1,9}")) {
            throw new VendorException(
                    VendorException.Kind.BAD_CURSOR, "The position is none of Acme's pages.");
        }
        return Integer.parseInt(position.token());
    }
}
