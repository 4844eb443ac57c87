package io.convene.endtoend.answers;

import static org.assertj.core.api.Assertions.assertThat;

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

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A vendor that gives no token, or a place in its list that no cursor can hold. */
@Timeout(120)
class TokenRefusalTests {
    private static final String SECRET = "a-very-secret-client-secret";
    private static WireVendor vendor;
    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        vendor = WireVendor.start();
        token("limited", "429 Too Many Requests", "{\"message\":\"slow down\",\"sent\":\"%s\"}");
        token("wrong", "401 Unauthorized", "{\"error\":\"invalid_client\",\"sent\":\"%s\"}");
        token("strange", "200 OK", "{\"token\":\"one-that-nobody-may-see\"}");
        vendor.on("far", wire -> place(wire, !wire.body().contains("cursor")));
        vendor.on("farther", wire -> place(wire, true));
        site = Site.over(Sandbox.builder().interviews(5).start(), folder).allow(vendor.host());
        for (String name : new String[] {"limited", "wrong", "strange"}) {
            site.account(
                    name,
                    "greenhouse",
                    Map.of("client_id", "id", "client_secret", SECRET),
                    Map.of("base_url", vendor.url(name), "token_url", vendor.url(name)));
        }
        for (String name : new String[] {"far", "farther"}) {
            site.account(
                    name,
                    "ashby",
                    Map.of("api_key", "a-key-of-ashby"),
                    Map.of("base_url", vendor.url(name)));
        }
        site.start("api: {deadline: PT4S, max-items: 2}");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&truto_response_format=raw", "&truto_response_format=stream"})
    void showsTheRefusalOfATokenWithoutSecrets(String format) throws Exception {
        Answer limited = site.interviews("limited", format);
        Answer wrong = site.interviews("wrong", format);

        assertThat(limited.status()).as(limited.text()).isEqualTo(429);
        assertThat(limited.header("Retry-After")).isNotEmpty();
        assertThat(limited.json().text("truto_is_remote_error").is("true")).isTrue();
        assertThat(limited.json().at("raw_response").text("message").string())
                .isEqualTo("slow down");
        assertThat(limited.json().at("raw_response").text("sent").string()).isEqualTo("[redacted]");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().at("raw_response").text("error").string())
                .isEqualTo("invalid_client");
        assertThat(wrong.text()).contains("[redacted]").doesNotContain(SECRET);
    }

    @Test
    void showsNothingOfAnAnswerThatMayHoldAToken() throws Exception {
        Answer strange = site.interviews("strange", "");

        assertThat(strange.status()).isEqualTo(502);
        assertThat(strange.text()).doesNotContain("nobody-may-see");
        assertThat(strange.json().text("raw_response").string()).isEmpty();
    }

    @Test
    void saysThatAVendorsPlaceIsTooLongForACursor() throws Exception {
        for (String query : new String[] {"&limit=1", "&limit=1&truto_response_format=raw"}) {
            Answer answer = site.interviews("far", query);

            assertThat(answer.status()).as(answer.text()).isEqualTo(502);
            assertThat(answer.message())
                    .startsWith("The vendor's place in its list has 3000 characters");
            assertThat(answer.json().text("truto_is_remote_error").is("true")).isTrue();
        }
        // Whoever reads on needs no cursor.
        assertThat(site.interviews("far", "&truto_ignore_limit=true").result()).hasSize(2);
    }

    @Test
    void saysSoAtTheEndOfAStreamedAnswerToo() throws Exception {
        Answer answer = site.interviews("farther", "&truto_ignore_limit=true");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.result()).hasSize(2);
        assertThat(answer.nextCursor()).isEmpty();
        assertThat(answer.json().text("is_partial_response").is("true")).isTrue();
        assertThat(answer.json().at("error").text("message").string())
                .startsWith("The vendor's place in its list has 3000 characters");
    }

    private static void place(WireVendor.Wire wire, boolean more) throws IOException {
        String place = Long.toString(System.nanoTime());
        wire.json(
                "{\"success\":true,\"results\":[{\"id\":\"1\"}],\"moreDataAvailable\":"
                        + (more
                                ? "true,\"nextCursor\":\""
                                        + "x".repeat(3_000 - place.length())
                                        + place
                                        + "\"}"
                                : "false}"));
    }

    private static void token(String name, String status, String body) {
        String sent = body.formatted(SECRET);
        vendor.on(
                name,
                wire -> {
                    wire.head(
                            status,
                            "Content-Type: application/json",
                            "Content-Length: " + sent.length());
                    wire.text(sent);
                });
    }
}
