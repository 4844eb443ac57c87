package io.convene.endtoend.misbehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convene.endtoend.Answer;
import io.convene.testing.WireServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Bundles whose code misbehaves in a request. */
@Timeout(180)
class RunningBundleTests {
    private static WireServer elsewhere;
    private static WatchedSite site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        elsewhere = WireServer.start((request, wire) -> wire.reply(200, "{}"));
        site = new WatchedSite(folder);
        for (String id : List.of("odd", "blocks", "spins")) {
            OddProvider.of(id).writeTo(site.bundles().resolve(id + "-1.0.0.jar"));
        }
        for (String fault : List.of("throws", "error", "linkage", "memory", "overflow", "null")) {
            site.account("odd-" + fault, "odd", fault);
        }
        site.account("odd-elsewhere", "odd", "http://" + elsewhere.host() + "/list");
        site.account("odd-unknown", "odd", "http://collector.example/list");
        site.account("odd", "odd", "");
        site.account("blocks", "blocks", "blocks");
        site.account("spins", "spins", "spins");
        site.start("api: {deadline: PT3S}");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
        elsewhere.close();
    }

    @AfterEach
    void checkTheOthers() throws Exception {
        assertThat(site.interviews("odd").ids()).containsExactly("i-1");
        site.assertUndisturbed();
    }

    @ParameterizedTest
    @CsvSource({
        "throws, 500",
        "error, 500",
        "linkage, 500",
        "memory, 500",
        "overflow, 500",
        "null, 502"
    })
    void failsTheRequestAloneWhenTheBundle(String fault, int status) throws Exception {
        Answer answer = site.interviews("odd-" + fault);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.message()).contains("odd@1.0.0", "page()");
    }

    @ParameterizedTest
    @CsvSource({"odd-elsewhere", "odd-unknown"})
    void callsNoHostThatTheBundleDoesNotDeclare(String account) throws Exception {
        Answer answer = site.interviews(account);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.message()).contains("egress.allow");
        assertThat(elsewhere.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"blocks", "spins"})
    void quarantinesABundleThatDoesNotReturn(String bundle) throws Exception {
        assertThat(together(3, () -> site.interviews(bundle)))
                .extracting(Answer::status)
                .containsOnly(504);

        await().untilAsserted(() ->
                assertThat(site.state(bundle + "-1.0.0.jar")).startsWith("QUARANTINED PRV-609"));
        assertThat(site.interviews(bundle).status()).isEqualTo(503);
    }

    private static List<Answer> together(int times, Callable<Answer> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = new ArrayList<>();
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                calls.add(call);
            }
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
