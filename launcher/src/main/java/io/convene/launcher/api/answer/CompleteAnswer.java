package io.convene.launcher.api.answer;

import io.convene.launcher.api.request.Format;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.http.ConveneHeaders;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.InterviewReader;
import io.convene.launcher.query.InterviewSink;
import io.convene.launcher.query.ListResult;
import io.convene.launcher.time.Deadline;
import io.helidon.webserver.http.ServerResponse;

import java.util.Optional;

/**
 * An answer that is complete before its first byte, with a Content-Length and every count in a
 * header.
 */
public final class CompleteAnswer {
    private final CursorCodec cursors;
    private final AnswerMetrics metrics;

    public CompleteAnswer(CursorCodec cursors, AnswerMetrics metrics) {
        this.cursors = cursors;
        this.metrics = metrics;
    }

    /** Reads and sends. */
    public void send(ServerResponse response, Reading list, Deadline deadline) {
        write(response, list, deadline).sendTo(response);
    }

    /** Reads; what the answer tells in headers is in the response then. */
    public JsonBuffer write(ServerResponse response, Reading list, Deadline deadline) {
        JsonBuffer out = new JsonBuffer().ascii("{\"result\":");
        Optional<KeyedSink> keyed =
                list.asked().keyBy().map(path -> new KeyedSink(path, list.form()));
        InterviewSink sink =
                keyed.isPresent() ? keyed.get() : new ArraySink(out.ascii('['), list.form());
        AccountVendor vendor = list.vendor(deadline);
        InterviewReader reader =
                InterviewReader.complete(list.listing(), vendor, list.plan(), sink);
        ListResult outcome = Reading.from(vendor, response, reader::read);
        keyed.ifPresentOrElse(table -> table.writeTo(out), () -> out.ascii(']'));
        out.ascii(",\"next_cursor\":");
        out.stringOrNull(outcome.next().map(cursors::encode));
        out.ascii(",\"prev_cursor\":null,\"result_count\":")
                .number(keyed.map(KeyedSink::size).orElse(outcome.count()));
        if (outcome.partial()) {
            out.ascii(",\"is_partial_response\":true");
        }
        if (list.asked().format() == Format.DEBUG) {
            String receipt = Receipt.of(list.plan(), outcome).orElse("");
            DebugMember.write(out, vendor, reader.accepted(), outcome, receipt);
        }
        out.ascii('}');
        Receipt.of(list.plan(), outcome)
                .ifPresent(receipt -> response.header(ConveneHeaders.FILTERS, receipt));
        keyed.ifPresent(table -> response.header(ConveneHeaders.KEY_BY, table.counts()));
        if (outcome.unmapped() > 0) {
            response.header(ConveneHeaders.UNMAPPED, Integer.toString(outcome.unmapped()));
        }
        outcome.failure()
                .flatMap(VendorErrors::retryAfter)
                .ifPresent(seconds -> response.header("Retry-After", seconds));
        metrics.read(list.provider().id(), outcome, outcome.failure(), vendor.stopReason());
        return out;
    }
}
