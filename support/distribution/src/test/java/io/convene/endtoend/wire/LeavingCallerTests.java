package io.convene.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convene.endtoend.Site;
import io.convene.endtoend.WireVendor;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A caller who leaves before its answer began stops the reading, the vendor call included. */
@Timeout(120)
class LeavingCallerTests {
    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final BlockingQueue<String> ABORTED = new LinkedBlockingQueue<>();
    private static WireVendor vendor;
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        vendor = WireVendor.start();
        // Page after page of interviews that no filter of these tests lets through.
        vendor.on(
                "pages",
                wire -> {
                    int call = CALLS.incrementAndGet();
                    Thread.sleep(200);
                    wire.json(
                            "{\"success\":true,\"results\":[{\"id\":\"p%1$d\",\"status\":\"Scheduled\"}],\"moreDataAvailable\":true,\"nextCursor\":\"c%1$d\"}"
                                    .formatted(call));
                });
        vendor.on(
                "silent",
                wire -> {
                    CALLS.incrementAndGet();
                    wire.untilGone();
                    ABORTED.add("aborted");
                });
        site =
                Site.over(Sandbox.builder().interviews(5).start(), folder, "ashby")
                        .allow(vendor.host());
        for (String name : new String[] {"pages", "silent"}) {
            site.account(
                    name, "ashby", Map.of("api_key", "k"), Map.of("base_url", vendor.url(name)));
        }
        site.start("api: {deadline: PT60S, max-vendor-calls: 300}");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truto_ignore_limit=true&start_at[gte]=2099-01-01",
                "limit=5&start_at[gte]=2099-01-01"
            })
    void isAskedForNoFurtherPage(String query) throws Exception {
        CALLS.set(0);
        ask("pages", query, "application/x-ndjson", 4);
        AtomicInteger before = new AtomicInteger(-1);
        // One page may be on its way when the caller leaves; a few more may be read ahead.
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1_500))
                .until(() -> before.getAndSet(CALLS.get()) == before.get());

        assertThat(CALLS).hasValueLessThan(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=5",
                "truto_ignore_limit=true",
                "truto_response_format=raw",
                "truto_response_format=stream"
            })
    void hasItsVendorCallAborted(String query) throws Exception {
        CALLS.set(0);
        ABORTED.clear();
        ask("silent", query, "*/*", 1);

        assertThat(ABORTED.poll(20, TimeUnit.SECONDS)).isEqualTo("aborted");
        assertThat(CALLS).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=5",
                "truto_ignore_limit=true",
                "truto_response_format=raw",
                "truto_response_format=stream"
            })
    void hasItsVendorCallAbortedOverHttp2(String query) throws Exception {
        String path =
                "/unified/ats/interviews?integrated_account_id=%s&%s"
                        .formatted(site.account("silent"), query);
        ABORTED.clear();
        CALLS.set(0);
        try (Http2Caller caller = new Http2Caller(site.port(), path, Site.TOKEN)) {
            awaitCalls(1);
            caller.reset();
            assertThat(ABORTED.poll(20, TimeUnit.SECONDS)).isEqualTo("aborted");
        }
        try (Http2Caller _ = new Http2Caller(site.port(), path, Site.TOKEN)) {
            awaitCalls(2);
        }
        assertThat(ABORTED.poll(20, TimeUnit.SECONDS)).isEqualTo("aborted");
        assertThat(CALLS).hasValue(2);
    }

    @Test
    void leavesNothingUnderWay() throws Exception {
        CALLS.set(0);
        ask("silent", "limit=5", "*/*", 1);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(site.get("/metrics", Site.TOKEN).text())
                                .containsPattern(
                                        "convene_vendor_calls_in_flight\\{integration=\"ashby\"} 0")
                                // The request for the metrics.
                                .containsPattern("convene_requests_in_flight 1"));
    }

    @Test
    void isNoErrorOfOurs() throws Exception {
        ABORTED.clear();
        CALLS.set(0);
        ask("silent", "limit=5", "*/*", 1);
        assertThat(ABORTED.poll(20, TimeUnit.SECONDS)).isEqualTo("aborted");

        assertThat(site.interviews("ashby", "&limit=1").status()).isEqualTo(200);
        assertThat(site.get("/metrics", Site.TOKEN).text())
                .containsPattern(
                        "convene_requests_total\\{route=\"/unified/ats/interviews\",status=\"499\",integration=\"ashby\"} [1-9]");
        assertThat(Files.readString(site.log())).doesNotContain("ERROR", "SEVERE", "Exception");
    }

    /** Asks, and leaves when the vendor was called that often. */
    private static void ask(String name, String query, String accept, int calls) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            socket.getOutputStream()
                    .write(
                            "GET /unified/ats/interviews?integrated_account_id=%s&%s HTTP/1.1\r\nHost: a\r\nAccept: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(site.account(name), query, accept, Site.TOKEN)
                                    .getBytes(StandardCharsets.US_ASCII));
            awaitCalls(calls);
        }
    }

    private static void awaitCalls(int calls) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> CALLS.get() >= calls);
    }
}
