package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages for authors of bundles say what is true. */
class ReadmeTests {
    private static final Pattern FILE =
            Pattern.compile(
                    "`(?:src/[^`]*?)?([\\w-]+\\.java)`[^`]*```java\n(.*?)```", Pattern.DOTALL);
    private static final Path README = Path.of("README.md");
    private static final String TIERS = "<!-- tiers, written by ReadmeTests -->";
    private static final String END_OF_TIERS = "<!-- end of tiers -->";
    private static final Path RECIPES = Path.of("../../docs/build-a-bundle/recipes.md");

    @Test
    void compilesTheRecipes(@TempDir Path folder) throws Exception {
        compile(folder, files(RECIPES), List.of("BetaProvider.java", "BetaInterviews.java"));
    }

    @Test
    void explainsEveryRule() throws Exception {
        String readme = Files.readString(README);

        assertThat(Rule.values()).allSatisfy(rule -> assertThat(readme).contains("`" + rule + "`"));
    }

    @Test
    void listsTheTiersAndTheirRules() throws Exception {
        String table = "%s\n%s%s".formatted(TIERS, tiers(), END_OF_TIERS);
        String readme = Files.readString(README);
        Pattern present =
                Pattern.compile(
                        Pattern.quote(TIERS) + ".*?" + Pattern.quote(END_OF_TIERS), Pattern.DOTALL);
        String expected = present.matcher(readme).replaceFirst(Matcher.quoteReplacement(table));
        if (Boolean.getBoolean("docs.rewrite")) {
            Files.writeString(README, expected);
        }

        assertThat(Files.readString(README))
                .as("the tiers; -Ddocs.rewrite=true writes them")
                .contains(TIERS)
                .isEqualTo(expected);
    }

    @Test
    void saysSinceWhenEachPublicTypeIsThere() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/convene/testkit"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                if (source.contains("\npublic ")) {
                    assertThat(source.substring(0, source.indexOf("\npublic ")))
                            .as(file.toString())
                            .contains("@since ");
                }
            }
        }
    }

    private static String tiers() {
        StringBuilder table =
                new StringBuilder("| tier | condition | its rules |\n|---|---|---|\n");
        for (Tier tier : Tier.values()) {
            String rules =
                    Arrays.stream(Rule.values())
                            .filter(rule -> rule.tier() == tier)
                            .map("`%s`"::formatted)
                            .collect(Collectors.joining(", "));
            table.append("| %s | %s | %s |\n".formatted(tier, tier.sentence(), rules));
        }
        return table.toString();
    }

    /** A page's blocks of Java by the names of their files. */
    private static Map<String, String> files(Path page) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        FILE.matcher(Files.readString(page))
                .results()
                .forEach(block -> files.put(block.group(1), block.group(2)));
        return files;
    }

    private static void compile(Path folder, Map<String, String> files, List<String> names)
            throws IOException {
        String classes = folder.resolve("classes").toString();
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-Xlint:none", "-d", classes, "-cp", path()));
        for (String name : names) {
            Path file = folder.resolve(name);
            arguments.add(Files.writeString(file, files.getOrDefault(name, "")).toString());
        }
        CompiledBundle.javac(arguments);
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
