package io.convene.endtoend.wire;

import static io.convene.endtoend.wire.BigAnswers.BEGIN;
import static io.convene.endtoend.wire.BigAnswers.ENDS;
import static io.convene.endtoend.wire.BigAnswers.GOES_ON;
import static io.convene.endtoend.wire.BigAnswers.MIB;
import static io.convene.endtoend.wire.BigAnswers.RECORD;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.convene.core.Item;
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
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** The stream format: the vendor's body on its way through. */
@Timeout(120)
class PipingTests {
    private static final BigAnswers ANSWERS = new BigAnswers();
    private static WireVendor vendor;
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        vendor = WireVendor.start();
        ANSWERS.serve(vendor);

        site =
                Site.over(Sandbox.builder().interviews(5).start(), folder, "ashby")
                        .allow(vendor.host());
        for (String name : BigAnswers.NAMES) {
            site.account(
                    name, "ashby", Map.of("api_key", "k"), Map.of("base_url", vendor.url(name)));
        }
        site.account(
                        "harvest",
                        "greenhouse",
                        Map.of("client_id", "id", "client_secret", "secret"),
                        Map.of(
                                "base_url",
                                vendor.url("harvest"),
                                "token_url",
                                vendor.url("harvest/token")))
                .start("api: {deadline: PT8S}");
    }

    @AfterAll
    static void stop() throws Exception {
        ANSWERS.seen.countDown();
        site.close();
        vendor.close();
    }

    @Test
    void sendsAShortBodyWholeWithItsTypeAndCursor() throws Exception {
        Answer first = stream("small", "");
        Answer last = stream("small", "&next_cursor=" + first.header("Convene-Next-Cursor"));

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.text()).isEqualTo(" " + BEGIN + GOES_ON + "\n");
        assertThat(first.header("Content-Type")).isEqualTo("application/json; charset=UTF-8");
        assertThat(first.header("Content-Length")).isEqualTo("" + first.body().length);
        assertThat(first.header("ratelimit-limit")).isEqualTo("77");
        assertThat(first.header("Convene-Provider")).startsWith("ashby@");
        assertThat(last.text()).isEqualTo(" " + BEGIN + ENDS + "\n");
        assertThat(last.headers().firstValue("Convene-Next-Cursor")).isEmpty();
    }

    @Test
    void sendsTheFirstBytesBeforeTheVendorHasFinishedAndTheCursorAfterTheLast() throws Exception {
        try (WireCaller caller = caller("gate", "TE: trailers")) {
            assertThat(caller.status()).isEqualTo("200");
            assertThat(caller.header("Trailer")).contains("Convene-Next-Cursor");
            assertThat(caller.header("Content-Length")).isEmpty();
            byte[] before = caller.read(2 * MIB);
            assertThat(ANSWERS.seen.getCount()).isOne();
            ANSWERS.seen.countDown();
            byte[] after = caller.read(4 * MIB);

            List<Item> records =
                    Item.parse((text(before) + text(after)).getBytes(US_ASCII)).each("results");
            assertThat(records).hasSizeGreaterThan(40);
            assertThat(Answer.bytes(records.getLast())).isEqualTo(RECORD);
            Answer last = stream("gate", "&next_cursor=" + caller.trailer("Convene-Next-Cursor"));
            assertThat(last.text()).isEqualTo(BEGIN + ENDS);
        }
        try (WireCaller without = caller("gate")) {
            assertThat(without.read(6 * MIB)).hasSizeGreaterThan(2 * MIB);
            assertThat(without.header("Trailer")).isEmpty();
            assertThat(without.trailer("Convene-Next-Cursor")).isEmpty();
        }
    }

    @Test
    void tellsTheCursorBeforehandWhenTheBeginningHoldsIt() throws Exception {
        try (WireCaller caller = caller("harvest", "TE: trailers")) {
            assertThat(caller.header("Convene-Next-Cursor")).isNotEmpty();
            assertThat(caller.header("Trailer")).doesNotContain("Convene");
            assertThat(caller.read(4 * MIB)).hasSizeGreaterThan(2 * MIB);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"failing", "refusing", "page", "announced", "mute"})
    void answersWithAnErrorWhatIsRefusedBeforeTheFirstByte(String account) throws Exception {
        Answer answer = stream(account, "");

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.json().text("truto_is_remote_error").is("true")).isTrue();
        assertThat(answer.json().text("statusCode").string()).isEqualTo("" + answer.status());
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.status())
                .isEqualTo(
                        switch (account) {
                            case "refusing" -> 400;
                            case "mute" -> 504;
                            default -> 502;
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"late", "cut", "stalling"})
    void breaksOffWhenTheVendorDoes(String account) throws Exception {
        try (WireCaller caller = caller(account, "TE: trailers")) {
            assertThat(caller.status()).isEqualTo("200");
            assertThat(caller.read(MIB)).hasSize(MIB);
            assertThatThrownBy(() -> caller.read(8 * MIB)).isInstanceOf(EOFException.class);
        }
        assertThatThrownBy(() -> stream(account, "")).isInstanceOf(IOException.class);
    }

    @Test
    void breaksOffCompressedToo() throws Exception {
        try (WireCaller caller = caller("late", "Accept-Encoding: gzip")) {
            assertThat(caller.header("Content-Encoding")).isEqualTo("gzip");
            assertThatThrownBy(() -> caller.read(8 * MIB)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void breaksOffAfterTheMostThatIsRead() throws Exception {
        try (WireCaller caller = caller("endless")) {
            assertThat(caller.read(16 * MIB)).hasSize(16 * MIB);
            assertThatThrownBy(() -> caller.read(48 * MIB)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void breaksOffWhenTheVendorWouldGoRoundInCircles() throws Exception {
        try (WireCaller caller = caller("repeating", "TE: trailers")) {
            caller.read(MIB);
            caller.read(2 * MIB);
            String cursor = "&next_cursor=" + caller.trailer("Convene-Next-Cursor");
            try (WireCaller again = new WireCaller(site.port(), path("repeating") + cursor)) {
                assertThatThrownBy(() -> again.read(3 * MIB)).isInstanceOf(EOFException.class);
            }
        }
    }

    @Test
    void readsFromTheVendorNoFasterThanTheCaller() throws Exception {
        try (WireCaller caller = caller("long")) {
            AtomicLong before = new AtomicLong(-1);
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> before.getAndSet(ANSWERS.written.get()) == before.get());
            // The rest is in the buffers of two sockets.
            assertThat(ANSWERS.written.get()).isLessThan(22L * MIB);

            byte[] body = caller.read(32 * MIB);
            assertThat(Item.parse(body).each("results")).hasSizeGreaterThan(400);
        }
    }

    @Test
    void letsGoOfTheVendorWhenTheCallerHasGone() throws Exception {
        try (WireCaller caller = caller("stalling")) {
            caller.read(MIB);
        }
        assertThat(ANSWERS.gone.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(stream("small", "").status()).isEqualTo(200);
    }

    @Test
    void compressesForACallerThatAcceptsIt() throws Exception {
        try (WireCaller whole = caller("harvest");
                WireCaller compressed = caller("harvest", "Accept-Encoding: gzip");
                WireCaller trailing =
                        caller("repeating", "Accept-Encoding: gzip", "TE: trailers")) {
            assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(compressed.header("Vary")).isEqualTo("Accept, Accept-Encoding");
            byte[] small = compressed.read(4 * MIB);
            assertThat(small.length).isLessThan(MIB / 4);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(small)).readAllBytes())
                    .isEqualTo(whole.read(4 * MIB));
            trailing.read(4 * MIB);
            assertThat(trailing.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(trailing.trailer("Convene-Next-Cursor")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "harvest"})
    void answersHeadWithTheSameHeadersAndNoBody(String account) throws Exception {
        Answer get = stream(account, "");
        HttpRequest head =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + site.port() + path(account)))
                        .HEAD()
                        .header("Authorization", "Bearer " + Site.TOKEN)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(head, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains(get.header("Content-Type"));
            assertThat(answer.headers().firstValue("Content-Length"))
                    .isEqualTo(get.headers().firstValue("Content-Length"));
            assertThat(answer.headers().firstValue("Convene-Next-Cursor")).isPresent();
        }
    }

    private static WireCaller caller(String account, String... lines) throws IOException {
        return new WireCaller(site.port(), path(account), lines);
    }

    private static Answer stream(String account, String query) throws Exception {
        return site.get(path(account) + query, Site.TOKEN);
    }

    private static String path(String account) {
        return "/unified/ats/interviews?truto_response_format=stream&integrated_account_id="
                + site.account(account);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, US_ASCII);
    }
}
