package io.convene.endtoend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.endtoend.CompiledBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The exit codes of commands that cannot start, and the output of the sandbox. */
class CommandTests {
    private static final Path DISTRIBUTION = Path.of(System.getProperty("distribution"));
    private static final int LONGEST_WAIT = 120;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"serve", "demo", "sandbox"})
    void endWithOneSentenceWhenTheirPortIsTaken(String command) throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), configuration());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            List<String> words = new ArrayList<>(List.of(command, "--port", port));
            if (command.equals("serve")) {
                words.addAll(List.of("--config", file.toString()));
            }
            Path error = folder.resolve("error");
            Process process = process(words).redirectError(error.toFile()).start();

            assertThat(process.waitFor(LONGEST_WAIT, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(process.inputReader(UTF_8).readLine()).isNull();
            assertThat(Files.readString(error))
                    .contains("127.0.0.1:" + port, "in use", "--port")
                    .doesNotContain("Exception", "\tat ", ":-1");
        }
    }

    @Test
    void letNoXmlDocumentOfABundleOpenAnAddress() throws Exception {
        String source =
                """
                package PACKAGE;
                public final class Odd implements io.convene.core.spi.AtsProvider {
                    public Odd() throws Exception {
                        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new org.xml.sax.InputSource(new java.io.StringReader(
                                        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>")));
                    }
                    public io.convene.core.spi.ProviderDescriptor descriptor() { return null; }
                }
                """;
        CompiledBundle.of("odd", source)
                .requiring("java.xml")
                .writeTo(folder.resolve("odd-1.0.0.jar"));
        Process list =
                process(List.of("providers", "list", "--directory", folder.toString())).start();

        assertThat(new String(list.getInputStream().readAllBytes(), UTF_8))
                .contains("PRV-601", "accessExternalDTD");
        assertThat(list.waitFor()).isZero();
    }

    @Test
    void printAConfigurationOfTheSandboxThatIsServedAsItIs() throws Exception {
        Process sandbox = process(List.of("sandbox", "--config")).start();
        Process serve = null;
        try {
            Path file = Files.writeString(folder.resolve("s.yaml"), document(sandbox));
            Path work = folder.resolve("work");
            ProcessBuilder command =
                    process(List.of("serve", "--port", "0", "--config", file.toString()));
            command.environment().put("PROVIDERS_WORK", work.toString());
            serve = command.start();
            Matcher address =
                    Pattern.compile("(http://\\S+)").matcher(serve.inputReader(UTF_8).readLine());
            assertThat(address.find()).isTrue();
            String account =
                    Files.readString(file).split("integrated_account_id=")[1].substring(0, 36);
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            address.group(1)
                                                    + "?limit=1&integrated_account_id="
                                                    + account))
                            .header("Authorization", "Bearer sandbox")
                            .timeout(Duration.ofSeconds(LONGEST_WAIT))
                            .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer =
                        client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));

                assertThat(answer.body()).contains("\"result_count\":1");
            }
        } finally {
            sandbox.destroy();
            if (serve != null) {
                serve.destroy();
            }
        }
    }

    /** The lines up to the last account's settings. */
    private static String document(Process sandbox) throws IOException {
        BufferedReader output = sandbox.inputReader(UTF_8);
        StringBuilder yaml = new StringBuilder();
        String line = output.readLine();
        while (line != null) {
            yaml.append(line).append('\n');
            if (line.equals("# end")) {
                break;
            }
            line = output.readLine();
        }
        return yaml.toString();
    }

    private static ProcessBuilder process(List<String> words) {
        List<String> command = new ArrayList<>(words);
        command.addFirst(DISTRIBUTION.resolve("bin/convene").toString());
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private String configuration() {
        return """
        server: {host: 127.0.0.1}
        providers: {work: "%s"}
        """
                .formatted(folder.resolve("work"));
    }
}
