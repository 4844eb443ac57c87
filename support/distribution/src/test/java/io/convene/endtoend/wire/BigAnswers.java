package io.convene.endtoend.wire;

import io.convene.endtoend.WireVendor;
import io.convene.endtoend.WireVendor.Wire;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Large responses of a vendor, sound and broken, each at its own path. */
final class BigAnswers {
    static final int MIB = 1 << 20;
    static final String RECORD =
            "{\"id\":\"s\",\"status\":\"Scheduled\",\"notes\":\"" + "x".repeat(64 * 1024) + "\"}";
    static final String BEGIN = "{\"success\":true,\"results\":[" + RECORD;
    static final String GOES_ON = "],\"moreDataAvailable\":true,\"nextCursor\":\"c-2\"}";
    static final String ENDS = "],\"moreDataAvailable\":false}";

    /** Those that answer like Ashby; {@code harvest} answers like Greenhouse. */
    static final List<String> NAMES =
            List.of(
                    "small",
                    "gate",
                    "long",
                    "late",
                    "cut",
                    "mute",
                    "announced",
                    "endless",
                    "failing",
                    "refusing",
                    "page",
                    "repeating",
                    "stalling");

    /** Lets {@code gate} continue after its first 2 MiB. */
    final CountDownLatch seen = new CountDownLatch(1);

    /** Open until the other side of {@code stalling} has gone. */
    final CountDownLatch gone = new CountDownLatch(1);

    /** How much {@code long} could write. */
    final AtomicLong written = new AtomicLong();

    /** Has the vendor answer so. */
    void serve(WireVendor vendor) {
        vendor.on(
                "small",
                wire -> {
                    String body = " " + BEGIN + (follows(wire) ? ENDS : GOES_ON) + "\n";
                    wire.head(
                            "200 OK",
                            "Content-Type: application/json; charset=UTF-8",
                            "X-RateLimit-Limit: 77",
                            "Content-Length: " + body.length());
                    wire.text(body);
                });
        vendor.on(
                "gate",
                wire -> {
                    if (follows(wire)) {
                        wire.json(BEGIN + ENDS);
                        return;
                    }
                    chunked(wire);
                    wire.chunk(BEGIN);
                    records(wire, 2 * MIB);
                    seen.await(60, TimeUnit.SECONDS);
                    records(wire, MIB);
                    wire.chunk(GOES_ON);
                    wire.text("0\r\n\r\n");
                });
        vendor.on(
                "long",
                wire -> {
                    chunked(wire);
                    wire.chunk(BEGIN);
                    for (int i = 0; i < 30; i++) {
                        records(wire, MIB);
                        written.addAndGet(MIB);
                    }
                    wire.chunk(ENDS);
                    wire.text("0\r\n\r\n");
                });
        vendor.on(
                "late",
                wire -> {
                    chunked(wire);
                    wire.chunk(BEGIN);
                    records(wire, 2 * MIB);
                });
        vendor.on(
                "cut",
                wire -> {
                    // Without a length and chunks the connection's end is the body's.
                    wire.head("200 OK", "Content-Type: application/json", "Connection: close");
                    wire.text(BEGIN);
                    for (int i = 0; i < 2 * MIB; i += RECORD.length()) {
                        wire.text("," + RECORD);
                    }
                });
        vendor.on("announced", wire -> wire.head("200 OK", "Content-Length: 33554433"));
        vendor.on(
                "endless",
                wire -> {
                    chunked(wire);
                    wire.chunk(BEGIN);
                    records(wire, 40 * MIB);
                    wire.chunk(ENDS);
                    wire.text("0\r\n\r\n");
                });
        vendor.on(
                "failing",
                wire -> wire.head("500 Oh", "Content-Length: 0", "X-RateLimit-Limit: 77"));
        vendor.on(
                "refusing",
                wire ->
                        wire.json(
                                "{\"success\":false,\"errors\":[\"no\"],\"padding\":\""
                                        + "x".repeat(2 * MIB)
                                        + "\"}"));
        vendor.on(
                "page",
                wire -> {
                    String page = "<html>" + "<p>".repeat(MIB);
                    wire.head("200 OK", "Content-Type: text/html", "Content-Length: " + 4 * MIB);
                    wire.text(page);
                    wire.untilGone();
                });
        vendor.on(
                "repeating",
                wire -> {
                    chunked(wire);
                    wire.chunk(BEGIN);
                    records(wire, MIB);
                    wire.chunk(GOES_ON);
                    wire.text("0\r\n\r\n");
                });
        vendor.on(
                "stalling",
                wire -> {
                    chunked(wire);
                    wire.chunk(BEGIN);
                    records(wire, 2 * MIB);
                    wire.untilGone();
                    gone.countDown();
                });
        vendor.on("mute", Wire::untilGone);
        vendor.on("harvest", wire -> harvest(vendor, wire));
    }

    private static void harvest(WireVendor vendor, Wire wire) throws IOException {
        if (wire.target().endsWith("/token")) {
            wire.json("{\"access_token\":\"t\",\"expires_in\":3600}");
            return;
        }
        String link = "<" + vendor.url("harvest") + "/v3/interviews?cursor=c-2>; rel=\"next\"";
        String body = "[" + (RECORD + ",").repeat(32) + RECORD + "]";
        wire.head(
                "200 OK",
                "Content-Type: application/json",
                "Link: " + link,
                "Content-Length: " + body.length());
        wire.text(body);
    }

    private static boolean follows(Wire wire) {
        return wire.body().contains("c-2");
    }

    private static void chunked(Wire wire) throws IOException {
        wire.head("200 OK", "Content-Type: application/json", "Transfer-Encoding: chunked");
    }

    private static void records(Wire wire, int length) throws IOException {
        for (int i = 0; i < length; i += RECORD.length()) {
            wire.chunk("," + RECORD);
        }
    }
}
