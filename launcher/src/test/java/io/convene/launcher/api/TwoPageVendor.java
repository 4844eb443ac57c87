package io.convene.launcher.api;

import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;
import io.convene.testing.WireServer;

import java.io.IOException;
import java.util.List;

/**
 * A vendor of three interviews in two pages, below a path for each account: {@code whole} answers
 * both pages, {@code refused} none, {@code cut} and {@code cut-too} only the first, as further
 * calls are too many, {@code long} pads its first page to eight MiB, and {@code broken} breaks off
 * in the middle of that.
 */
public final class TwoPageVendor implements WireServer.Handler {
    public static final String FIRST =
            "{\"id\":\"1\",\"who\":\"c1\",\"at\":\"2026-03-02T10:00:00Z\",\"state\":\"done\"}";
    public static final String SECOND =
            "{\"id\":\"2\",\"who\":\"c1\",\"at\":\"2026-03-02T11:00:00Z\"}";
    public static final String THIRD = "{\"id\":\"3\",\"who\":\"c2\"}";

    /** The first page, with spaces that a parser would lose. */
    public static final String PAGE =
            "{ \"items\": [%s, %s],  \"next\":\"2\" }".formatted(FIRST, SECOND);

    public static final String TYPE = "application/vnd.fixed+json";

    static final List<String> ACCOUNTS =
            List.of("whole", "refused", "cut", "cut-too", "long", "broken");

    private static final int MIB = 1024 * 1024;

    /** The first page with eight MiB of blanks before its cursor. */
    public static final String LONG_PAGE =
            PAGE.replace("  \"next\"", " ".repeat(8 * MIB) + "\"next\"");

    @Override
    public void answer(WireRequest request, WireConnection wire) throws IOException {
        switch (request.path()) {
            case "/whole/1", "/cut/1", "/cut-too/1" ->
                    wire.reply(200, PAGE, "Content-Type: " + TYPE);
            case "/whole/2" -> wire.reply(200, "{\"items\":[" + THIRD + "],\"next\":null}");
            case "/whole/one" -> wire.reply(200, "{\"items\":[" + found(request) + "]}");
            case "/long/1" -> wire.reply(200, LONG_PAGE, "Content-Type: " + TYPE);
            case "/broken/1" -> {
                wire.raw(
                        "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n"
                                .formatted(LONG_PAGE.length()));
                wire.raw(LONG_PAGE.substring(0, 6 * MIB));
                wire.breakOff();
            }
            case "/cut/2", "/cut-too/2" -> wire.reply(429, "{}", "Retry-After: 600");
            default -> wire.reply(403, "{\"message\":\"not for you\"}");
        }
    }

    private static String found(WireRequest request) {
        return request.target().endsWith("?id=1") ? FIRST : "";
    }
}
