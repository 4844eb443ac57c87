package io.convene.launcher.api.answer;

import io.convene.core.Item;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.http.ConveneHeaders;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.RawPage;
import io.convene.launcher.query.RawReader;
import io.convene.launcher.time.Deadline;
import io.helidon.webserver.http.ServerResponse;

/**
 * The body of the one primary vendor answer, byte for byte; the cursor moves by whole vendor pages.
 */
public final class RawAnswer {
    private final CursorCodec cursors;

    public RawAnswer(CursorCodec cursors) {
        this.cursors = cursors;
    }

    public void send(ServerResponse response, Reading list, Deadline deadline) {
        AccountVendor vendor = list.vendor(deadline);
        RawReader reader = new RawReader(list.listing(), vendor, list.plan());
        RawPage page = Reading.from(vendor, response, reader::read);
        Item body = page.response().json();
        JsonBuffer out =
                new JsonBuffer()
                        .ascii("{\"result\":")
                        .span(body.source(), body.start(), body.end())
                        .ascii(",\"next_cursor\":");
        out.stringOrNull(page.next().map(cursors::encode));
        out.ascii(page.isShort() ? ",\"is_partial_response\":true}" : "}");
        Receipt.of(list.plan())
                .ifPresent(receipt -> response.header(ConveneHeaders.FILTERS, receipt));
        out.sendTo(response);
    }
}
