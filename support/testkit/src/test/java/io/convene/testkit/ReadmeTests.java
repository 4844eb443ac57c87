package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples in the README. */
class ReadmeTests {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("class (\\w+)");

    @Test
    void compilesTheExamples(@TempDir Path folder) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-proc:none",
                                "-Xlint:none",
                                "-d",
                                folder.resolve("classes").toString()));
        arguments.addAll(List.of("-cp", path()));
        List<String> blocks = blocks();
        for (String block : blocks) {
            MatchResult type = TYPE.matcher(block).results().findFirst().orElseThrow();
            Path file = folder.resolve(type.group(1) + ".java");
            arguments.add(Files.writeString(file, block).toString());
        }
        TestBundle.javac(arguments);

        assertThat(blocks).hasSize(2);
    }

    @Test
    void showsTheFakeThatTheTestsRunWith() throws Exception {
        assertThat(blocks())
                .contains(Files.readString(Path.of("src/test/java/com/acme/AcmeVendor.java")));
    }

    @Test
    void explainsEveryRule() throws Exception {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Rule.values()).allSatisfy(rule -> assertThat(readme).contains("`" + rule + "`"));
    }

    private static List<String> blocks() throws Exception {
        return BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String path() {
        return String.join(
                File.pathSeparator,
                Stream.of("jdk.module.path", "java.class.path")
                        .flatMap(name ->
                                Arrays.stream(
                                        System.getProperty(name, "").split(File.pathSeparator, -1)))
                        .filter(entry -> !entry.isEmpty())
                        .toList());
    }
}
