package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.distribution.Distribution.Outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project that {@code convene providers new} wrote.
 *
 * @param folder the root of the project
 */
record GeneratedProject(Path folder) {
    /** Has that distribution write a project. */
    static GeneratedProject of(Distribution convene, Path folder, String id, String packageName)
            throws IOException, InterruptedException {
        Shell shell = new Shell(folder.getParent(), Map.of());
        shell.output(
                List.of(
                        convene.command().toString(),
                        "providers",
                        "new",
                        id,
                        "--package",
                        packageName,
                        "--directory",
                        folder.toString()));
        return new GeneratedProject(folder);
    }

    /** Replaces a text in every file that has it. */
    void edit(String old, String replacement) throws IOException {
        List<Path> edited = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                if (text.contains(old)) {
                    Files.writeString(file, text.replace(old, replacement));
                    edited.add(file);
                }
            }
        }
        assertThat(edited).as("files with %s", old).isNotEmpty();
    }

    /** Runs Maven on it, from another folder. */
    Outcome maven(EmptyMaven maven, Map<String, String> variables, String... words)
            throws IOException, InterruptedException {
        return new Shell(folder.getParent(), variables).run(command(maven, words));
    }

    /** The command that runs Maven on it. */
    List<String> command(EmptyMaven maven, String... words) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "env",
                                "JAVA_HOME=" + System.getProperty("java.home"),
                                EmptyMaven.command(),
                                "-B",
                                "-ntp",
                                "-f",
                                folder.toString()));
        command.addAll(maven.options());
        command.addAll(List.of(words));
        return command;
    }
}
