package io.convene.launcher.api;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.convene.launcher.egress.PlainCalls;
import io.convene.launcher.egress.WrittenRequests;

import java.util.List;
import java.util.Map;

/**
 * A system of three interviews in two pages, its bundle and its vendor in one. Requests are written
 * as they would go out, and then answered from here.
 *
 * @param support the system's support
 * @param posts whether it is asked with JSON bodies
 */
public record FakeSystem(Support support, boolean posts)
        implements Listing<InterviewDraft>, PlainCalls {
    private static final WrittenRequests WRITTEN = new WrittenRequests();
    private static final Position SECOND = Position.of(1, 0, "2");

    @Override
    public Support support(Settings settings) {
        return support;
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        VendorRequest.Builder request =
                posts
                        ? VendorRequest.post("https://api.example.com/list").json("limit", 10)
                        : VendorRequest.get("https://api.example.com/list").query("limit", 10);
        query.filters()
                .forEach(filter -> {
                    String asked = query.values(filter) + " " + query.range(filter);
                    if (posts) {
                        request.json(filter.text(), asked);
                    } else {
                        request.query(filter.text(), asked);
                    }
                });
        return request.build();
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        List<Item> items = response.json().each();
        return position.equals(SECOND)
                ? Page.last(items.subList(2, 3))
                : Page.of(items.subList(0, 2), SECOND);
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        draft.id(item.text())
                .application(Text.of("a"))
                .candidate(Text.of("b"))
                .startAt(Text.of("2026-03-02T10:00:00Z"))
                .createdAt(Text.of("2026-03-01T10:00:00Z"));
    }

    @Override
    public VendorResponse send(VendorRequest request) {
        WRITTEN.write(request);
        return VendorResponse.of(200, Map.of(), "[1,2,3]".getBytes(UTF_8));
    }
}
