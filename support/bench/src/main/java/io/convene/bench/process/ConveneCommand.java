package io.convene.bench.process;

import io.convene.bench.BenchException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Convene as its distribution starts it.
 *
 * @param site where it runs
 * @param upstream the vendor's address
 * @param javaOptions options for its Java runtime, after those of the environment
 */
record ConveneCommand(Site site, URI upstream, String javaOptions) {
    /**
     * Starts it with those bundles and further accounts, at a port of its own choice when it is
     * given 0.
     */
    ServerProcess start(Path bundles, int port, Customers customers) {
        Path command = site.distribution().resolve("bin/convene");
        if (!Files.isExecutable(command)) {
            throw new BenchException(
                    "there is no "
                            + command
                            + ": run ./build package first, or name another --distribution");
        }
        Path folder = site.folder("convene");
        Path configuration = Configurations.convene(folder, upstream, bundles, customers);
        String options = System.getenv().getOrDefault("CONVENE_JAVA_OPTIONS", "");
        return ServerProcess.start(
                "convene",
                List.of(
                        command.toString(),
                        "serve",
                        "--config",
                        configuration.toString(),
                        "--port",
                        Integer.toString(port)),
                Map.of("CONVENE_JAVA_OPTIONS", (options + " " + javaOptions).strip()),
                folder.resolve("convene.log"));
    }
}
