package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Item;
import io.convene.launcher.metrics.Metrics;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/** Which route a path leads to; each route answers with its name and the segment that it reads. */
class RoutesTests {
    private static final Metrics METRICS = new Metrics();
    private static TestServer server;

    @BeforeAll
    static void start() {
        server =
                TestServer.routed(
                        METRICS,
                        routes -> {
                            routes.get(
                                    "/unified/ats/interviews",
                                    (request, response) -> response.send("list"));
                            routes.get(
                                    "/unified/ats/interviews/meta/list",
                                    (request, response) -> response.send("meta"));
                            routes.get(
                                    "/unified/ats/interviews/{integration}/meta/list",
                                    "/unified/ats/interviews/meta/list",
                                    (request, response) ->
                                            response.send(
                                                    "meta of " + RoutePath.segment(request, 3)));
                            routes.get(
                                    "/unified/ats/interviews/{id}",
                                    (request, response) ->
                                            response.send("one " + RoutePath.segment(request, 3)));
                            routes.get(
                                    "/health/live", (request, response) -> response.send("live"));
                            routes.andNothingElse();
                        });
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/unified/ats/interviews|list",
                "/unified/ats/interviews/|list",
                "/unified/ats/interviews?limit=1|list",
                "/unified/ats/interviews/?limit=1//|list",
                "/unified/ats/%69nterviews|list",
                "/%75nified/%61%74%73/interview%73/|list",
                "/unified/ats/interviews/meta/list|meta",
                "/unified/ats/interviews/meta/list/|meta",
                "/unified/ats/interviews/m%65ta/list|meta",
                "/unified/ats/interviews/ashby/meta/list|meta of ashby",
                "/unified/ats/interviews/a%2Fb/meta/list/|meta of a/b",
                "/unified/ats/interviews/42|one 42",
                "/unified/ats/%69nterviews/42|one 42",
                "/unified/ats/interviews/4%32|one 42",
                "/unified/ats/interviews/a%2Fb%2fc|one a/b/c",
                "/unified/ats/interviews/%2F|one /",
                "/unified/ats/interviews/meta%2Flist|one meta/list",
                "/unified/ats/interviews/meta%2Fget|one meta/get",
                "/unified/ats/interviews/a+b%2Bc|one a+b+c",
                "/unified/ats/interviews/a%20b%25|one a b%",
                "/unified/ats/interviews/Zo%C3%AB%F0%9F%98%80|one Zoë😀",
                "/unified/ats/interviews/42;v=1|one 42;v=1",
                "/unified/ats/interviews/;v=1|one ;v=1",
                "/unified/ats/interviews/a==|one a==",
                "/unified/ats/interviews/...|one ...",
                "/unified/ats/interviews/a:b@c!$&'()*,~|one a:b@c!$&'()*,~",
                "/unified/ats/interviews/get|one get",
                "http://a/unified/ats/interviews|list",
                "HTTP://a.example:8080/unified/ats/interviews/a%2Fb?limit=1|one a/b",
                "/health/live|live",
                "/health/live/|live",
                "/%68ealth/live|live"
            })
    void leadToARoute(String target, String answer) {
        String response = ask("GET", target);

        assertThat(response).as(target).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n" + answer);
        assertThat(ask("HEAD", target)).as(target).startsWith("HTTP/1.1 200 ");
        assertThat(ask("POST", target)).as(target).startsWith("HTTP/1.1 405 ");
        assertThat(ask("OPTIONS", target)).as(target).startsWith("HTTP/1.1 405 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//unified/ats/interviews/42",
                "//unified/ats/interviews",
                "/unified//ats/interviews",
                "/unified/ats//interviews/42",
                "/unified/ats/interviews//",
                "/unified/ats/interviews//42",
                "/unified/ats/interviews/42/",
                "/unified/ats/interviews/42//",
                "/unified/ats/interviews/a/b",
                "/unified/ats/interviews/a/b/c/d",
                "/unified/ats/interviews/meta",
                "/unified/ats/interviews/meta/",
                "/unified/ats/interviews/%6Deta",
                "/unified/ats/interviews/meta/get",
                "/unified/ats/interviews/meta/list/42",
                "/unified/ats/interviews/meta/create",
                "/unified/ats/interviews/meta/meta/list",
                "/unified/ats/interviews/ashby/meta",
                "/unified/ats/interviews/ashby/meta/get",
                "/unified/ats/interviews/a/b/meta/list",
                "/unified/ats/interviews//meta/list",
                "/unified/ats/interviews/.",
                "/unified/ats/interviews/..",
                "/unified/ats/interviews/%2e%2E",
                "/unified/ats/interviews/./42",
                "/unified/ats/x/../interviews/42",
                "/unified/ats/%2e%2e/ats/interviews",
                "/unified/ats/interviews;v=1",
                "/unified;v=1/ats/interviews/42",
                "/unified/ats%2Finterviews",
                "/unified/ats%2Finterviews/42",
                "/Unified/ats/interviews",
                "http://a//unified/ats/interviews/42",
                "ftp://a/unified/ats/interviews",
                "unified/ats/interviews",
                "/unified/ats",
                "//health/live",
                "/health/live//",
                "/health;a=b/live",
                "/health/../health/live",
                "/",
                "//",
                "/%20"
            })
    void leadNowhere(String target) {
        for (String method : new String[] {"GET", "HEAD", "POST", "OPTIONS"}) {
            String response = ask(method, target);

            assertThat(response).as(method + " " + target).startsWith("HTTP/1.1 404 ");
        }
        Item body = Item.parse(bodyOf(ask("GET", target)));
        assertThat(body.text("message").string()).startsWith("There is nothing at this path; ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/unified/ats/interviews/%",
                "/unified/ats/interviews/4%2",
                "/unified/ats/interviews/%zz",
                "/unified/ats/interviews/%+1",
                "/unified/ats/interviews/%FF",
                "/unified/ats/interviews/%C3",
                "/unified/ats/interviews/%ED%A0%80",
                "/unified/ats/interviews/%00",
                "/unified/ats/interviews/a%0Ab",
                "/unified/ats/interviews/a%C2%85b",
                "/%zz",
                "/health/li%ve"
            })
    void areMalformed(String target) {
        String response = ask("GET", target);

        assertThat(response).as(target).startsWith("HTTP/1.1 400 ");
        // The server refuses a part of them itself, over HTTP/1.1 alone.
        assertThat(Item.parse(bodyOf(response)).text("message").string()).contains("check its p");
    }

    @Test
    void areCountedUnderTheirRoutes() {
        ask("GET", "/unified/ats/%69nterviews/a%2Fb");
        ask("GET", "/unified/ats/interviews/greenhouse/m%65ta/list");
        ask("GET", "/unified/ats/interviews/a/b");

        assertThat(new String(METRICS.text(), StandardCharsets.UTF_8))
                .contains("route=\"/unified/ats/interviews/{id}\",status=\"200\"")
                .contains("route=\"/unified/ats/interviews/meta/list\",status=\"200\"")
                .contains("route=\"other\",status=\"404\"")
                .doesNotContain("{integration}", "greenhouse", "nterviews/a");
    }

    private static String ask(String method, String target) {
        byte[] answer =
                server.rawBytes(
                        method + " " + target + " HTTP/1.1", "Host: a", "Connection: close");
        return new String(answer, StandardCharsets.UTF_8);
    }

    private static byte[] bodyOf(String response) {
        return response.substring(response.indexOf("\r\n\r\n") + 4)
                .getBytes(StandardCharsets.UTF_8);
    }
}
