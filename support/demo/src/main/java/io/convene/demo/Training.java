package io.convene.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.sandbox.Sandbox;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the distribution's ahead-of-time cache: lets the launcher serve the sandbox's interviews
 * until all classes are loaded, so that the next start finds them loaded and linked. Run by the
 * build, with the distribution's folder as its argument.
 */
public final class Training {
    private static final Pattern ADDRESS = Pattern.compile("requests at http://[^:/ ]+:(\\d+)");

    /** Enough to load every class that a request needs. */
    private static final int ROUNDS = 20;

    /**
     * G1 on every machine: the serial collector loads such a cache as fast. Without the profiles of
     * methods: the JDK 25.0.3 that replays them crashes in its compiler after the classes of a
     * bundle were unloaded, because their places in a replayed profile are not cleared.
     */
    private static final String OPTIONS =
            "-XX:+UseG1GC -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=";

    private Training() {}

    /** Leaves {@code runtime/lib/convene.aot} in the distribution. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(args[0]);
        Path lib = home.resolve("runtime/lib");
        Path cache = lib.resolve("convene.aot");
        Path folder = Files.createTempDirectory("convene-training");
        try (Sandbox sandbox = Sandbox.builder().port(0).build()) {
            sandbox.start();
            DemoToken token = DemoToken.random();
            List<DemoAccount> accounts = DemoAccount.of(sandbox);
            Path file = folder.resolve("convene.yaml");
            Files.writeString(
                    file, new DemoConfiguration(0, folder.resolve("work"), token, accounts).yaml());
            ProcessBuilder command =
                    new ProcessBuilder(
                                    home.resolve("bin/convene").toString(),
                                    "serve",
                                    "--config",
                                    file.toString())
                            .redirectErrorStream(true);
            // A name alone: the path may have blanks.
            command.directory(lib.toFile());
            command.environment().put("CONVENE_JAVA_OPTIONS", OPTIONS + cache.getFileName());
            Process launcher = command.start();
            Reader output = launcher.inputReader(UTF_8);
            ask(port(output), token, accounts, sandbox);
            // Not Process.destroy, which closes the streams.
            launcher.toHandle().destroy();
            // The cache is assembled while the process ends. Its output must be read, or it blocks.
            output.transferTo(Writer.nullWriter());
            launcher.waitFor();
        } finally {
            Demo.delete(folder);
        }
        if (!Files.isRegularFile(cache)) {
            throw new IllegalStateException("the training left no " + cache);
        }
    }

    private static int port(Reader output) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int next = output.read(); next >= 0; next = output.read()) {
            read.append((char) next);
            if (next == '\n') {
                Matcher address = ADDRESS.matcher(read);
                if (address.find()) {
                    return Integer.parseInt(address.group(1));
                }
            }
        }
        throw new IllegalStateException("the launcher ended: " + read);
    }

    private static void ask(int port, DemoToken token, List<DemoAccount> accounts, Sandbox sandbox)
            throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < ROUNDS; i++) {
                for (DemoAccount account : accounts) {
                    String candidate =
                            sandbox.applicantIds().get(i % sandbox.applicantIds().size());
                    String list =
                            "http://127.0.0.1:%d/unified/ats/interviews?integrated_account_id=%s"
                                    .formatted(port, account.id());
                    // Some refuse the filter and some need it: errors are answers that start-up
                    // should know, too.
                    for (HttpRequest request :
                            List.of(
                                    request(list + "&candidate_id=" + candidate, token).build(),
                                    request(list, token).build(),
                                    request(list + "&limit=100", token).build(),
                                    request(list + "&limit=100&truto_ignore_limit=true", token)
                                            .header("Accept", "application/x-ndjson")
                                            .build())) {
                        client.send(request, BodyHandlers.discarding());
                    }
                }
            }
        }
    }

    private static HttpRequest.Builder request(String uri, DemoToken token) {
        return HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Bearer " + token.value());
    }
}
