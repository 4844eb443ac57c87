package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.distribution.Distribution.Outcome;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From nothing to a listed interview, with the commands that an author types. */
class GeneratorTests {
    private static final Pattern PORT = Pattern.compile("http://[^:/ ]+:(\\d+)");

    /** Has the local repository, which is empty when the first test begins. */
    @TempDir private static Path shared;

    private static Distribution convene;

    @TempDir private Path folder;

    @BeforeAll
    static void installConvene() throws Exception {
        convene = Distribution.built().copiedTo(shared.resolve("convene"));
    }

    @Test
    void goesFromNothingToAListedInterview() throws Exception {
        EmptyMaven maven = EmptyMaven.in(shared);
        GeneratedProject acme = Guide.generate(convene, folder.resolve("acme"));
        acme.edit("9090", Integer.toString(freePort()));

        Outcome built = acme.maven(maven, Map.of(), "verify");

        assertThat(built.exitCode()).as(built.output()).isZero();
        assertThat(built.output())
                .contains("Tier of acme-0.1.0.jar: gold", "Failures: 0, Errors: 0, Skipped: 0")
                .doesNotContain("[WARNING]");

        try (HttpClient client = HttpClient.newHttpClient();
                RunningCommand server = RunningCommand.start(serve(acme))) {
            Matcher port = PORT.matcher(server.awaitOutput("/unified/ats/interviews"));
            assertThat(port.find()).isTrue();
            String address = "http://127.0.0.1:" + port.group(1);

            Files.copy(
                    acme.folder().resolve("target/acme-0.1.0.jar"),
                    convene.home().resolve("providers/acme-0.1.0.jar"));
            HttpRequest reload =
                    request(address, "/admin/providers/reload")
                            .POST(BodyPublishers.noBody())
                            .build();
            assertThat(client.send(reload, BodyHandlers.ofString()).body())
                    .contains("\"id\":\"acme\"", "\"to\":\"ACTIVE\"");

            List<String> vendor = acme.command(maven, "test-compile", "antrun:run@vendor");
            try (RunningCommand fake = RunningCommand.start(vendor)) {
                fake.awaitOutput("The fake of Acme answers at");
                HttpRequest list = request(address, "/unified/ats/interviews" + query()).build();
                HttpResponse<String> answer = client.send(list, BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).startsWith(Guide.answer());
            }
        }
    }

    @Test
    void writesCodeThatIsFormattedAndHasNoWarnings() throws Exception {
        EmptyMaven maven = EmptyMaven.in(shared);
        GeneratedProject project =
                GeneratedProject.of(
                        convene,
                        folder.resolve("project"),
                        "smart-recruiters",
                        "com.acme.recruiting.smart");
        OwnChecks.addTo(project);

        Outcome checked = project.maven(maven, Map.of(), OwnChecks.GOALS);

        assertThat(checked.exitCode()).as(checked.output()).isZero();
        assertThat(checked.output()).doesNotContain("[WARNING]");
    }

    @Test
    void findsAnotherCopyOfTheSdkWithTheSettingsOfItsWorkflow() throws Exception {
        EmptyMaven maven = EmptyMaven.in(folder);
        GeneratedProject project =
                GeneratedProject.of(convene, folder.resolve("lever"), "lever", "com.acme.lever");
        String sdk = convene.home().resolve("sdk").toUri().toString().replaceFirst("/$", "");
        project.edit(sdk, "file:///nowhere");

        Outcome built =
                project.maven(
                        maven,
                        Map.of("CONVENE_SDK", sdk),
                        "--settings",
                        project.folder().resolve(".github/maven-settings.xml").toString(),
                        "validate");

        assertThat(built.exitCode()).as(built.output()).isZero();
    }

    private static List<String> serve(GeneratedProject project) {
        return List.of(
                convene.command().toString(),
                "serve",
                "--config",
                project.folder().resolve("convene.yaml").toString(),
                "--port",
                "0");
    }

    private static HttpRequest.Builder request(String address, String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer development");
    }

    private static String query() {
        return "?integrated_account_id=8a4e4b0e-1d3f-4f0c-9a57-3c5a0b8f1c11&limit=1";
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
