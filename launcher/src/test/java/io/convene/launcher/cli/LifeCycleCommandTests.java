package io.convene.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.Launcher;
import io.convene.launcher.accounts.Tokens;
import io.convene.launcher.providers.TestBundle;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A running server whose bundles change, driven by the commands and by HTTP. */
class LifeCycleCommandTests {
    private static final String ADMIN = "cv_admin";
    private static final String READ = "cv_read";

    @TempDir private Path home;
    private Launcher launcher;

    private record Outcome(int code, String output, String error) {}

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(home.resolve("providers"));
        bundle("acme", "1.0.0");
        Files.writeString(home.resolve("token"), ADMIN + "\n");
        StringBuilder accounts = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            accounts.append(
                    "  - {id: 00000000-0000-4000-8000-0000000000%02d, integration: acme, credentials: {key: k}}\n"
                            .formatted(i));
        }
        Path config =
                Files.writeString(
                        home.resolve("convene.yaml"),
                        """
                        server: {host: 127.0.0.1, port: 0}
                        providers: {canary: {share: 30}}
                        tokens:
                          - {name: admin, sha256: %s, scopes: [admin], accounts: ["*"]}
                          - {name: read, sha256: %s, scopes: [read], accounts: ["*"]}
                        accounts:
                        %s\
                        """
                                .formatted(Tokens.sha256(ADMIN), Tokens.sha256(READ), accounts));
        launcher = Launcher.start(config, Map.of(), home);
    }

    @AfterEach
    void stop() {
        launcher.close();
    }

    @Test
    void reloadsAndSaysWhatChanged() throws Exception {
        bundle("lever", "2.0.0");
        Files.writeString(home.resolve("providers/broken.jar"), "garbage");
        Outcome outcome = run("providers", "reload");

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output())
                .containsPattern("lever +2\\.0\\.0 +- +ACTIVE +lever-2\\.0\\.0\\.jar +-\n")
                .containsPattern("- +- +- +REJECTED +broken\\.jar +PRV-106\n")
                .contains("PRV-106: broken.jar cannot be read as a jar");

        Files.delete(home.resolve("providers/broken.jar"));
        Files.delete(home.resolve("providers/lever-2.0.0.jar"));
        JsonArray changed = json(run("providers", "reload", "--json").output(), "changed");
        assertThat(changed).hasSize(2);
        assertThat(changed.getJsonObject(0).getString("from")).isEqualTo("REJECTED");
        assertThat(changed.getJsonObject(0).isNull("to")).isTrue();
        assertThat(changed.getJsonObject(1).getString("to")).isEqualTo("UNLOADED");
        assertThat(run("providers", "reload").output()).isEqualTo("Nothing changed.\n");
    }

    @Test
    void saysWhichVersionKeepsServing() throws Exception {
        Files.writeString(home.resolve("providers/acme-1.0.0.jar"), "garbage");
        Outcome outcome = run("providers", "reload");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).endsWith("Version 1.0.0 keeps serving.\n");
        assertThat(accounts("acme-1.0.0.jar")).hasSize(40);
    }

    @Test
    void promotesAndRollsBack() throws Exception {
        bundle("acme", "1.1.0");
        assertThat(run("providers", "reload").code()).isZero();
        assertThat(accounts("acme-1.0.0.jar")).hasSizeBetween(20, 36);
        assertThat(accounts("acme-1.0.0.jar").size() + accounts("acme-1.1.0.jar").size())
                .isEqualTo(40);

        Outcome rollback = run("providers", "rollback", "acme");
        assertThat(rollback.output())
                .isEqualTo(
                        "All accounts of acme get its older version.\nacme: ROLLED_BACK, 1.0.0 serves instead of 1.1.0.\n");
        assertThat(accounts("acme-1.0.0.jar")).hasSize(40);
        JsonObject rollout = json(get("/admin/providers").body(), "rollouts").getJsonObject(0);
        assertThat(rollout.getString("phase")).isEqualTo("ROLLED_BACK");
        assertThat(rollout.getString("reason")).isEqualTo("An operator rolled it back.");

        Outcome promotion = run("providers", "promote", "acme");
        assertThat(promotion.output()).isEqualTo("All accounts of acme get its newest version.\n");
        assertThat(accounts("acme-1.1.0.jar")).hasSize(40);

        Outcome again = run("providers", "promote", "acme");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.error()).contains("answered 409: There is no rollout of 'acme'");
    }

    @Test
    void reloadsByItselfWhenTheFolderIsWatched() throws Exception {
        assertThat(launcher.watchBundles()).isEqualTo(home.resolve("providers"));
        bundle("lever", "1.0.0");

        await().untilAsserted(
                        () -> assertThat(get("/admin/providers").body()).contains("\"lever\""));
    }

    @Test
    void listsTheSameOverHttpAndFromTheFolder() throws Exception {
        String fromServer = run("providers", "list").output();
        String fromFolder =
                dispatch(List.of("providers", "list", "--directory", home + "/providers")).output();

        assertThat(fromServer)
                .containsPattern("ID +VERSION +STATE +BUNDLE")
                .containsPattern("acme +1\\.0\\.0 +ACTIVE +acme-1\\.0\\.0\\.jar");
        assertThat(fromFolder).isEqualTo(fromServer);
    }

    @Test
    void keepsTheRoutesForOperators() throws Exception {
        for (String path : List.of("/reload", "/acme/promote", "/acme/rollback")) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(
                            URI.create(launcher.address() + "/admin/providers" + path));
            assertThat(send(request.copy().POST(HttpRequest.BodyPublishers.noBody())).statusCode())
                    .isEqualTo(401);
            assertThat(
                            send(request.copy()
                                            .header("Authorization", "Bearer " + READ)
                                            .POST(HttpRequest.BodyPublishers.noBody()))
                                    .statusCode())
                    .isEqualTo(403);
            HttpResponse<String> get = send(request.copy().GET());
            assertThat(get.statusCode()).isEqualTo(405);
            assertThat(get.headers().firstValue("Allow")).contains("POST");
        }
    }

    @Test
    void saysWhyAServerCannotBeAsked() throws Exception {
        Outcome none =
                dispatch(
                        List.of(
                                "providers",
                                "reload",
                                "--server",
                                "http://localhost:1",
                                "--token-file",
                                home + "/token"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.error())
                .isEqualTo(
                        "convene: no server answers at http://localhost:1 (the connection was refused); start it, or name another with --server\n");

        Outcome wrong = dispatch(List.of("providers", "reload", "--server", "localhost"));
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.error()).startsWith("convene: --server 'localhost' is not a URL");

        Files.writeString(home.resolve("token"), READ);
        Outcome forbidden = run("providers", "reload");
        assertThat(forbidden.code()).isEqualTo(1);
        assertThat(forbidden.error()).contains("answered 403: ");
    }

    private void bundle(String id, String version) {
        TestBundle.of(id)
                .version(version)
                .writeTo(home.resolve("providers/%s-%s.jar".formatted(id, version)));
    }

    private List<String> accounts(String bundle) throws Exception {
        return json(get("/admin/providers").body(), "providers")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(one -> one.getString("bundle").equals(bundle))
                .flatMap(one -> one.getJsonArray("accounts").stream())
                .map(Object::toString)
                .toList();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(launcher.address() + path))
                        .header("Authorization", "Bearer " + ADMIN));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static JsonArray json(String text, String member) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject().getJsonArray(member);
        }
    }

    private Outcome run(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--server", launcher.address(), "--token-file", home + "/token"));
        return dispatch(all);
    }

    private static Outcome dispatch(List<String> words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                CommandDispatcher.run(
                        words,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8));
        return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
