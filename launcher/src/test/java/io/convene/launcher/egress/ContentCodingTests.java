package io.convene.launcher.egress;

import static io.convene.launcher.egress.Compressed.decoratedGzip;
import static io.convene.launcher.egress.Compressed.gzip;
import static io.convene.launcher.egress.Compressed.join;
import static io.convene.launcher.egress.Compressed.rawDeflate;
import static io.convene.launcher.egress.Compressed.zlib;
import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;
import static io.convene.launcher.egress.TestProvider.BY_TOKEN;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Compressed answers: whole, arriving, refused, damaged and too large. */
@Timeout(60)
class ContentCodingTests {
    private static final int LIMIT = 4 << 20;
    private static final byte[] TEXT =
            "{\"results\":[1,2,3],\"name\":\"São Paulo\"}"
                    .repeat(3000)
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] NONE = {};

    private Fixture fixture;
    private volatile int status = 200;
    private volatile String coding = "gzip";
    private volatile byte[] body = NONE;
    private volatile int piece = Integer.MAX_VALUE;

    @BeforeEach
    void start() throws IOException {
        fixture =
                new Fixture(
                        this::answer,
                        config ->
                                config.maxBody(LIMIT)
                                        .resilience(
                                                Resilience.defaults()
                                                        .repeating(1, Duration.ofMillis(1))));
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    private void answer(WireRequest request, WireConnection wire) throws IOException {
        wire.raw(
                "HTTP/1.1 %d X\r\nContent-Length: %d\r\n%s\r\n\r\n"
                        .formatted(
                                status,
                                body.length,
                                coding.isEmpty() ? "X-Y: z" : "Content-Encoding: " + coding));
        for (int at = 0; at < body.length; at += Math.min(piece, body.length - at)) {
            wire.raw(Arrays.copyOfRange(body, at, at + Math.min(piece, body.length - at)));
        }
    }

    static Stream<Arguments> codings() {
        byte[] half = Arrays.copyOf(TEXT, TEXT.length / 2);
        byte[] rest = Arrays.copyOfRange(TEXT, half.length, TEXT.length);
        return Stream.of(
                Arguments.of("gzip", gzip(TEXT)),
                Arguments.of("GZip", gzip(TEXT)),
                Arguments.of("x-gzip", gzip(TEXT)),
                Arguments.of(" identity , gzip ,", gzip(TEXT)),
                Arguments.of("gzip", decoratedGzip(TEXT)),
                Arguments.of("gzip", join(gzip(half), gzip(NONE), decoratedGzip(rest))),
                Arguments.of("gzip", join(gzip(TEXT), new byte[512])),
                Arguments.of("gzip", join(gzip(TEXT), new byte[] {0x1f})),
                Arguments.of("gzip", join(gzip(TEXT), "\r\n".getBytes(StandardCharsets.UTF_8))),
                Arguments.of("deflate", zlib(TEXT)),
                Arguments.of("Deflate", rawDeflate(TEXT)),
                Arguments.of("deflate", join(zlib(TEXT), new byte[3])),
                Arguments.of("deflate, gzip", gzip(zlib(TEXT))),
                Arguments.of("gzip\r\nContent-Encoding: gzip", gzip(gzip(TEXT))),
                Arguments.of("identity", TEXT),
                Arguments.of("", TEXT));
    }

    @ParameterizedTest
    @MethodSource("codings")
    void decodesAnswersThatAreReadWhole(String said, byte[] encoded) {
        coding = said;
        body = encoded;

        VendorResponse answer = send();

        assertThat(answer.bytes()).isEqualTo(TEXT);
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.header("Content-Length"))
                .isIn(Optional.empty(), Optional.of("" + TEXT.length));
    }

    @ParameterizedTest
    @MethodSource("codings")
    void decodesAnswersWhileTheyArrive(String said, byte[] encoded) throws IOException {
        coding = said;
        body = encoded;
        piece = Math.max(1, encoded.length / 50);

        assertThat(pipe()).isEqualTo(TEXT);
    }

    @Test
    void handsOnAPartOfALongAnswerBeforeTheRestArrives() throws IOException {
        byte[] noise = new byte[3 << 20];
        new Random(5).nextBytes(noise);
        body = gzip(noise);
        piece = 100_000;

        assertThat(pipe()).isEqualTo(noise);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void decodesWhateverPiecesItArrivesIn(int size) throws IOException {
        byte[] small = Arrays.copyOf(TEXT, 300);
        piece = size;
        for (byte[] encoded : new byte[][] {gzip(small), decoratedGzip(small)}) {
            body = encoded;
            assertThat(send().bytes()).isEqualTo(small);
            assertThat(pipe()).isEqualTo(small);
        }
        coding = "deflate";
        for (byte[] encoded : new byte[][] {zlib(small), rawDeflate(small)}) {
            body = encoded;
            assertThat(send().bytes()).isEqualTo(small);
        }
    }

    @Test
    void asksForGzip() {
        send();

        assertThat(fixture.vendor.received().getFirst().header("Accept-Encoding"))
                .isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "gzip, br"})
    void anEmptyBodyHasNoCoding(String said) throws IOException {
        coding = said;

        assertThat(send().bytes()).isEmpty();
        assertThat(pipe()).isEmpty();
    }

    @Test
    void aRefusalIsDecodedAndFreeOfSecrets() {
        status = 403;
        body = gzip("no, key-5ecret".getBytes(StandardCharsets.UTF_8));

        assertThat(send().text()).isEqualTo("no, [redacted]");
        try (ArrivingAnswer answer = open()) {
            assertThat(answer.isWhole()).isTrue();
            assertThat(answer.beginning().text()).isEqualTo("no, [redacted]");
        }
    }

    @Test
    void aTokenIsDecoded() {
        body = gzip("token-5ecret 3600".getBytes(StandardCharsets.UTF_8));

        fixture.connect(TestProvider.with(BY_TOKEN)).send(fixture.get("/list").build());

        assertThat(fixture.vendor.received("/list").getFirst().header("Authorization"))
                .isEqualTo("Bearer token-5ecret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "br",
                "zstd",
                "compress",
                "gzip, br",
                "utf-8",
                "gzip, gzip, gzip",
                "gzip;q=1"
            })
    void anUnsupportedCodingIsNamed(String said) {
        coding = said;
        body = gzip(TEXT);
        String named = said.equals("gzip, br") ? "br" : said;

        assertThat(failure(Kind.UNUSABLE_ANSWER, this::send))
                .hasMessage(
                        "The answer of 127.0.0.1 has the Content-Encoding \"%s\", which is not"
                                        .formatted(named)
                                + " supported; gzip and deflate are.");
        failure(Kind.UNUSABLE_ANSWER, this::open);
        assertThat(fixture.vendor.received()).hasSize(2);
    }

    @Test
    void damagedDataIsNotAskedForAgain() {
        byte[] wrongChecksum = gzip(TEXT);
        wrongChecksum[wrongChecksum.length - 6] ^= 1;
        byte[] wrongData = gzip(TEXT);
        Arrays.fill(wrongData, 20, 40, (byte) 0xff);
        for (byte[] damaged : new byte[][] {wrongChecksum, wrongData}) {
            body = damaged;
            assertThat(failure(Kind.UNUSABLE_ANSWER, this::send))
                    .hasMessage("The answer of 127.0.0.1 has damaged compressed data.");
        }
        body = TEXT;
        assertThat(failure(Kind.UNUSABLE_ANSWER, this::send))
                .hasMessage("The answer of 127.0.0.1 is not gzip, although its header says so.");
        coding = "deflate";
        failure(Kind.UNUSABLE_ANSWER, this::send);
        assertThat(fixture.vendor.received()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 11, 100, -9, -8, -1})
    void aTruncatedBodyIsAskedForAgain(int length) {
        byte[] whole = gzip(TEXT);
        body = Arrays.copyOf(whole, length < 0 ? whole.length + length : length);

        assertThat(failure(Kind.UNAVAILABLE, this::send))
                .hasMessage("The answer of 127.0.0.1 ended in the middle of its compressed data.");
        assertThat(fixture.vendor.received()).hasSize(2);
        failure(Kind.UNAVAILABLE, this::pipe);
    }

    @Test
    void aTruncatedDeflateBodyIsNoAnswer() {
        coding = "deflate";
        for (byte[] whole : new byte[][] {zlib(TEXT), rawDeflate(TEXT)}) {
            body = Arrays.copyOf(whole, whole.length - 1);
            failure(Kind.UNAVAILABLE, this::send);
            body = Arrays.copyOf(whole, 1);
            failure(Kind.UNAVAILABLE, this::send);
        }
    }

    @Test
    void theLimitHoldsForTheDecodedBody() throws IOException {
        body = gzip(new byte[LIMIT]);
        assertThat(send().bytes()).hasSize(LIMIT);
        assertThat(pipe()).hasSize(LIMIT);
        byte[] bomb = gzip(new byte[64 << 20]);
        String sentence =
                "The answer of 127.0.0.1 is larger than %d bytes, the most that is read."
                        .formatted(LIMIT);
        int before = fixture.vendor.received().size();
        for (byte[] large : new byte[][] {gzip(new byte[LIMIT + 1]), bomb, gzip(bomb)}) {
            body = large;
            coding = large.length < 1000 ? "gzip, gzip" : "gzip";
            assertThat(failure(Kind.UNUSABLE_ANSWER, this::send)).hasMessage(sentence);
            assertThat(failure(Kind.UNUSABLE_ANSWER, this::pipe)).hasMessage(sentence);
        }
        assertThat(fixture.vendor.received()).hasSize(before + 6);
    }

    @Test
    void theLimitHoldsForWhatFollowsTheData() {
        body = join(gzip(TEXT), new byte[LIMIT]);

        failure(Kind.UNUSABLE_ANSWER, this::send);
    }

    private VendorResponse send() {
        return fixture.connect(TestProvider.with(BY_KEY)).send(fixture.get("/list").build());
    }

    private ArrivingAnswer open() {
        return fixture.connect(TestProvider.with(BY_KEY)).open(fixture.get("/list").build());
    }

    private byte[] pipe() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArrivingAnswer answer = open()) {
            byte[] whole = answer.transferTo(out, Duration.ofSeconds(30)).bytes();
            assertThat(whole).isEqualTo(out.toByteArray());
        }
        return out.toByteArray();
    }
}
