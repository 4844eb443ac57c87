package io.convene.launcher.cli.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.config.ProvidersConfig;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Loads bundles in a process of the same Java runtime that is bounded in time and memory, gets none
 * of the environment's secrets, and is always ended.
 */
public final class LoadTrial {
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ");
    private static final List<String> BOUNDS =
            List.of(
                    "-Xmx256m",
                    "-XX:MaxMetaspaceSize=256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    // As bin/convene does: the XML parsers of the JDK open no URL.
                    "-Djavax.xml.accessExternalDTD=",
                    "-Djavax.xml.accessExternalSchema=",
                    "-Djavax.xml.accessExternalStylesheet=");

    private final Duration limit;

    /** A trial that is ended after that time. */
    public LoadTrial(Duration limit) {
        this.limit = limit;
    }

    /**
     * Loads a bundle together with those that are in the folder of the configuration.
     *
     * @param file the jar or folder
     * @param name the name that it would have in the folder
     * @param without the present bundles that it would replace
     * @return its object, as in the answer of {@code GET /admin/providers}
     * @throws CommandFailedException when the process did not come to a result
     */
    public JsonObject together(Path file, String name, ProvidersConfig config, Set<Path> without)
            throws InterruptedException {
        try (TrialFolder folder = new TrialFolder()) {
            folder.addPresent(config, without);
            folder.add(file, name);
            return load(folder, name);
        } catch (IOException | UncheckedIOException e) {
            throw unusable(e);
        }
    }

    /**
     * Loads a bundle alone.
     *
     * @throws CommandFailedException when the process did not come to a result
     */
    public JsonObject alone(Path file, String name) throws InterruptedException {
        try (TrialFolder folder = new TrialFolder()) {
            folder.add(file, name);
            return load(folder, name);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private JsonObject load(TrialFolder folder, String name)
            throws IOException, InterruptedException {
        Process process = start(folder);
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CommandFailedException(
                        "%s did not let the process end in which it was loaded; it was stopped after %d s, do not install it"
                                .formatted(name, limit.toSeconds()));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return result(folder, name)
                .orElseThrow(() ->
                        new CommandFailedException(
                                "%s ended the process in which it was loaded with exit code %d%s; do not install it"
                                        .formatted(name, process.exitValue(), folder.lastWords())));
    }

    private static Process start(TrialFolder folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BOUNDS);
        command.add("-Djava.io.tmpdir=" + folder.temporary());
        // An image has its modules inside.
        Optional.ofNullable(System.getProperty("jdk.module.path"))
                .ifPresent(path -> command.addAll(List.of("--module-path", path)));
        String main = LoadTrialMain.class.getName();
        command.addAll(List.of("--module", LoadTrial.class.getModule().getName() + "/" + main));
        command.addAll(
                List.of(
                        folder.bundles().toString(),
                        folder.work().toString(),
                        folder.result().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        Process process = builder.redirectOutput(folder.log().toFile()).start();
        process.getOutputStream().close();
        return process;
    }

    private static Optional<JsonObject> result(TrialFolder folder, String name) throws IOException {
        if (!Files.exists(folder.result())) {
            return Optional.empty();
        }
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(folder.result(), UTF_8))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(bundle -> bundle.getString("bundle").equals(name))
                    .findFirst();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static CommandFailedException unusable(Exception e) {
        return new CommandFailedException(
                "the bundle cannot be loaded in a process of its own (%s); make the folder of temporary files writable"
                        .formatted(e));
    }
}
