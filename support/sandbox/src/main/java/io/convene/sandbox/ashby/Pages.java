package io.convene.sandbox.ashby;

import io.convene.sandbox.wire.Cursor;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.Refusal;
import io.convene.sandbox.wire.Reply;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
final class Pages {

    private static final int KEPT = 10_000;

    private final Map<String, Instant> syncTokens = new ConcurrentHashMap<>();

    /**
     * One page.
     *
     * @param list the endpoint and everything that was filtered by
     * @param results all results, spelt
     */
    Reply page(String list, List<byte[]> results, Ask ask, Instant now) {
        int limit = ask.limit();
        int from = ask.text("cursor").map(cursor -> position(list, cursor)).orElse(0);
        int first = Math.min(from, results.size());
        int end = Math.min(first + limit, results.size());
        boolean more = end < results.size();
        String tail =
                more
                        ? ",\"moreDataAvailable\":true,\"nextCursor\":\""
                                + cursor(list, end)
                                + "\"}"
                        : ",\"moreDataAvailable\":false"
                                + last(list)
                                + ",\"syncToken\":\""
                                + syncToken(now)
                                + "\"}";
        return Reply.json(200, body(results.subList(first, end), tail));
    }

    /** The moment a sync token was given, when the request carries one. */
    Optional<Instant> changedSince(Ask ask) {
        return ask.text("syncToken")
                .map(token ->
                        Optional.ofNullable(syncTokens.get(token))
                                .orElseThrow(() ->
                                        Ask.refused(
                                                "sync_token_invalid",
                                                "The sync token is not valid.")));
    }

    void forgetSyncTokens() {
        syncTokens.clear();
    }

    private static byte[] body(List<byte[]> results, String tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("{\"success\":true,\"results\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < results.size(); i++) {
            out.writeBytes(i == 0 ? new byte[0] : new byte[] {','});
            out.writeBytes(results.get(i));
        }
        out.writeBytes(("]" + tail).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** Absent as a rule; filtered lists say null, as some answers do. */
    private static String last(String list) {
        return list.contains("=") ? ",\"nextCursor\":null" : "";
    }

    private static String cursor(String list, int position) {
        // Real cursors are long.
        return Cursor.write(List.of(list, Integer.toString(position), "0".repeat(64)));
    }

    private static int position(String list, String cursor) {
        return Cursor.read(cursor)
                .filter(parts -> parts.size() == 3 && parts.getFirst().equals(list))
                .map(parts -> Integer.valueOf(parts.get(1)))
                .orElseThrow(Pages::badCursor);
    }

    private static Refusal badCursor() {
        return new Refusal(
                Reply.json(
                        200,
                        Ask.error(
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
