package io.convene.launcher.api.answer;

import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.http.ConveneHeaders;
import io.convene.launcher.query.Cursor;
import io.convene.launcher.query.CursorCodec;
import io.convene.launcher.query.PipedPage;
import io.convene.launcher.query.PipedReader;
import io.convene.launcher.time.Deadline;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The body of the one primary vendor answer, piped through as it arrives. A short one is complete
 * before its first byte. Of a longer one the cursor is sent beforehand when the beginning holds it,
 * else in a trailer for callers that take one; when it breaks off, so does the answer.
 */
public final class PipedAnswer {
    public static final HeaderName NEXT_CURSOR = HeaderNames.create(ConveneHeaders.NEXT_CURSOR);
    private static final String JSON = "application/json";

    private final CursorCodec cursors;
    private final Duration maxWait;

    /**
     * Pipes answers.
     *
     * @param maxWait how long to wait for the vendor after its answer has begun
     */
    public PipedAnswer(CursorCodec cursors, Duration maxWait) {
        this.cursors = cursors;
        this.maxWait = maxWait;
    }

    /** Whether the caller takes trailers. */
    public static boolean takesTrailers(ServerRequest request) {
        return request.headers().containsToken(HeaderValues.TE_TRAILERS);
    }

    public void send(ServerResponse response, Reading list, Deadline deadline, boolean trailers) {
        AccountVendor vendor = list.vendor(deadline);
        PipedReader reader = new PipedReader(list.listing(), vendor, list.plan());
        try (PipedPage page = Reading.from(vendor, response, reader::open)) {
            Receipt.of(list.plan())
                    .ifPresent(receipt -> response.header(ConveneHeaders.FILTERS, receipt));
            response.header(HeaderNames.CONTENT_TYPE, contentType(page.beginning()));
            page.known().ifPresent(next -> response.header(NEXT_CURSOR, cursors.encode(next)));
            if (page.isWhole()) {
                byte[] body = page.beginning().bytes();
                response.send(body, 0, body.length);
            } else {
                pipe(page, response, trailers && page.known().isEmpty());
            }
        }
    }

    private void pipe(PipedPage page, ServerResponse response, boolean announce) {
        if (announce) {
            response.header(HeaderNames.TRAILER, NEXT_CURSOR.defaultCase());
        }
        OutputStream out = response.outputStream();
        try {
            Optional<Cursor> next = page.transferTo(out, maxWait);
            if (announce) {
                next.ifPresent(
                        cursor -> response.trailers().set(NEXT_CURSOR, cursors.encode(cursor)));
            }
            out.close();
        } catch (VendorFailure e) {
            // Only a body that lacks its end can tell the caller now.
            throw VendorErrors.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The vendor's own, unless it says none or one that a header cannot carry. */
    private static String contentType(VendorResponse answer) {
        return answer.header("Content-Type")
                .filter(type -> !type.isBlank() && type.chars().allMatch(c -> c >= ' ' && c <= '~'))
                .orElse(JSON);
    }
}
