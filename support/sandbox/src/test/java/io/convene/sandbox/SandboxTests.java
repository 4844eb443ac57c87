package io.convene.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class SandboxTests {

    private static final Instant NOW = Instant.parse("2026-06-15T00:00:00Z");

    private static List<String> records(Sandbox sandbox, String integration) {
        return sandbox.interviewIds(integration).stream()
                .map(id -> new String(sandbox.record(integration, id), StandardCharsets.UTF_8))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "ceipal-v1", "fountain", "greenhouse"})
    void generatesTheSameForTheSameSeedAndMoment(String integration) {
        Sandbox one = Sandbox.builder().seed(7).now(NOW).build();
        Sandbox same = Sandbox.builder().seed(7).now(NOW).build();
        Sandbox other = Sandbox.builder().seed(8).now(NOW).build();

        assertThat(records(same, integration)).isEqualTo(records(one, integration)).hasSize(300);
        assertThat(records(other, integration)).isNotEqualTo(records(one, integration));
    }

    @Test
    void sharesTheInterviewersOfASeed() {
        Sandbox one = Sandbox.builder().now(NOW).build();
        Sandbox same = Sandbox.builder().now(NOW).build();

        for (String id : one.interviewIds("greenhouse")) {
            assertThat(same.interviewerRows(id))
                    .usingRecursiveComparison()
                    .isEqualTo(one.interviewerRows(id));
        }
        assertThat(same.applicantIds()).isEqualTo(one.applicantIds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashby", "ceipal", "ceipal-v1", "fountain", "greenhouse"})
    void tellsWhatItDrewByTheNamesInTheReadme(String integration) throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        Sandbox sandbox = Sandbox.builder().now(NOW).build();

        for (String id : sandbox.interviewIds(integration)) {
            Map<String, Object> drawn = sandbox.drawn(integration, id);
            assertThat(drawn).containsEntry("id", id);
            assertThat(drawn.keySet())
                    .allSatisfy(name -> assertThat(readme).containsPattern("[` ]" + name + "[` ]"));
        }
        assertThatThrownBy(() -> sandbox.drawn(integration, "nobody's"))
                .hasMessage("No interview nobody's in " + integration);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 1_000})
    void hasAsManyInterviewsAsAskedFor(int count) {
        Sandbox sandbox = Sandbox.builder().interviews(count).now(NOW).build();

        for (String integration : sandbox.integrations()) {
            assertThat(sandbox.interviewIds(integration)).hasSize(count).doesNotHaveDuplicates();
        }
    }

    @Test
    void knowsTheWaysIntoEachStandIn() {
        try (Sandbox sandbox = Sandbox.builder().interviews(1).start()) {
            String root = "http://127.0.0.1:" + sandbox.port();

            assertThat(sandbox.integrations())
                    .contains("ashby", "ceipal", "fountain", "greenhouse");
            assertThat(sandbox.baseUrl("fountain")).hasToString(root + "/fountain/v2");
            assertThat(sandbox.settings("greenhouse"))
                    .containsEntry("base_url", root + "/greenhouse")
                    .containsEntry("token_url", root + "/greenhouse-auth/token");
            assertThat(sandbox.settings("ceipal")).containsEntry("time_zone", "Asia/Kolkata");
            assertThat(sandbox.credentials("ceipal"))
                    .containsOnlyKeys("email", "password", "api_key");
            assertThat(AccountsText.of(sandbox)).contains(root + "/ashby", "api_key = ");
            assertThatThrownBy(() -> sandbox.baseUrl("lever"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("lever")
                    .hasMessageContaining("greenhouse");
        }
    }

    @Test
    void saysWhichStandInsThereAre() {
        try (Sandbox sandbox = Sandbox.builder().interviews(1).start();
                Caller caller = new Caller(sandbox)) {
            Caller.Answer lost = caller.get("http://127.0.0.1:" + sandbox.port() + "/lever/v1");

            assertThat(lost.status()).isEqualTo(404);
            assertThat(lost.text()).contains("greenhouse-auth");
        }
    }

    @Test
    void failsToStartWhereAnotherProgramListens() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Sandbox sandbox = Sandbox.builder().port(taken.getLocalPort()).build();

            assertThatThrownBy(sandbox::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("in use");
        }
    }
}
