package io.convene.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convene.endtoend.Site;
import io.convene.endtoend.WireVendor;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A caller that asks and does not read keeps neither a thread nor a vendor's connection. */
@Timeout(120)
class SlowCallerTests {
    private static final CountDownLatch GONE = new CountDownLatch(1);
    private static WireVendor vendor;
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        vendor = WireVendor.start();
        // A body that never ends, as long as somebody takes it.
        vendor.on(
                "endless",
                wire -> {
                    wire.head(
                            "200 OK",
                            "Content-Type: application/json",
                            "Transfer-Encoding: chunked");
                    wire.chunk(BigAnswers.BEGIN);
                    try {
                        while (true) {
                            wire.chunk("," + BigAnswers.RECORD);
                        }
                    } finally {
                        GONE.countDown();
                    }
                });
        // Page after page without end.
        vendor.on(
                "pages",
                wire ->
                        wire.json(
                                BigAnswers.BEGIN
                                        + ("," + BigAnswers.RECORD).repeat(10)
                                        + "],\"moreDataAvailable\":true,\"nextCursor\":\"c"
                                        + System.nanoTime()
                                        + "\"}"));
        site =
                Site.over(Sandbox.builder().interviews(5).start(), folder, "ashby")
                        .allow(vendor.host())
                        .writeTimeout("PT1S");
        for (String name : new String[] {"endless", "pages"}) {
            site.account(
                    name, "ashby", Map.of("api_key", "k"), Map.of("base_url", vendor.url(name)));
        }
        site.start("api: {deadline: PT60S}");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"endless&truto_response_format=stream", "pages&truto_ignore_limit=true"})
    void isLetGoOf(String asked) throws Exception {
        String[] parts = asked.split("&", 2);
        String before = Files.readString(site.log());
        try (WireCaller caller =
                new WireCaller(
                        site.port(),
                        "/unified/ats/interviews?integrated_account_id="
                                + site.account(parts[0])
                                + "&"
                                + parts[1])) {
            assertThat(caller.status()).isEqualTo("200");
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            Files.readString(site.log())
                                    .substring(before.length())
                                    .contains(
                                            "a caller did not take a piece of its answer within 1000 ms"));
        }
        if (parts[0].equals("endless")) {
            assertThat(GONE.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(site.interviews("ashby", "&limit=1").status()).isEqualTo(200);
        assertThat(Files.readString(site.log()).substring(before.length()))
                .doesNotContain("failed", "Exception");
    }
}
