package io.convene.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The output of each command line, and its exit code. */
class CommandDispatcherTests {
    @TempDir private Path folder;

    /** The output of a command, and its exit code. */
    private record Outcome(int code, String output, String error) {}

    @BeforeEach
    void startsInAFolderOfItsOwn() throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        System.setProperty("convene.home", folder.toString());
    }

    @AfterEach
    void leavesTheFolder() {
        System.clearProperty("convene.home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void listsTheCommands(String word) throws Exception {
        Outcome outcome = run(word);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.output())
                .startsWith("Usage: convene <command> [options]\n")
                .contains("\n  serve ", "\n  token ", "\n  help ", "Exit codes: 0 done");
        assertThat(outcome.error()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "providers install #, FILE-OR-URL is empty",
        "providers verify #, FILE is empty",
        "providers list --directory #, the value of --directory is empty",
        "providers list --config=, the value of --config is empty",
        "serve --check --config #, the value of --config is empty",
        "serve --config #, the value of --config is empty"
    })
    void refusesAnEmptyWord(String line, String problem) throws Exception {
        String[] words =
                Arrays.stream(line.split(" "))
                        .map(word -> word.equals("#") ? "" : word)
                        .toArray(String[]::new);

        Outcome outcome = run(words);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.error()).startsWith("convene: " + problem + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve --help", "serve -h", "help serve", "serve --port 1 --help"})
    void explainsACommand(String line) throws Exception {
        Outcome outcome = run(line.split(" "));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.output())
                .startsWith("Usage: convene serve ")
                .contains("--config=FILE", "--port=N", "--help");
    }

    @Test
    void printsItsVersion() throws Exception {
        assertThat(run("--version").output()).matches("convene \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|a command is missing",
                "srve|unknown command 'srve'; did you mean serve?",
                "serv --port 1|unknown command 'serv'; did you mean serve?",
                "tokens new|unknown command 'tokens'; did you mean token?",
                "status|unknown command 'status'",
                "help srve|unknown command 'srve'; did you mean serve?",
                "--verbose|unknown option '--verbose'",
                "serve --prot 1 --config x|unknown option '--prot'; did you mean --port?",
                "serve --threads 1 --config x|unknown option '--threads'",
                "serve|Missing required option: '--config=FILE'",
                "serve --config|Missing required parameter for option '--config' (FILE)",
                "serve --config a --config b|option '--config' (FILE) should be specified only once",
                "serve x --config a|unknown argument 'x'",
                "token|token knows 'new' only",
                "token old|token knows 'new' only"
            })
    void refusesACommandLineThatIsWrong(String line, String said) throws Exception {
        Outcome outcome = line == null ? run() : run(line.split(" "));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.error()).startsWith("convene: %s\n\nUsage: convene ".formatted(said));
        assertThat(outcome.output()).isEmpty();
    }

    @Test
    void makesAToken() throws Exception {
        Outcome outcome = run("token", "new");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.output()).matches("token:  cv_\\S+\nsha256: [0-9a-f]{64}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--config=FILE --port x",
                "--config FILE --port x",
                "--port x --config FILE"
            })
    void saysWhatIsWrongWithAConfiguration(String options) throws Exception {
        Path file = Files.writeString(folder.resolve("c.yaml"), "server: {prot: 1}\n");
        Outcome outcome = run(("serve " + options).replace("FILE", file.toString()).split(" "));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.error())
                .startsWith("The configuration has 2 problems:\n")
                .contains("server.port (from the command line): 'x' is not a number");
    }

    @Test
    void endsWithASentenceWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = Files.writeString(folder.resolve("c.yaml"), "server: {host: 127.0.0.1}\n");
            String port = Integer.toString(taken.getLocalPort());
            Outcome outcome = run("serve", "--config", file.toString(), "--port", port);

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.error())
                    .isEqualTo(
                            "Convene cannot listen on 127.0.0.1:%s: another program listens there (address already in use); stop it, or choose another port with --port.\n"
                                    .formatted(port));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "no-such-host.invalid", "2001:db8::1"})
    void endsWithASentenceWhenTheAddressIsNotLocal(String host) throws Exception {
        String yaml = "server: {host: \"%s\", port: 0}\n".formatted(host);
        Path file = Files.writeString(folder.resolve("c.yaml"), yaml);
        Outcome outcome = run("serve", "--config", file.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error())
                .startsWith("Convene cannot listen on ")
                .contains(host)
                .contains("--port")
                .hasLineCount(1);
    }

    @Test
    void saysInOneLineWhatNobodyForesaw() {
        assertThat(Main.failure(new StackOverflowError()))
                .startsWith("Convene failed with an unexpected StackOverflowError; ")
                .hasLineCount(1);
        assertThat(Main.failure(new IllegalStateException("one\ntwo")))
                .startsWith("Convene failed with an unexpected IllegalStateException: one; ");
    }

    private static Outcome run(String... words) throws InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        List<String> line = Arrays.asList(words);
        int code =
                CommandDispatcher.run(
                        line,
                        new PrintStream(output, true, UTF_8),
                        new PrintStream(error, true, UTF_8));
        return new Outcome(code, output.toString(UTF_8), error.toString(UTF_8));
    }
}
