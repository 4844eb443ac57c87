package io.convene.launcher.providers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bundles that do not return: callers are answered at the deadline all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OverrunTests {
    private static final List<String> METHODS =
            List.of("support", "request", "page", "join", "map", "tokenRequest", "token", "lookup");
    private static final List<String> FAULTS = List.of("sleep", "spin");

    private OddSite site;
    private LogLines log;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        log = new LogLines();
        site = new OddSite(folder).bundle("sound").account("sound", "");
        for (String method : METHODS) {
            site.bundle(bundle(method));
            FAULTS.forEach(fault -> site.account(bundle(method), method + ":" + fault));
        }
        site.bundle("lazy").account("lazy", "page:doze").account("lazy", "join:swallow");
        site.bundle("late").account("late", "page2:spin").account("late", "page:spin");
        site.bundle("often").account("often", "page:sleep").account("often", "");
        site.bundle("crowd").account("crowd", "page:spin");
        site.bundle("modern").account("modern", "page:spin");
        site.start("PT3S");
    }

    @AfterAll
    void stop() {
        site.close();
        log.close();
    }

    @AfterEach
    void calm() {
        OddBundle.calm();
    }

    /** One bundle each, as three overruns would bring it into quarantine. */
    private static String bundle(String method) {
        return "slow-" + method.toLowerCase(java.util.Locale.ROOT);
    }

    /** Sleeping calls all at once; spinning ones by halves, as they take turns on processors. */
    static Stream<List<String>> overruns() {
        List<String> spinning = faults("spin");
        int half = spinning.size() / 2;
        return Stream.of(
                faults("sleep"),
                spinning.subList(0, half),
                spinning.subList(half, spinning.size()));
    }

    private static List<String> faults(String how) {
        return METHODS.stream().map(method -> method + ":" + how).toList();
    }

    @ParameterizedTest
    @MethodSource("overruns")
    void answers504AtTheDeadlineAndNamesTheMethod(List<String> faults) {
        Map<String, CompletableFuture<HttpResponse<String>>> answers = new LinkedHashMap<>();
        faults.forEach(fault -> answers.put(fault, overrun(fault)));

        answers.forEach((fault, answer) -> assertIsOverrun(fault, answer.join()));
        assertOthersAreServed();
    }

    private CompletableFuture<HttpResponse<String>> overrun(String fault) {
        String bundle = bundle(method(fault));
        if (method(fault).equals("lookup")) {
            return site.later(site.onePath(bundle, fault));
        }
        return site.later(site.path(bundle, fault, "&limit=3"));
    }

    private void assertIsOverrun(String fault, HttpResponse<String> answer) {
        String bundle = bundle(method(fault)) + "@1.0.0";
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(504);
        assertThat(answer.body())
                .contains(
                        "The bundle %s did not return from %s() in time"
                                .formatted(bundle, method(fault)));
        assertThat(
                        log.with(
                                bundle + " has not returned in time from " + method(fault),
                                site.id(bundle(method(fault)), fault),
                                "Acme.at("))
                .hasSize(1);
    }

    private static String method(String fault) {
        return fault.substring(0, fault.indexOf(':'));
    }

    @Test
    void counts504ForABundleThatTakesNoNoticeOfBeingInterrupted() {
        HttpResponse<String> answer = site.list("lazy", "page:doze", "&limit=3");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(504);
        assertThat(answer.body()).contains("lazy@1.0.0 did not return from page()");
    }

    @Test
    void endsAStreamWithAnErrorWhenALaterPageDoesNotReturn() {
        String path = site.path("late", "page2:spin", "&truto_ignore_limit=true&limit=2");
        List<CompletableFuture<HttpResponse<String>>> answers =
                Stream.of("application/json", "application/x-ndjson")
                        .map(accept -> site.later(path, "Accept", accept))
                        .toList();

        assertThat(answers)
                .extracting(CompletableFuture::join)
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.body())
                            .contains("\"id\":\"2\"", "\"error\":{\"statusCode\":504")
                            .contains("late@1.0.0 did not return from page()");
                });
    }

    @Test
    void answersOverHttp2AndKeepsItsConnection() {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            String stuck = site.path("modern", "page:spin", "&limit=3");
            HttpResponse<String> answer = site.get(client, stuck);
            HttpResponse<String> next = site.get(client, site.path("sound", "", "&limit=3"));

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("modern@1.0.0 did not return from page()");
            assertThat(next.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closesAConnectionWhoseThreadIsStuck() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(
                            ("GET "
                                            + site.path("modern", "page:spin", "&limit=3")
                                            + " HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer "
                                            + site.token()
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 504 ")
                    .containsIgnoringCase("Connection: close");
            assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        }
    }

    @Test
    void servesOthersWhileMoreCallsSpinThanThereAreCarriers() {
        List<CompletableFuture<HttpResponse<String>>> stuck =
                IntStream.range(0, 12)
                        .mapToObj(i -> site.later(site.path("crowd", "page:spin", "")))
                        .toList();
        HttpResponse<String> other = site.list("sound", "", "&limit=3");

        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
        assertThat(stuck)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isIn(503, 504));
        assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void quarantinesABundleThatOverrunsAgainAndAgain() {
        List<CompletableFuture<HttpResponse<String>>> overruns =
                IntStream.range(0, 3)
                        .mapToObj(i -> site.later(site.path("often", "page:sleep", "")))
                        .toList();
        assertThat(overruns)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(504));
        HttpResponse<String> refused = site.list("often", "", "");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("The bundle often@1.0.0 is quarantined", "page()");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(site.get("/admin/providers").body())
                .containsPattern(
                        "\"id\":\"often\",\"version\":\"1.0.0\",[^{}]*\"state\":\"QUARANTINED\"")
                .contains("\"code\":\"PRV-609\",\"reason\":\"often-1.0.0.jar is not called");
        assertThat(site.get("/metrics").body())
                .contains(
                        "convene_provider_bundles{integration=\"often\",version=\"1.0.0\",state=\"quarantined\"} 1");
        assertOthersAreServed();
    }

    private void assertOthersAreServed() {
        assertThat(site.list("sound", "", "&limit=3").statusCode()).isEqualTo(200);
    }
}
