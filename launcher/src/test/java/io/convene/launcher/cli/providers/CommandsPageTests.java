package io.convene.launcher.cli.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.cli.Outcome;
import io.convene.launcher.providers.TestBundle;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands on the page, run one after the other in one installation, answer as the page shows;
 * {@code -Ddocs.rewrite=true} writes their answers.
 */
class CommandsPageTests {
    private static final Path PAGE = Path.of("..", "docs", "operate", "commands.md");
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```\n", Pattern.DOTALL);
    private static final String PROMPT = "$ convene ";

    private Path home;
    @TempDir private Path temp;

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectory(temp.resolve("convene"));
        Files.createDirectory(home.resolve("providers"));
        Files.createDirectory(home.resolve("conf"));
        Files.writeString(
                home.resolve("conf/convene.yaml"),
                """
                server: {host: 127.0.0.1, port: 0}
                accounts:
                  - {id: 4fb87a77-b4e0-351f-b41c-f8ed6af45d97, integration: acme, credentials: {key: secret}}
                """);
        bundle("1.0.0").writeTo(temp.resolve("releases/acme-1.0.0.jar"));
        bundle("1.1.0").writeTo(temp.resolve("releases/acme-1.1.0.jar"));
        Path dates =
                TestBundle.library("org.dates", "Dates", "")
                        .writeTo(temp.resolve("compiling/dates.jar"));
        TestBundle.of("lever")
                .version("2.0")
                .directive("requires org.dates; requires java.net.http;")
                .with(dates)
                .writeTo(temp.resolve("releases/lever-2.0.jar"));
        System.setProperty("convene.home", home.toString());
    }

    @AfterEach
    void leave() {
        System.clearProperty("convene.home");
    }

    @Test
    void answersAsThePageShows() throws IOException {
        String page = Files.readString(PAGE);
        String answered =
                BLOCK.matcher(page)
                        .replaceAll(block ->
                                Matcher.quoteReplacement(
                                        "```console\n%s```\n".formatted(run(block.group(1)))));
        if (Boolean.getBoolean("docs.rewrite")) {
            Files.writeString(PAGE, answered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/operate/commands.md; -Ddocs.rewrite=true writes it")
                .isEqualTo(answered);
    }

    /** The commands of a block with their answers. */
    private String run(String block) {
        StringBuilder out = new StringBuilder();
        List<String> lines = block.lines().filter(line -> line.startsWith(PROMPT)).toList();
        for (String line : lines) {
            String[] words =
                    Arrays.stream(line.substring(PROMPT.length()).split(" "))
                            .map(this::resolved)
                            .toArray(String[]::new);
            Outcome outcome = Outcome.of(words);
            out.append(out.isEmpty() ? "" : "\n").append(line).append('\n');
            out.append(plain(outcome.output() + outcome.error()));
        }
        return out.toString();
    }

    private String resolved(String word) {
        if (word.startsWith("releases/")) {
            return temp.resolve(word).toString();
        }
        return word.startsWith("conf/") ? home.resolve(word).toString() : word;
    }

    private String plain(String text) {
        return text.replace(temp.toString(), "/opt")
                .replaceAll("\\b[0-9a-f]{64}\\b", "…")
                .replaceAll("\\b\\d+ MiB", "512 MiB")
                .replaceAll("(java +)" + Pattern.quote(Runtime.version().toString()), "$125")
                .replaceAll("(?m) +$", "");
    }

    private static TestBundle bundle(String version) {
        return TestBundle.of("acme")
                .version(version)
                .provider(
                        "public ProviderDescriptor descriptor() { return ProviderDescriptor.builder(\"Acme\").host(\"*.acme.example\").authentication(Authentication.builder(\"key\").requires(\"key\").header(\"X-Key\", Secret.of(\"key\")).build()).build(); }");
    }
}
