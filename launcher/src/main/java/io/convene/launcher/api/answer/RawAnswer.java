package io.convene.launcher.api.answer;

import io.convene.core.Item;
import io.convene.core.spi.VendorException;
import io.convene.launcher.config.ApiConfig;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.egress.Egress;
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
    private final ApiConfig config;
    private final Egress egress;
    private final CursorCodec cursors;

    public RawAnswer(ApiConfig config, Egress egress, CursorCodec cursors) {
        this.config = config;
        this.egress = egress;
        this.cursors = cursors;
    }

    public void send(ServerResponse response, ListRequest list, Deadline deadline) {
        AccountVendor vendor =
                egress.connect(list.account(), list.provider(), deadline, config.maxVendorCalls());
        RawReader reader = new RawReader(list.listing(), vendor, list.plan());
        RawPage page;
        try {
            page = reader.read();
        } catch (VendorException e) {
            VendorLimits.tell(response, vendor);
            throw VendorErrors.of(e, reader.refused(e), text -> egress.clean(text, list.account()));
        }
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
        VendorLimits.tell(response, vendor);
        out.sendTo(response);
    }
}
