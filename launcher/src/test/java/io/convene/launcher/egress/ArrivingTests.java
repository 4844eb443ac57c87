package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;
import static io.convene.launcher.egress.TestProvider.BY_TOKEN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.egress.wire.ArrivingAnswer;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Answers whose bodies are passed on while they arrive. */
@Timeout(60)
class ArrivingTests {
    private static final int MIB = 1 << 20;
    private static final int LIMIT = 24 * MIB;
    private static final String PIECE = "0123456789abcdef".repeat(64 * 1024 / 16);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch seen = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture =
                new Fixture(
                        this::answer,
                        config ->
                                config.maxBody(LIMIT)
                                        .resilience(
                                                Resilience.defaults()
                                                        .repeating(2, Duration.ofMillis(1))));
    }

    @AfterEach
    void stop() throws IOException {
        seen.countDown();
        fixture.close();
    }

    private void answer(WireRequest request, WireConnection wire) throws Exception {
        int times = asked.incrementAndGet();
        switch (request.path()) {
            case "/short" -> wire.reply(200, "short", "Content-Type: text/plain; charset=x");
            case "/empty" -> wire.reply(200, "");
            case "/refused" -> wire.reply(403, "no, key-5ecret" + PIECE);
            case "/failing" -> wire.reply(times < 3 ? 503 : 200, "at last");
            case "/early" -> {
                head(wire, 8 * MIB);
                pieces(wire, MIB / 2);
                wire.breakOff();
            }
            case "/waiting" -> {
                head(wire, 3 * MIB);
                pieces(wire, 2 * MIB);
                seen.await(30, TimeUnit.SECONDS);
                pieces(wire, MIB);
            }
            case "/late" -> {
                head(wire, 8 * MIB);
                pieces(wire, 2 * MIB);
                wire.breakOff();
            }
            case "/stalling" -> {
                try {
                    head(wire, 8 * MIB);
                    pieces(wire, 2 * MIB);
                    wire.untilGone();
                } finally {
                    // The pieces do not all fit when the other side goes early.
                    gone.countDown();
                }
            }
            case "/long" -> {
                head(wire, LIMIT);
                pieces(wire, LIMIT);
            }
            case "/announced" -> {
                head(wire, LIMIT + 1);
                wire.untilGone();
                gone.countDown();
            }
            case "/endless" -> {
                wire.raw("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n");
                for (int i = 0; i <= LIMIT / PIECE.length(); i++) {
                    wire.raw(Integer.toHexString(PIECE.length()) + "\r\n" + PIECE + "\r\n");
                }
                wire.untilGone();
            }
            case "/token" -> wire.reply(200, "token-" + times + " 3600");
            case "/guarded" -> {
                boolean stale = request.header("Authorization").endsWith("token-1");
                wire.reply(stale ? 401 : 200, stale ? "stale" : PIECE.repeat(20));
            }
            default -> wire.reply(404, "");
        }
    }

    private static void head(WireConnection wire, int length) throws IOException {
        wire.raw("HTTP/1.1 200 X\r\nContent-Length: " + length + "\r\n\r\n");
    }

    private void pieces(WireConnection wire, int length) throws IOException {
        for (int i = 0; i < length; i += PIECE.length()) {
            wire.raw(PIECE);
            written.addAndGet(PIECE.length());
        }
    }

    @Test
    void isWholeWhenTheBodyIsShort() throws IOException {
        try (ArrivingAnswer answer = open("/short")) {
            assertThat(answer.isWhole()).isTrue();
            assertThat(answer.beginning().text()).isEqualTo("short");
            assertThat(answer.beginning().header("content-type")).contains("text/plain; charset=x");
            assertThat(answer.transferTo(out, LONG).text()).isEqualTo("short");
            assertThat(out.toString()).isEqualTo("short");
        }
        try (ArrivingAnswer answer = open("/empty")) {
            assertThat(answer.isWhole()).isTrue();
            assertThat(answer.beginning().bytes()).isEmpty();
        }
    }

    @Test
    void handsTheBeginningOnBeforeTheVendorHasFinished() throws IOException {
        try (ArrivingAnswer answer = open("/waiting")) {
            assertThat(answer.isWhole()).isFalse();
            assertThat(answer.beginning().bytes()).hasSizeBetween(MIB, 2 * MIB);
            OutputStream watching =
                    new OutputStream() {
                        @Override
                        public void write(int value) {
                            throw new AssertionError("one byte at a time");
                        }

                        @Override
                        public void write(byte[] bytes, int offset, int length) {
                            out.write(bytes, offset, length);
                            if (out.size() == 2 * MIB) {
                                seen.countDown();
                            }
                        }
                    };
            VendorResponse whole = answer.transferTo(watching, LONG);

            assertThat(out.toString()).isEqualTo(PIECE.repeat(3 * MIB / PIECE.length()));
            assertThat(whole.bytes()).isEqualTo(out.toByteArray());
        }
    }

    @Test
    void takesNoMoreThanIsWanted() throws Exception {
        try (ArrivingAnswer answer = open("/long")) {
            AtomicLong before = new AtomicLong(-1);
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> before.getAndSet(written.get()) == before.get());

            // The difference is in the two sockets' buffers.
            assertThat(written.get()).isLessThan(LIMIT - 4 * MIB);
            answer.transferTo(OutputStream.nullOutputStream(), LONG);
            assertThat(written.get()).isEqualTo(LIMIT);
        }
    }

    @Test
    void failsWhenTheVendorBreaksOffUnderWay() {
        try (ArrivingAnswer answer = open("/late")) {
            assertThat(failure(Kind.UNAVAILABLE, () -> answer.transferTo(out, LONG)))
                    .hasMessageContaining("in the middle of its answer");
            assertThat(out.size()).isLessThanOrEqualTo(2 * MIB);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void repeatsWhatBreaksOffBeforeAnythingWasHandedOn() {
        failure(Kind.UNAVAILABLE, () -> open("/early"));
        assertThat(asked).hasValueGreaterThan(1);
    }

    @Test
    void repeatsAFailureAndReadsARefusalWhole() {
        try (ArrivingAnswer answer = open("/failing")) {
            assertThat(answer.beginning().text()).isEqualTo("at last");
        }
        try (ArrivingAnswer answer = open("/refused")) {
            assertThat(answer.isWhole()).isTrue();
            assertThat(answer.beginning().status()).isEqualTo(403);
            assertThat(answer.beginning().text()).doesNotContain("5ecret").endsWith(PIECE);
        }
    }

    @Test
    void waitsForTheVendorNoLongerThanItMay() throws Exception {
        try (ArrivingAnswer answer = open("/stalling")) {
            assertThat(
                            failure(
                                    Kind.TIMED_OUT,
                                    () -> answer.transferTo(out, Duration.ofMillis(300))))
                    .hasMessageContaining("did not finish in time");
        }
        assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void endsTheConnectionOfAnAbandonedBody() throws Exception {
        open("/stalling").close();

        assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takesNoBodyBeyondTheLimit() throws Exception {
        assertThat(failure(Kind.UNUSABLE_ANSWER, () -> open("/announced")))
                .hasMessageContaining("is larger than " + LIMIT);
        assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
        try (ArrivingAnswer answer = open("/endless")) {
            assertThat(failure(Kind.UNUSABLE_ANSWER, () -> answer.transferTo(out, LONG)))
                    .hasMessageContaining("is larger than " + LIMIT);
        }
    }

    @Test
    void renewsARefusedToken() throws IOException {
        try (ArrivingAnswer answer =
                fixture.connect(TestProvider.with(BY_TOKEN))
                        .open(fixture.get("/guarded").build())) {
            assertThat(answer.transferTo(out, LONG).status()).isEqualTo(200);
        }
        assertThat(out.size()).isEqualTo(20 * PIECE.length());
        assertThat(fixture.vendor.received("/token")).hasSize(2);
    }

    @Test
    void leavesItsPlaceInTheLineOnceTheAnswerHasBegun() throws IOException {
        try (Fixture narrow =
                        new Fixture(
                                this::answer,
                                config -> config.resilience(Resilience.defaults().calling(1, 0)));
                ArrivingAnswer answer =
                        narrow.connect(TestProvider.with(BY_KEY))
                                .open(narrow.get("/stalling").build())) {
            assertThat(answer.isWhole()).isFalse();
            assertThat(
                            narrow.connect(TestProvider.with(BY_KEY))
                                    .send(narrow.get("/short").build())
                                    .text())
                    .isEqualTo("short");
        }
    }

    private ArrivingAnswer open(String path) {
        return fixture.connect(TestProvider.with(BY_KEY)).open(fixture.get(path).build());
    }
}
