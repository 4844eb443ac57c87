package io.convene.launcher.api;

import io.convene.core.spi.VendorException;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.egress.Deadline;
import io.convene.launcher.egress.Egress;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.InterviewReader;
import io.convene.launcher.query.Outcome;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;

/**
 * An answer that is complete before its first byte, with a Content-Length and every count in a
 * header.
 */
final class CompleteAnswer {
    private final LauncherConfig.Api limits;
    private final Egress egress;
    private final CursorCodec cursors;

    CompleteAnswer(LauncherConfig.Api limits, Egress egress, CursorCodec cursors) {
        this.limits = limits;
        this.egress = egress;
        this.cursors = cursors;
    }

    void send(ServerResponse response, ListRequest list, Deadline deadline) {
        JsonBuffer out = new JsonBuffer().ascii("{\"result\":[");
        InterviewReader reader =
                InterviewReader.complete(
                        list.listing(),
                        egress.connect(
                                list.account(), list.provider(), deadline, limits.maxVendorCalls()),
                        list.plan(),
                        new InterviewWriter(out, list.remoteData()));
        Outcome outcome;
        try {
            outcome = reader.read();
        } catch (VendorException e) {
            throw VendorErrors.of(e, reader.refused(), text -> egress.clean(text, list.account()));
        }
        out.ascii("],\"next_cursor\":");
        outcome.next().map(cursors::encode).ifPresentOrElse(out::string, () -> out.ascii("null"));
        out.ascii(",\"prev_cursor\":null,\"result_count\":").number(outcome.count());
        if (outcome.partial()) {
            out.ascii(",\"is_partial_response\":true");
        }
        out.ascii('}');
        Receipt.of(list.plan(), outcome)
                .ifPresent(receipt -> response.header(Receipt.HEADER, receipt));
        if (outcome.unmapped() > 0) {
            response.header("Convene-Unmapped", Integer.toString(outcome.unmapped()));
        }
        response.headers().set(HeaderValues.CONTENT_TYPE_JSON);
        response.send(out.bytes(), 0, out.size());
    }
}
