package io.convene.sandbox.ashby;

import io.convene.sandbox.wire.CheckedCursor;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.PageBody;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.VendorRefusal;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pages of a list, with cursors that want the same filters again and sync tokens on the last page.
 * Thread-safe.
 */
final class AshbyPages {

    private static final int KEPT = 10_000;

    private final Map<String, Instant> syncTokens = new ConcurrentHashMap<>();

    /** Where a page starts, and how many empty pages came before it. */
    private record PageStart(int position, int hops) {}

    /**
     * One page.
     *
     * @param list the endpoint and everything that was filtered by
     * @param results all results, spelt
     */
    Reply page(String list, List<byte[]> results, AshbyArguments ask, Instant now) {
        int limit = ask.twist().size(ask.limit());
        PageStart start =
                ask.text("cursor").map(cursor -> start(list, cursor)).orElse(new PageStart(0, 0));
        int first = Math.min(start.position(), results.size());
        int end = Math.min(first + limit, results.size());
        String tail =
                next(ask.twist(), start, end, results.size())
                        .map(next ->
                                "],\"moreDataAvailable\":true,\"nextCursor\":\""
                                        + cursor(list, next)
                                        + "\"}")
                        .orElseGet(() ->
                                "],\"moreDataAvailable\":false"
                                        + last(list)
                                        + ",\"syncToken\":\""
                                        + syncToken(now)
                                        + "\"}");
        List<byte[]> records = PageBody.twisted(ask.twist(), results.subList(first, end));
        return Reply.json(200, PageBody.write("{\"success\":true,\"results\":[", records, tail));
    }

    private static Optional<PageStart> next(PageFault twist, PageStart start, int end, int size) {
        return switch (twist) {
            case REPEATED_CURSOR -> Optional.of(start);
            case EMPTY_PAGE -> Optional.of(new PageStart(start.position(), start.hops() + 1));
            case NONE, CAPPED_PAGES, UNMAPPABLE, UNKNOWN ->
                    end < size ? Optional.of(new PageStart(end, 0)) : Optional.empty();
        };
    }

    /** The moment a sync token was given, when the request carries one. */
    Optional<Instant> changedSince(AshbyArguments ask) {
        return ask.text("syncToken")
                .map(token ->
                        Optional.ofNullable(syncTokens.get(token))
                                .orElseThrow(() ->
                                        AshbyArguments.refused(
                                                "sync_token_invalid",
                                                "The sync token is not valid.")));
    }

    void forgetSyncTokens() {
        syncTokens.clear();
    }

    /** Absent as a rule; filtered lists say null, as some answers do. */
    private static String last(String list) {
        return list.contains("=") ? ",\"nextCursor\":null" : "";
    }

    private static String cursor(String list, PageStart start) {
        // Real cursors are long.
        return CheckedCursor.write(
                List.of(
                        list,
                        Integer.toString(start.position()),
                        Integer.toString(start.hops()),
                        "0".repeat(64)));
    }

    private static PageStart start(String list, String cursor) {
        return CheckedCursor.read(cursor)
                .filter(parts -> parts.size() == 4 && parts.getFirst().equals(list))
                .map(parts ->
                        new PageStart(
                                Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2))))
                .orElseThrow(AshbyPages::badCursor);
    }

    private static VendorRefusal badCursor() {
        return new VendorRefusal(
                Reply.json(
                        200,
                        AshbyArguments.error(
                                "invalid_next_cursor",
                                "The cursor is not valid for this request.")));
    }

    private String syncToken(Instant now) {
        byte[] bytes = new byte[7];
        ThreadLocalRandom.current().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (syncTokens.size() < KEPT) {
            syncTokens.put(token, now);
        }
        return token;
    }

    /** A single result, as the info endpoints give it. */
    static Reply one(Json result) {
        return Reply.json(200, Json.object().put("success", true).put("results", result));
    }
}
