package io.convene.launcher.api.answer;

import io.convene.core.Filter;
import io.convene.core.spi.VendorException;
import io.convene.launcher.api.request.MediaTypeNegotiation;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.ConveneHeaders;
import io.convene.launcher.http.EncodedResponse;
import io.convene.launcher.http.ErrorBody;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.http.RequestId;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.InterviewReader;
import io.convene.launcher.query.ListResult;
import io.convene.launcher.time.Deadline;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * All pages in one answer that is sent while it is read, in constant memory: as one JSON document,
 * or as lines (NDJSON). The counts that a complete answer has in headers are in closing members,
 * because they are known only then.
 */
public final class StreamedAnswer {
    private final CursorCodec cursors;
    private final Duration pageDeadline;
    private final AnswerMetrics metrics;

    /**
     * Streams lists.
     *
     * @param pageDeadline how long each page may take
     */
    public StreamedAnswer(CursorCodec cursors, Duration pageDeadline, AnswerMetrics metrics) {
        this.cursors = cursors;
        this.pageDeadline = pageDeadline;
        this.metrics = metrics;
    }

    public void send(ServerResponse response, Reading list, boolean lines) {
        JsonBuffer out = new JsonBuffer().ascii(lines ? "" : "{\"result\":[");
        StreamedWriter writer =
                new StreamedWriter(
                        out,
                        list.form(),
                        lines,
                        () -> {
                            response.header(
                                    HeaderNames.CONTENT_TYPE,
                                    lines ? MediaTypeNegotiation.LINES : MediaTypeNegotiation.JSON);
                            Receipt.of(list.plan())
                                    .ifPresent(receipt ->
                                            response.header(ConveneHeaders.FILTERS, receipt));
                            return response.outputStream();
                        });
        InterviewReader reader =
                InterviewReader.streamed(
                        list.listing(),
                        () -> list.vendor(Deadline.in(pageDeadline)),
                        list.plan(),
                        writer);
        String request = response.headers().first(RequestId.HEADER).orElse("");
        EncodedResponse.rescue(response)
                .ifPresent(rescue ->
                        rescue.tellBy(fault -> {
                            if (writer.count() == 0) {
                                ErrorBody.send(response, VendorErrors.of(fault, request));
                            } else {
                                breakOff(list, out, writer, VendorErrors.of(fault, request), lines);
                            }
                        }));
        ListResult outcome;
        try {
            outcome = reader.read();
        } catch (VendorFailure e) {
            throw VendorErrors.of(e);
        } catch (BundleFault e) {
            if (writer.count() == 0) {
                throw e;
            }
            breakOff(list, out, writer, VendorErrors.of(e, request), lines);
            return;
        }
        Optional<VendorFailure> failed = outcome.failure();
        if (failed.isPresent() && outcome.next().isEmpty() && !writer.hasBegun()) {
            // No cursor leads past this failure, and the caller has seen nothing yet.
            throw VendorErrors.of(failed.get());
        }
        Optional<String> next = Optional.empty();
        try {
            next = outcome.next().map(cursors::encode);
        } catch (VendorException e) {
            failed = Optional.of(VendorFailure.of(e));
        }
        metrics.read(list.provider().id(), outcome, failed, Optional.empty());
        close(
                out.ascii(lines ? "{" : "],"),
                outcome,
                next,
                outcome.partial() || failed.isPresent(),
                lines);
        end(out, writer, failed.map(VendorErrors::of), lines);
        // Not after a break: a bundle that does not return may still write there.
        out.release();
    }

    /** The bundle failed after the first interview: the end of the answer says so. */
    private void breakOff(
            Reading list,
            JsonBuffer out,
            StreamedWriter writer,
            ApiException error,
            boolean lines) {
        ListResult outcome =
                new ListResult(
                        new ListResult.Counts(writer.count(), 0, Map.of()),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        ListResult.Shortfall.NONE);
        metrics.brokenOff(list.provider().id(), outcome.count());
        close(out.ascii(lines ? "{" : "],"), outcome, Optional.empty(), true, lines);
        end(out, writer, Optional.of(error), lines);
    }

    private static void end(
            JsonBuffer out, StreamedWriter writer, Optional<ApiException> error, boolean lines) {
        error.map(ErrorBody::of)
                .ifPresentOrElse(
                        body -> out.ascii(",\"error\":").bytes(body.toByteArray()),
                        () -> out.ascii(lines ? ",\"error\":null" : ""));
        out.ascii(lines ? "}\n" : "}");
        writer.end();
    }

    private static void close(
            JsonBuffer out,
            ListResult outcome,
            Optional<String> next,
            boolean partial,
            boolean lines) {
        out.ascii("\"next_cursor\":");
        out.stringOrNull(next);
        out.ascii(lines ? "" : ",\"prev_cursor\":null")
                .ascii(",\"result_count\":")
                .number(outcome.count());
        if (partial) {
            out.ascii(",\"is_partial_response\":true");
        }
        if (outcome.unmapped() > 0) {
            out.ascii(",\"unmapped\":").number(outcome.unmapped());
        }
        if (!outcome.absent().isEmpty()) {
            out.ascii(",\"absent\":");
            String separator = "{";
            for (Map.Entry<Filter, Integer> entry : outcome.absent().entrySet()) {
                out.ascii(separator)
                        .string(entry.getKey().text())
                        .ascii(':')
                        .number(entry.getValue());
                separator = ",";
            }
            out.ascii('}');
        }
    }
}
