package io.convene.endtoend.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.endtoend.WireVendor;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** More requests than there are places for: each is answered, and the server stays well. */
@Timeout(120)
class OverloadTests {
    private static final String PAGE =
            "{\"success\":true,\"results\":[{\"id\":\"i1\",\"status\":\"Scheduled\"}],\"moreDataAvailable\":false}";

    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private WireVendor vendor;
    private Site site;

    @BeforeEach
    void prepare(@TempDir Path folder) throws Exception {
        vendor = WireVendor.start();
        vendor.on(
                "held",
                wire -> {
                    released.await();
                    wire.json(PAGE);
                });
        vendor.on("quick", wire -> wire.json(PAGE));
        site =
                Site.over(Sandbox.builder().interviews(5).start(), folder, "ashby")
                        .allow(vendor.host());
        for (String name : new String[] {"held", "quick"}) {
            site.account(
                    name, "ashby", Map.of("api_key", "k"), Map.of("base_url", vendor.url(name)));
        }
    }

    @AfterEach
    void stop() throws Exception {
        released.countDown();
        callers.close();
        site.close();
        vendor.close();
    }

    @Test
    void requestsBeyondThePlacesAreToldToComeBack() throws Exception {
        site.admitting(4, "PT0.2S", "account: 100, token: 100, vendor: 100").start();
        List<Future<Answer>> held = ask(4, "held");

        Answer refused = site.interviews("held", "");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.message())
                .isEqualTo(
                        "All 4 requests that may be in progress at once are; wait 1 s (Retry-After) and send the request again.");
        assertThat(site.get("/health/live", "").status()).isEqualTo(200);
        assertThat(site.get("/health/ready", "").status()).isEqualTo(200);
        assertThat(site.get("/admin/providers", Site.TOKEN).status()).isEqualTo(200);
        assertThat(site.get("/metrics", Site.TOKEN).text())
                .contains("convene_overload_refusals_total{limit=\"all\"} 1");
        released.countDown();
        for (Future<Answer> answer : held) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
        assertThat(site.interviews("held", "").status()).isEqualTo(200);
        assertThat(Files.readString(site.log())).doesNotContain("ERROR", "SEVERE", "Exception");
    }

    @Test
    void aRequestThatWaitsIsServedWhenAnotherEnds() throws Exception {
        site.admitting(1, "PT30S", "account: 100, token: 100, vendor: 100").start();
        List<Future<Answer>> held = ask(1, "held");

        Future<Answer> waiting = callers.submit(() -> site.interviews("quick", ""));
        await().until(() -> metric("convene_requests_waiting 1"));
        released.countDown();

        assertThat(held.getFirst().get().status()).isEqualTo(200);
        assertThat(waiting.get().status()).isEqualTo(200);
    }

    @Test
    void anAccountWithASlowVendorLeavesPlacesToOthers() throws Exception {
        site.admitting(4, "PT0S", "account: 50, token: 100, vendor: 100").start();
        List<Future<Answer>> held = ask(2, "held");

        Answer refused = site.interviews("held", "");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.message())
                .contains(
                        "2 of 4 requests in progress are for the account " + site.account("held"));
        assertThat(site.interviews("quick", "").status()).isEqualTo(200);
        released.countDown();
        for (Future<Answer> answer : held) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
    }

    @Test
    void aCallerWhoLeavesFreesThePlaceOfItsRequest() throws Exception {
        site.admitting(1, "PT0S", "account: 100, token: 100, vendor: 100").start();
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            socket.getOutputStream()
                    .write(
                            "GET /unified/ats/interviews?integrated_account_id=%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                                    .formatted(site.account("held"), Site.TOKEN)
                                    .getBytes(US_ASCII));
            await().until(() -> metric("convene_requests_in_progress 1"));
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> metric("convene_requests_in_progress 0"));
        assertThat(site.interviews("quick", "").status()).isEqualTo(200);
    }

    private List<Future<Answer>> ask(int times, String account) throws Exception {
        List<Future<Answer>> answers = new ArrayList<>();
        Callable<Answer> request = () -> site.interviews(account, "");
        for (int i = 0; i < times; i++) {
            answers.add(callers.submit(request));
        }
        await().until(() -> metric("convene_requests_in_progress " + times));
        return answers;
    }

    private boolean metric(String line) throws Exception {
        return site.get("/metrics", Site.TOKEN).text().lines().anyMatch(line::equals);
    }
}
