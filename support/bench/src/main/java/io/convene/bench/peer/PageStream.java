package io.convene.bench.peer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * All pages of a list of Ashby's, unchanged, one after the other. As in Convene, one page is
 * fetched while the previous one is written, and no more, so that a caller that stops reading stops
 * the calls.
 */
final class PageStream {
    private static final String CURSOR = "\"nextCursor\":\"";

    /** The cursor is the page's last member. */
    private static final int NEAR_THE_END = 300;

    private PageStream() {}

    static void copy(
            VendorClient vendor, PeerConfig.PeerAccount account, int limit, OutputStream out)
            throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming =
                vendor.schedulesLater(account, limit, null);
        String cursor;
        do {
            byte[] page = coming.join().body();
            cursor = cursor(page);
            if (cursor != null) {
                coming = vendor.schedulesLater(account, limit, cursor);
            }
            out.write(page);
            out.flush();
        } while (cursor != null);
    }

    private static @Nullable String cursor(byte[] page) {
        int from = Math.max(0, page.length - NEAR_THE_END);
        String end = new String(page, from, page.length - from, StandardCharsets.UTF_8);
        int begin = end.indexOf(CURSOR);
        if (begin < 0) {
            return null;
        }
        return end.substring(begin + CURSOR.length(), end.indexOf('"', begin + CURSOR.length()));
    }
}
