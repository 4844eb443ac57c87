package io.convene.launcher.cli.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.Inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folders of one trial. Bundles are links in it, so that nothing is copied. */
final class TrialFolder implements AutoCloseable {
    private static final String LOCK = "providers.lock";
    private static final int MOST_OF_A_LINE = 300;

    private final Path folder;

    TrialFolder() throws IOException {
        folder = Files.createTempDirectory("convene-trial-");
        Files.createDirectory(bundles());
        Files.createDirectory(temporary());
    }

    /** The bundles that are loaded. */
    Path bundles() {
        return folder.resolve("providers");
    }

    Path work() {
        return folder.resolve("work");
    }

    /** The folder for temporary files of the process. */
    Path temporary() {
        return folder.resolve("tmp");
    }

    /** Everything that the process prints. */
    Path log() {
        return folder.resolve("log");
    }

    /** The file for the result. */
    Path result() {
        return folder.resolve("result.json");
    }

    /** Adds a bundle. */
    void add(Path file, String name) throws IOException {
        Files.createSymbolicLink(bundles().resolve(name), file.toAbsolutePath());
    }

    /** Adds the bundles of a folder with their owners and pins. */
    void addPresent(ProvidersConfig config, Set<Path> without) throws IOException {
        try (Stream<Path> entries = Files.list(config.directory())) {
            for (Path entry : entries.filter(Inspection::isConcern).toList()) {
                if (!without.contains(entry)) {
                    add(entry, String.valueOf(entry.getFileName()));
                }
            }
        }
        // Of two lines about one thing the first counts, so the configuration's come first.
        List<String> lines = new ArrayList<>();
        config.owners().forEach((id, module) -> lines.add("owner %s %s".formatted(id, module)));
        for (Path place : List.of(config.directory(), config.work())) {
            if (Files.exists(place.resolve(LOCK))) {
                lines.addAll(Files.readAllLines(place.resolve(LOCK), UTF_8));
            }
        }
        Files.write(bundles().resolve(LOCK), lines, UTF_8);
    }

    /** The last line that the process printed, as a part of a sentence. */
    String lastWords() {
        try (Stream<String> lines = Files.lines(log(), UTF_8)) {
            return lines.filter(line -> !line.isBlank())
                    .reduce((one, next) -> next)
                    .map(line -> line.substring(0, Math.min(line.length(), MOST_OF_A_LINE)))
                    .map(" (%s)"::formatted)
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Temporary files that the system keeps are removed by the system.
        }
    }
}
