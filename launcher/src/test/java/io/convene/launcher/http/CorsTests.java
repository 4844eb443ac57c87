package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.http.Handler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.util.Set;

class CorsTests {
    private static final String APP = "https://app.example.com";
    private static final Handler ANSWER = (request, response) -> response.send("{}");

    @Test
    void letsAConfiguredOriginReadAnswersAndTheirHeaders() {
        try (TestServer server = TestServer.of(ANSWER, Set.of(APP))) {
            HttpResponse<byte[]> answer = server.get("Origin", APP);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(APP);
            assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                    .hasValueSatisfying(names ->
                            assertThat(names.split(", "))
                                    .contains(
                                            "Convene-Request-Id",
                                            "Convene-Filters",
                                            "Convene-Ignored",
                                            "ratelimit-remaining",
                                            "Retry-After"));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(answer.headers().allValues("Vary")).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com:443", "https://APP.example.com", APP})
    void takesTheSameOriginHoweverItIsWritten(String origin) {
        try (TestServer server = TestServer.of(ANSWER, Set.of(APP))) {
            assertThat(
                            server.get("Origin", origin)
                                    .headers()
                                    .firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
            assertThat(
                            preflight(server, origin)
                                    .headers()
                                    .firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com",
                "http://app.example.com:443",
                "https://app.example.com:80",
                "https://app.example.com:8443",
                "https://app.example.com/",
                "null"
            })
    void takesNoOtherForTheSame(String origin) {
        try (TestServer server = TestServer.of(ANSWER, Set.of(APP))) {
            assertThat(
                            server.get("Origin", origin)
                                    .headers()
                                    .firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void saysNothingToAnyOtherOrigin() {
        try (TestServer server = TestServer.of(ANSWER, Set.of(APP))) {
            HttpResponse<byte[]> answer = server.get("Origin", APP + ".evil.example");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.startsWith("access-control"));
            assertThat(answer.headers().allValues("Vary")).contains("Origin");
        }
    }

    @Test
    void answersAPreflightOnEveryPath() {
        try (TestServer server = TestServer.of(ANSWER, Set.of(APP))) {
            HttpResponse<byte[]> answer = preflight(server, APP);

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(APP);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                    .contains("GET, HEAD");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                    .contains("Authorization, Accept, Content-Type, Convene-Request-Id");
            assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("3600");
            assertThat(answer.headers().firstValue("Convene-Request-Id")).isPresent();
        }
    }

    @Test
    void allowsNothingInThePreflightOfAnotherOrigin() {
        try (TestServer server = TestServer.of(ANSWER, Set.of(APP))) {
            HttpResponse<byte[]> answer = preflight(server, "http://app.example.com");

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.startsWith("access-control"));
        }
    }

    @Test
    void letsEveryOriginInWithAnAsterisk() {
        try (TestServer server = TestServer.of(ANSWER, Set.of("*"))) {
            HttpResponse<byte[]> answer = server.get("Origin", "null");

            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
            assertThat(answer.headers().allValues("Vary")).isEmpty();
        }
    }

    @Test
    void letsAnErrorBeReadToo() {
        Handler refusing =
                (request, response) -> {
                    throw new ApiException(401, "The request carries no valid token.");
                };
        try (TestServer server = TestServer.of(refusing, Set.of(APP))) {
            HttpResponse<byte[]> answer = server.get("Origin", APP);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(APP);
        }
    }

    @Test
    void doesNotExistWithoutConfiguration() {
        try (TestServer server = TestServer.of(ANSWER)) {
            HttpResponse<byte[]> answer = preflight(server, APP);

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.startsWith("access-control"));
        }
    }

    private static HttpResponse<byte[]> preflight(TestServer server, String origin) {
        return server.send(
                "OPTIONS",
                "/",
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "authorization");
    }
}
