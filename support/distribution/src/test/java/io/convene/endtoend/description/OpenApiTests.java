package io.convene.endtoend.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.endtoend.Answer;
import io.convene.endtoend.Docs;
import io.convene.endtoend.KnownParameters;
import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonGenerator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI document says what the server that serves it does. */
@Timeout(120)
class OpenApiTests {
    private static final Set<String> ANY_NAME = Set.of("remote_query", "updated");

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site =
                Site.over(
                                Sandbox.builder().interviews(3).start(),
                                folder,
                                "ashby",
                                "ceipal",
                                "fountain",
                                "greenhouse")
                        .start();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void isKeptInTheDocumentation() throws Exception {
        Docs.holds("use/openapi.json", pretty(document(site, "/openapi.json")));
    }

    @Test
    void isServedToEverybodyUnderBothNames() throws Exception {
        Answer answer = site.get("/openapi", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo(site.get("/openapi.json", "").body());
    }

    @Test
    void declaresEveryParameterOfTheListThatHasAFixedName() throws Exception {
        JsonObject parameters = document(site, "/openapi.json").getJsonObject("components");
        Set<String> declared =
                parameters.getJsonObject("parameters").values().stream()
                        .map(it -> it.asJsonObject().getString("name").replaceFirst("\\[.*", ""))
                        .collect(Collectors.toSet());

        assertThat(declared)
                .containsAll(
                        KnownParameters.names().stream()
                                .filter(name -> !ANY_NAME.contains(name))
                                .toList());
    }

    @Test
    void namesOnlyPathsThatExist() throws Exception {
        JsonObject paths = document(site, "/openapi.json").getJsonObject("paths");
        for (String path : paths.keySet()) {
            String method = paths.getJsonObject(path).keySet().iterator().next();
            String other = method.equals("get") ? "DELETE" : "GET";
            Answer answer =
                    site.send(
                            other,
                            path.replace("{integration}", "ashby")
                                    .replaceAll("\\{(id|token)}", "x"),
                            Map.of("Authorization", "Bearer " + Site.TOKEN));

            assertThat(answer.status()).as(path).isEqualTo(405);
            assertThat(answer.header("Allow")).as(path).containsIgnoringCase(method);
        }
    }

    @Test
    void hasNoTypesInOpenApi30ThatItsToolsDoNotKnow() throws Exception {
        JsonObject older = document(site, "/openapi-3.0.json");

        assertThat(older.getString("openapi")).isEqualTo("3.0.3");
        assertThat(older.toString()).doesNotContain("\"type\":[").contains("\"nullable\":true");
        assertThat(older.getJsonObject("paths"))
                .isEqualTo(document(site, "/openapi.json").getJsonObject("paths"));
    }

    @Test
    void differsForTwoBundlesOnlyInWhatTheOthersCan(@TempDir Path folder) throws Exception {
        try (Site two =
                Site.over(Sandbox.builder().interviews(3).start(), folder, "ashby", "greenhouse")) {
            remove(two.providers(), "ceipal", "fountain");
            two.start();

            Set<String> differences =
                    Flat.of(document(two, "/openapi.json"))
                            .differences(Flat.of(document(site, "/openapi.json")));

            assertThat(differences)
                    .allMatch(path ->
                            path.startsWith("/info/x-convene-integrations/")
                                    || path.contains("/x-convene-integrations/ceipal")
                                    || path.contains("/x-convene-integrations/fountain")
                                    || path.matches("/components/parameters/\\w+/description")
                                    || path.contains("/candidate_id/"))
                    .contains(
                            "/components/parameters/candidate_id/name",
                            "/components/parameters/start_at_gte/x-convene-integrations/fountain",
                            "/components/schemas/Interview/x-convene-integrations/ceipal/status",
                            "/paths//unified/ats/interviews/get/parameters/candidate_id/$ref");
        }
    }

    private static void remove(Path folder, String... integrations) throws IOException {
        try (Stream<Path> bundles = Files.list(folder)) {
            for (Path bundle : bundles.toList()) {
                if (List.of(integrations).contains(bundle.getFileName().toString().split("-")[0])) {
                    Files.delete(bundle);
                }
            }
        }
    }

    private static JsonObject document(Site site, String path) throws Exception {
        Answer answer = site.get(path, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String pretty(JsonObject document) {
        StringWriter out = new StringWriter();
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(out)
                .writeObject(document);
        return out.toString().strip() + "\n";
    }
}
