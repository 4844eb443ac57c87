package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.egress.wire.ArrivingAnswer;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Answers that are odd but legal, and answers that are not legal, down to their bytes. */
@Timeout(60)
class OddHttpTests {
    private static final String BODY = "{\"results\":[]}";
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String LENGTH = "Content-Length: 14\r\n\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    static Stream<Arguments> legal() {
        return Stream.of(
                row("100 before", "HTTP/1.1 100 Continue\r\n\r\n" + OK + LENGTH + BODY),
                row("102 before", "HTTP/1.1 102 Processing\r\nX: y\r\n\r\n" + OK + LENGTH + BODY),
                row(
                        "several 103 before",
                        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(5)
                                + OK
                                + LENGTH
                                + BODY),
                row("100 alone, then the rest", "HTTP/1.1 100 \r\n\r\n|" + OK + LENGTH + BODY),
                row("no reason phrase", "HTTP/1.1 200 \r\n" + LENGTH + BODY),
                row("not even the space before it", "HTTP/1.1 200\r\n" + LENGTH + BODY),
                row("a reason in Latin-1", "HTTP/1.1 200 D\u00e9j\u00e0\r\n" + LENGTH + BODY),
                row("HTTP/1.0 with length", "HTTP/1.0 200 OK\r\n" + LENGTH + BODY + "#"),
                row("HTTP/1.0 that stays open", "HTTP/1.0 200 OK\r\n" + LENGTH + BODY),
                row("HTTP/1.0 without length", "HTTP/1.0 200 OK\r\n\r\n" + BODY + "#"),
                row(
                        "HTTP/1.0 with keep-alive",
                        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n" + LENGTH + BODY),
                row("no length", OK + "\r\n" + BODY + "#"),
                row("no length, two parts", OK + "Connection: close\r\n\r\n" + BODY + "#"),
                row("closed after the answer", OK + LENGTH + BODY + "#"),
                row("identity", OK + "Transfer-Encoding: identity\r\n" + LENGTH + BODY),
                row("the same length twice", OK + "Content-Length: 14\r\n" + LENGTH + BODY),
                row("leading zeros", OK + "Content-Length: 0014\r\n\r\n" + BODY),
                row("one chunk", CHUNKED + "e\r\n" + BODY + "\r\n0\r\n\r\n"),
                row("chunks", CHUNKED + chunks() + "0\r\n\r\n"),
                row("chunks in parts", CHUNKED + chunks().replace("\r\n", "\r|\n") + "0\r\n|\r\n"),
                row("a chunk extension", CHUNKED + "00E;a=\"b\";c\r\n" + BODY + "\r\n0;x\r\n\r\n"),
                row("CHUNKED", OK + "transfer-encoding:CHUNKED\r\n\r\n" + chunks() + "0\r\n\r\n"),
                row("trailers", CHUNKED + chunks() + "0\r\nX-Sum: 14\r\nX-B: c\r\n\r\n"),
                row(
                        "announced trailers",
                        OK
                                + "Trailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + chunks()
                                + "0\r\n|X-Sum: 14\r\n\r\n"),
                row("late trailers", CHUNKED + chunks() + "0\r\nX-|Sum: 14|\r\n|\r\n"),
                row("folded header", OK + "X-Long: a\r\n  b\r\n" + LENGTH + BODY),
                row("a header without colon", OK + "nonsense\r\n" + LENGTH + BODY),
                row("bare line feeds", (OK + LENGTH).replace("\r", "") + BODY),
                row(
                        "one header of 160 KB",
                        OK + "X-Big: " + "x".repeat(160_000) + "\r\n" + LENGTH + BODY),
                row("160 KB of headers", OK + headers(160_000) + LENGTH + BODY),
                row("300 cookies", OK + "Set-Cookie: a=b; Path=/\r\n".repeat(300) + LENGTH + BODY),
                row("one byte at a time", (OK + LENGTH + BODY).replaceAll("(?s)(.)", "$1|")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("legal")
    void readsTheAnswer(String name, String answer) throws IOException {
        try (Fixture fixture = vendor(answer)) {
            for (int i = 0; i < 5; i++) {
                assertThat(send(fixture).text()).isEqualTo(BODY);
                assertThat(pipe(fixture)).isEqualTo(BODY);
            }
            assertThat(post(fixture).text()).isEqualTo(BODY);
        }
    }

    static Stream<Arguments> illegal() {
        String notHttp = "is not proper HTTP";
        String lengths = "is not proper HTTP: it has two different Content-Lengths";
        String number = "is not proper HTTP: its Content-Length is not a number";
        String both = "is not proper HTTP: it has both Transfer-Encoding and Content-Length";
        String coding = "has a Transfer-Encoding that is not supported; only chunked is";
        return Stream.of(
                row(
                        "both",
                        CHUNKED.replace("\r\n\r\n", "\r\n" + LENGTH) + chunks() + "0\r\n\r\n",
                        both),
                row(
                        "both, other order",
                        OK + "Content-Length: 5\r\n" + CHUNKED.substring(OK.length()) + chunks(),
                        both),
                row("two lengths", OK + "Content-Length: 13\r\n" + LENGTH + BODY, lengths),
                row("a negative length", OK + "Content-Length: -14\r\n\r\n" + BODY, number),
                row("a length of minus one", OK + "Content-Length: -1\r\n\r\n" + BODY, number),
                row("a signed length", OK + "Content-Length: +14\r\n\r\n" + BODY, number),
                row("lengths in a list", OK + "Content-Length: 14, 14\r\n\r\n" + BODY, notHttp),
                row("an empty length", OK + "Content-Length:\r\n\r\n" + BODY, notHttp),
                row(
                        "an endless length",
                        OK + "Content-Length: 99999999999999999999\r\n\r\n",
                        notHttp),
                row(
                        "gzip, chunked",
                        OK + "Transfer-Encoding: gzip, chunked\r\n\r\n" + chunks(),
                        coding),
                row(
                        "chunked twice",
                        OK + "Transfer-Encoding: chunked\r\n".repeat(2) + "\r\n" + chunks(),
                        coding),
                row("no hexadecimal size", CHUNKED + "xyz\r\n", ""),
                row("101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", notHttp),
                row("SSH", "SSH-2.0-OpenSSH_9.9\r\n", notHttp),
                row("HTTP/2", "HTTP/2 200 OK\r\n" + LENGTH + BODY, notHttp),
                row("a status of two digits", "HTTP/1.1 20 OK\r\n" + LENGTH + BODY, notHttp),
                row("a header name with a space", OK + "X Y: z\r\n" + LENGTH + BODY, notHttp),
                row(
                        "500 KB of headers",
                        OK + headers(500_000) + LENGTH + BODY,
                        "has a larger header than is read"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("illegal")
    void refusesTheAnswerInASentence(String name, String answer, String why) throws IOException {
        try (Fixture fixture = vendor(answer)) {
            Kind kind = why.isEmpty() ? Kind.UNAVAILABLE : Kind.UNUSABLE_ANSWER;
            String sentence = "The answer of 127.0.0.1 " + why;
            assertThat(failure(kind, () -> send(fixture)).getMessage())
                    .startsWith(why.isEmpty() ? "" : sentence)
                    .endsWith(".");
            failure(kind, () -> pipe(fixture));
            failure(kind, () -> post(fixture));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theRestOfAnEarlierAnswerDoesNotSpoilTheNext(boolean posts) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (Fixture fixture =
                new Fixture(
                        (request, wire) -> {
                            if (asked.incrementAndGet() == 1) {
                                wire.raw(CHUNKED + chunks() + "0\r\nX-");
                            } else {
                                boolean same = request.connection() == 1;
                                wire.raw((same ? "Sum: 14\r\n\r\n" : "") + OK + LENGTH + BODY);
                            }
                        },
                        Resilience.defaults().repeating(0, Duration.ZERO))) {
            assertThat(send(fixture).text()).isEqualTo(BODY);
            VendorResponse next = posts ? post(fixture) : send(fixture);
            assertThat(next.text()).isEqualTo(BODY);
            assertThat(asked).hasValue(3);
        }
    }

    private static Arguments row(Object... columns) {
        return Arguments.of(columns);
    }

    private static String chunks() {
        return "5\r\n" + BODY.substring(0, 5) + "\r\n9\r\n" + BODY.substring(5) + "\r\n";
    }

    private static String headers(int size) {
        StringBuilder headers = new StringBuilder();
        for (int i = 0; headers.length() < size; i++) {
            headers.append("X-").append(i).append(": ").append("v".repeat(90)).append("\r\n");
        }
        return headers.toString();
    }

    /** A vendor that sends these bytes: {@code |} begins another packet, {@code #} ends. */
    private static Fixture vendor(String answer) throws IOException {
        Resilience rules = Resilience.defaults().repeating(0, Duration.ZERO);
        return new Fixture(
                (WireRequest request, WireConnection wire) -> write(wire, answer), rules);
    }

    private static void write(WireConnection wire, String answer) throws IOException {
        boolean closes = answer.endsWith("#");
        String all = closes ? answer.substring(0, answer.length() - 1) : answer;
        for (String packet : all.split("\\|")) {
            wire.raw(packet.getBytes(StandardCharsets.ISO_8859_1));
            if (packet.length() < all.length()) {
                pause();
            }
        }
        if (closes) {
            wire.breakOff();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(200_000);
    }

    private static VendorResponse send(Fixture fixture) {
        return fixture.connect(TestProvider.with(BY_KEY), Duration.ofSeconds(10))
                .send(fixture.get("/list").build());
    }

    private static VendorResponse post(Fixture fixture) {
        return fixture.connect(TestProvider.with(BY_KEY), Duration.ofSeconds(10))
                .send(fixture.post("/list").json().build());
    }

    private static String pipe(Fixture fixture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArrivingAnswer answer =
                fixture.connect(TestProvider.with(BY_KEY), Duration.ofSeconds(10))
                        .open(fixture.get("/list").build())) {
            answer.transferTo(out, Duration.ofSeconds(30));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
