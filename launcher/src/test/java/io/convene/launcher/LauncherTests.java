package io.convene.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.accounts.Tokens;
import io.convene.launcher.config.TestCertificate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The whole launcher without a single bundle. */
class LauncherTests {
    private static final String TOKEN = "cv_a-token-of-the-test";
    private static final String ACCOUNT = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";

    @TempDir private Path folder;

    @Test
    void isHealthyWithoutAnyBundle() throws Exception {
        try (Launcher launcher = start("");
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, launcher, "/health/live").body())
                    .isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(client, launcher, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(launcher.address()).isEqualTo("http://localhost:" + launcher.port());
        }
    }

    @Test
    void limitsHowOftenATokenMayAsk() throws Exception {
        try (Launcher launcher = start("limits: {per-token: 2/PT1H, per-account: off}");
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, launcher, "/admin/providers").statusCode()).isEqualTo(200);
            assertThat(get(client, launcher, "/admin/providers").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = get(client, launcher, "/admin/providers");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 1_800L);
            assertThat(refused.body())
                    .startsWith(
                            "{\"statusCode\":429,\"error\":\"Too Many Requests\",\"message\":\"This token may be used 2 times");
            assertThat(get(client, launcher, "/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void limitsHowOftenAnAccountMayBeAskedFor() throws Exception {
        String path = "/unified/ats/interviews?integrated_account_id=" + ACCOUNT;
        try (Launcher launcher = start("limits: {per-token: off, per-account: 1/PT1H}");
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, launcher, path).statusCode()).isEqualTo(503);
            HttpResponse<String> refused = get(client, launcher, path);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("The account " + ACCOUNT + " may be used 1 times");
        }
    }

    @Test
    void speaksTlsAndHttp2WithAConfiguredCertificate() throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "EC");
        try (Launcher launcher = start("");
                Launcher secure =
                        start(
                                "",
                                Map.of(
                                        "server.tls.certificate",
                                        "EC.pem",
                                        "server.tls.key",
                                        "EC.key"));
                HttpClient client =
                        HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
            HttpResponse<String> answer = get(client, secure, "/admin/providers");

            assertThat(secure.address()).isEqualTo("https://localhost:" + secure.port());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.sslSession()).isPresent();
            assertThat(answer.body())
                    .startsWith(
                            "{\"providers\":[],\"rollouts\":[],\"unserved_accounts\":[{\"integrated_account_id\":");
            assertThat(get(client, launcher, "/health/live").sslSession()).isEmpty();
        }
    }

    @Test
    void speaksTlsAndHttp11ToAClientThatWantsIt() throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "RSA");
        try (Launcher secure =
                        start(
                                "",
                                Map.of(
                                        "server.tls.certificate",
                                        "RSA.pem",
                                        "server.tls.key",
                                        "RSA.key"));
                HttpClient client =
                        HttpClient.newBuilder()
                                .sslContext(certificate.trust())
                                .version(HttpClient.Version.HTTP_1_1)
                                .build()) {
            HttpResponse<String> answer = get(client, secure, "/health/live");

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    private static HttpResponse<String> get(HttpClient client, Launcher launcher, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(launcher.address() + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .timeout(Duration.ofSeconds(60))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private Launcher start(String more) throws IOException {
        return start(more, Map.of());
    }

    private Launcher start(String more, Map<String, String> overrides) throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        Path file =
                Files.writeString(
                        folder.resolve("convene.yaml"),
                        """
                        server: {host: 127.0.0.1, port: 0, shutdown-grace: PT0S}
                        tokens:
                          - {name: test, sha256: "%s", scopes: [admin], accounts: ["*"]}
                        accounts:
                          - {id: %s, integration: absent, credentials: {api_key: none}}
                        %s
                        """
                                .formatted(Tokens.sha256(TOKEN), ACCOUNT, more));
        return Launcher.start(file, overrides, folder);
    }
}
