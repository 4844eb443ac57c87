package io.convene.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.endtoend.Answer;
import io.convene.endtoend.Site;
import io.convene.endtoend.WireVendor;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Vendors whose HTTP is odd but legal, and vendors whose HTTP is not, seen from a caller. */
@Timeout(120)
class VendorHttpTests {
    private static final String BODY =
            "{\"success\":true,\"results\":[{\"id\":\"one\",\"status\":\"Scheduled\"},"
                    + "{\"id\":\"two\",\"status\":\"Complete\"}],\"moreDataAvailable\":false}";
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final int BOMB = 64 << 20;

    private static WireVendor vendor;
    private static Site site;

    private enum Legal {
        INTERIM(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                        + OK
                        + length(BODY)),
        NO_REASON("HTTP/1.1 200\r\n" + length(BODY)),
        HTTP_1_0("HTTP/1.0 200 OK\r\n" + length(BODY)),
        HTTP_1_0_WITHOUT_LENGTH("HTTP/1.0 200 OK\r\n\r\n" + BODY),
        NO_LENGTH(OK + "\r\n" + BODY),
        CHUNK_EXTENSION(CHUNKED + chunk(BODY, ";a=b") + "0\r\n\r\n"),
        TRAILERS(CHUNKED + chunk(BODY, "") + "0\r\nX-Sum: 1\r\nX-Other: 2\r\n\r\n"),
        BYTE_ORDER_MARK(OK + length("\u00ef\u00bb\u00bf" + BODY)),
        HEADERS_OF_160_KB(OK + "X-Part: 0123456789\r\n".repeat(8000) + length(BODY)),
        GZIP("gzip", gzip(BODY.getBytes(UTF_8))),
        X_GZIP("x-gzip", gzip(BODY.getBytes(UTF_8))),
        DEFLATE("deflate", deflate(false)),
        RAW_DEFLATE("deflate", deflate(true)),
        GZIP_TWICE("gzip, gzip", gzip(gzip(BODY.getBytes(UTF_8))));

        private final byte[] answer;

        Legal(String answer) {
            this.answer = answer.getBytes(ISO_8859_1);
        }

        Legal(String coding, byte[] body) {
            this.answer = coded(coding, body);
        }
    }

    private enum Illegal {
        CHUNKED_WITH_LENGTH(
                OK + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(BODY, ""),
                "is not proper HTTP: it has both Transfer-Encoding and Content-Length"),
        TWO_LENGTHS(
                OK + "Content-Length: 5\r\n" + length(BODY),
                "is not proper HTTP: it has two different Content-Lengths"),
        NEGATIVE_LENGTH(
                OK + "Content-Length: -5\r\n\r\n" + BODY,
                "is not proper HTTP: its Content-Length is not a number"),
        BROTLI(
                "br",
                BODY.getBytes(UTF_8),
                "has the Content-Encoding \"br\", which is not supported; gzip and deflate are"),
        DAMAGED("gzip", damaged(), "has damaged compressed data"),
        GZIP_BOMB(
                "gzip",
                gzip(new byte[BOMB]),
                "is larger than 33554432 bytes, the most that is read"),
        TRUNCATED("gzip", truncated(), "ended in the middle of its compressed data");

        private final byte[] answer;
        private final String why;

        Illegal(String answer, String why) {
            this.answer = answer.getBytes(ISO_8859_1);
            this.why = why;
        }

        Illegal(String coding, byte[] body, String why) {
            this.answer = coded(coding, body);
            this.why = why;
        }

        /** The bomb as a stream is refused before it is too large: it does not begin as JSON. */
        List<String> formats() {
            return this == GZIP_BOMB
                    ? List.of("unified", "raw")
                    : List.of("unified", "raw", "stream");
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        vendor = WireVendor.start();
        site =
                Site.over(Sandbox.builder().interviews(5).start(), folder, "ashby")
                        .allow(vendor.host());
        for (Legal each : Legal.values()) {
            account(each.name(), each.answer);
        }
        for (Illegal each : Illegal.values()) {
            account(each.name(), each.answer);
        }
        site.start();
    }

    private static void account(String name, byte[] answer) {
        vendor.on(name, wire -> wire.bytes(answer));
        site.account(name, "ashby", Map.of("api_key", "k"), Map.of("base_url", vendor.url(name)));
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        vendor.close();
    }

    @ParameterizedTest
    @EnumSource
    void readsTheInterviews(Legal vendor) throws Exception {
        for (int i = 0; i < 2; i++) {
            Answer list = ask(vendor.name(), "");
            assertThat(list.status()).as(list.text()).isEqualTo(200);
            assertThat(list.ids()).containsExactly("one", "two");
        }
        Answer raw = ask(vendor.name(), "&truto_response_format=raw");
        assertThat(Answer.bytes(raw.json().at("result"))).isEqualTo(BODY);
        Answer stream = ask(vendor.name(), "&truto_response_format=stream");
        // A stream is passed on as it arrives; in JSON of ours a mark would be an error.
        String mark = vendor == Legal.BYTE_ORDER_MARK ? "\uFEFF" : "";
        assertThat(stream.text()).isEqualTo(mark + BODY);
        assertThat(stream.header("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tellsInASentenceWhatCannotBeRead(Illegal vendor) throws Exception {
        for (String format : vendor.formats()) {
            Answer answer = ask(vendor.name(), "&truto_response_format=" + format);
            assertThat(answer.status()).as(answer.text()).isEqualTo(502);
            assertThat(answer.message())
                    .isEqualTo("The answer of 127.0.0.1 %s.".formatted(vendor.why));
        }
    }

    private static Answer ask(String name, String query) throws Exception {
        return site.get(
                "/unified/ats/interviews?integrated_account_id=" + site.account(name) + query,
                Site.TOKEN);
    }

    private static String length(String body) {
        return "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body);
    }

    private static String chunk(String text, String extension) {
        return "%x%s\r\n%s\r\n".formatted(text.length(), extension, text);
    }

    private static byte[] coded(String coding, byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        String head = OK + "Content-Encoding: %s\r\nContent-Length: %d\r\n\r\n";
        answer.writeBytes(head.formatted(coding, body.length).getBytes(ISO_8859_1));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(boolean bare) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        try (OutputStream deflate = new DeflaterOutputStream(out, deflater)) {
            deflate.write(BODY.getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] damaged() {
        byte[] whole = gzip(BODY.getBytes(UTF_8));
        whole[whole.length - 5] ^= 1;
        return whole;
    }

    private static byte[] truncated() {
        byte[] whole = gzip(BODY.getBytes(UTF_8));
        return Arrays.copyOf(whole, whole.length - 12);
    }
}
