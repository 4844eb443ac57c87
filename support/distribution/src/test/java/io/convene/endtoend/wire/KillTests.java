package io.convene.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.endtoend.WireVendor;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** {@code kill -TERM} fails no request, and ends with exit code 0. */
@Timeout(120)
class KillTests {
    private static final int PAGES = 12;
    private static WireVendor vendor;
    private static Site site;
    private static volatile CountDownLatch called = new CountDownLatch(1);

    @BeforeAll
    static void prepare(@TempDir Path folder) throws Exception {
        vendor = WireVendor.start();
        vendor.on(
                "slow",
                wire -> {
                    Thread.sleep(150);
                    wire.json(page("only", ""));
                });
        vendor.on(
                "pages",
                wire -> {
                    Thread.sleep(300);
                    int page = number(wire.body());
                    wire.json(page("p" + page, page < PAGES ? "c" + (page + 1) : ""));
                });
        vendor.on(
                "silent",
                wire -> {
                    called.countDown();
                    wire.untilGone();
                });
        site =
                Site.over(Sandbox.builder().interviews(5).start(), folder, "ashby")
                        .allow(vendor.host());
        for (String name : new String[] {"slow", "pages", "silent"}) {
            site.account(
                    name, "ashby", Map.of("api_key", "k"), Map.of("base_url", vendor.url(name)));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        vendor.close();
    }

    /** Once, and ten times in {@code ./build full}: a mistake here shows rarely. */
    @ParameterizedTest
    @MethodSource("times")
    void failsNoRequestAndLetsStreamsEnd(int time) throws Exception {
        site.shutdownGrace("PT25S").start();
        SteadyLoad load =
                SteadyLoad.start(
                        site.port(),
                        "/unified/ats/interviews?limit=1&integrated_account_id="
                                + site.account("slow"));
        await().atMost(Duration.ofMinutes(1)).until(() -> load.answered() >= 20);
        try (WireCaller stream =
                new WireCaller(
                        site.port(),
                        "/unified/ats/interviews?truto_ignore_limit=true&integrated_account_id="
                                + site.account("pages"))) {
            site.process().destroy();
            String body = new String(stream.read(1 << 20), StandardCharsets.UTF_8);

            assertThat(body).contains("\"result_count\":" + PAGES).endsWith("}");
            assertThat(body).doesNotContain("is_partial_response");
        }
        assertThat(load.failures()).isEmpty();
        assertThat(site.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(site.process().exitValue()).isZero();
        assertThat(Files.readString(site.log())).doesNotContain("Exception");
    }

    static IntStream times() {
        return IntStream.rangeClosed(1, Integer.getInteger("convene.stop.times", 1));
    }

    @Test
    void turnsReadinessFirstWhileRequestsAreAccepted() throws Exception {
        site.shutdownGrace("PT25S").start();
        assertThat(site.get("/health/ready", "").status()).isEqualTo(200);
        site.process().destroy();
        Answer ready =
                await().pollInterval(Duration.ofMillis(10))
                        .atMost(Duration.ofMinutes(1))
                        .until(
                                () -> site.get("/health/ready", ""),
                                answer -> answer.status() != 200);

        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.text())
                .isEqualTo("{\"status\":\"DOWN\",\"reasons\":[\"the server is stopping\"]}");
        assertThat(site.get("/health/live", "").status()).isEqualTo(200);
        assertThat(site.interviews("ashby", "&limit=1").status()).isEqualTo(200);
        assertThat(site.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(site.process().exitValue()).isZero();
        assertRefused();
    }

    @Test
    void answersWith503WhatIsNotDoneInTime() throws Exception {
        called = new CountDownLatch(1);
        site.shutdownGrace("PT1S").start();
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            ask(socket, "silent");
            called.await();
            site.process().destroy();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: ", "The server stopped before the request");
        }
        assertThat(site.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(site.process().exitValue()).isZero();
    }

    @Test
    void endsAtOnceWhenItIsToldTwice() throws Exception {
        called = new CountDownLatch(1);
        site.shutdownGrace("PT1H").start();
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            ask(socket, "silent");
            called.await();
            site.process().destroy();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.readString(site.log()).contains("SIGTERM: stopping"));
            site.process().destroy();

            assertThat(site.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(site.process().exitValue()).isEqualTo(143);
        }
    }

    private static void ask(Socket socket, String name) throws IOException {
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(
                        "GET /unified/ats/interviews?integrated_account_id=%s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n"
                                .formatted(site.account(name), Site.TOKEN)
                                .getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertRefused() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            assertThat(socket.isConnected()).isFalse();
        } catch (ConnectException e) {
            assertThat(e).hasMessageContaining("refused");
        }
    }

    /** The page that a request asks for, which its cursor tells. */
    private static int number(String body) {
        int at = body.indexOf("\"c");
        while (at >= 0 && !Character.isDigit(body.charAt(at + 2))) {
            at = body.indexOf("\"c", at + 1);
        }
        return at < 0 ? 1 : Integer.parseInt(body.substring(at + 2, body.indexOf('"', at + 2)));
    }

    private static String page(String id, String next) {
        return "{\"success\":true,\"results\":[{\"id\":\"%s\",\"status\":\"Scheduled\"}],%s}"
                .formatted(
                        id,
                        next.isEmpty()
                                ? "\"moreDataAvailable\":false"
                                : "\"moreDataAvailable\":true,\"nextCursor\":\"" + next + "\"");
    }
}
