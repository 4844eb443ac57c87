package io.convene.launcher.api.answer;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.config.ApiConfig;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.egress.Egress;
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
import java.util.Optional;

/**
 * The body of the one primary vendor answer, piped through as it arrives. A short one is complete
 * before its first byte. Of a longer one the cursor is told beforehand when the beginning holds it,
 * else in a trailer for callers that take one; when it breaks off, so does the answer.
 */
public final class PipedAnswer {
    public static final HeaderName NEXT_CURSOR = HeaderNames.create(ConveneHeaders.NEXT_CURSOR);
    private static final String JSON = "application/json";

    private final ApiConfig config;
    private final Egress egress;
    private final CursorCodec cursors;

    public PipedAnswer(ApiConfig config, Egress egress, CursorCodec cursors) {
        this.config = config;
        this.egress = egress;
        this.cursors = cursors;
    }

    /** Whether the caller takes trailers. */
    public static boolean takesTrailers(ServerRequest request) {
        return request.headers().containsToken(HeaderValues.TE_TRAILERS);
    }

    public void send(
            ServerResponse response, ListRequest list, Deadline deadline, boolean trailers) {
        AccountVendor vendor =
                egress.connect(list.account(), list.provider(), deadline, config.maxVendorCalls());
        PipedReader reader = new PipedReader(list.listing(), vendor, list.plan());
        try (PipedPage page = open(reader, response, vendor, list)) {
            Receipt.of(list.plan())
                    .ifPresent(receipt -> response.header(ConveneHeaders.FILTERS, receipt));
            VendorLimits.tell(response, vendor);
            response.header(HeaderNames.CONTENT_TYPE, contentType(page.beginning()));
            page.known().ifPresent(next -> response.header(NEXT_CURSOR, cursors.encode(next)));
            if (page.isWhole()) {
                byte[] body = page.beginning().bytes();
                response.send(body, 0, body.length);
            } else {
                pipe(page, response, list.account(), trailers && page.known().isEmpty());
            }
        }
    }

    private PipedPage open(
            PipedReader reader, ServerResponse response, AccountVendor vendor, ListRequest list) {
        try {
            return reader.open();
        } catch (VendorException e) {
            VendorLimits.tell(response, vendor);
            throw VendorErrors.of(e, reader.refused(e), text -> egress.clean(text, list.account()));
        }
    }

    private void pipe(PipedPage page, ServerResponse response, Account account, boolean announce) {
        if (announce) {
            response.header(HeaderNames.TRAILER, NEXT_CURSOR.defaultCase());
        }
        OutputStream out = response.outputStream();
        try {
            Optional<Cursor> next = page.transferTo(out, config.deadline());
            if (announce) {
                next.ifPresent(
                        cursor -> response.trailers().set(NEXT_CURSOR, cursors.encode(cursor)));
            }
            out.close();
        } catch (VendorException e) {
            // Nobody can be told any more but by a body that lacks its end.
            throw VendorErrors.of(e, Optional.empty(), text -> egress.clean(text, account));
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
