package io.convene.launcher.api.answer;

import static io.convene.launcher.api.AnswerSite.RAW;
import static io.convene.launcher.api.AnswerSite.READ;
import static io.convene.launcher.api.AnswerSite.list;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.launcher.api.AnswerSite;
import io.convene.launcher.api.TwoPageVendor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** The vendor's own answers: inside ours, and piped through. */
@Timeout(120)
class RawAnswerTests {
    private static final String INSIDE = "truto_response_format=raw";
    private static final String PIPED = "truto_response_format=stream";
    private static final String CURSOR = "Convene-Next-Cursor";

    private static AnswerSite site;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        site = new AnswerSite(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        site.close();
    }

    @Test
    void haveTheVendorsBytesAndACursor() {
        HttpResponse<String> answer = site.get(RAW, list("whole", INSIDE));
        String cursor = Item.parse(answer.body().getBytes(UTF_8)).text("next_cursor").string();
        HttpResponse<String> next = site.get(RAW, list("whole", INSIDE, "next_cursor=" + cursor));

        assertThat(answer.body())
                .startsWith("{\"result\":" + TwoPageVendor.PAGE + ",\"next_cursor\":\"");
        assertThat(next.body())
                .isEqualTo(
                        "{\"result\":{\"items\":[%s],\"next\":null},\"next_cursor\":null}"
                                .formatted(TwoPageVendor.THIRD));
    }

    @Test
    void areRefusedToTokensThatOnlyRead() {
        assertThat(site.get(READ, list("whole", INSIDE)).statusCode()).isEqualTo(403);
        assertThat(site.get(READ, list("whole", PIPED)).statusCode()).isEqualTo(403);
    }

    @Test
    void failWithTheVendor() {
        assertThat(site.get(RAW, list("refused", INSIDE)).statusCode()).isEqualTo(403);
        assertThat(site.get(RAW, list("refused", PIPED)).statusCode()).isEqualTo(403);
    }

    @Test
    void arePipedWithTheVendorsTypeAndTheCursorInAHeader() {
        HttpResponse<String> answer = site.get(RAW, list("whole", PIPED));
        String cursor = answer.headers().firstValue(CURSOR).orElseThrow();
        HttpResponse<String> next = site.get(RAW, list("whole", PIPED, "next_cursor=" + cursor));

        assertThat(answer.body()).isEqualTo(TwoPageVendor.PAGE);
        assertThat(answer.headers().firstValue("Content-Type")).contains(TwoPageVendor.TYPE);
        assertThat(next.body()).contains(TwoPageVendor.THIRD);
        assertThat(next.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(next.headers().firstValue(CURSOR)).isEmpty();
    }

    @Test
    void arePipedWithTheCursorInATrailerWhenItComesLate() throws IOException {
        String answer = raw("long", "TE: trailers");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n")))
                .containsIgnoringCase("\r\nTrailer: " + CURSOR);
        assertThat(answer.substring(answer.lastIndexOf("\r\n0\r\n")))
                .containsIgnoringCase("\r\n" + CURSOR + ": ");
    }

    @Test
    void arePipedWithoutATrailerForCallersThatTakeNone() throws IOException {
        assertThat(raw("long", "X-A: b"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n0\r\n\r\n")
                .doesNotContainIgnoringCase(CURSOR);
    }

    @Test
    void breakOffWhereTheVendorDoes() throws IOException {
        assertThat(raw("broken", "TE: trailers"))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("\r\n0\r\n");
    }

    /** Everything that comes on a connection of its own until it is closed. */
    private static String raw(String account, String header) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%s\r\n\r\n"
                                    .formatted(list(account, PIPED), RAW, header)
                                    .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
