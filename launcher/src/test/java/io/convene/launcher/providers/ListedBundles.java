package io.convene.launcher.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.status.ProviderStatus;

import java.io.PrintStream;
import java.nio.file.Path;

/** Prints the statuses of the bundles of a directory, in a JVM of its own. */
public final class ListedBundles {
    private ListedBundles() {}

    /** Takes the directory and a work directory. */
    public static void main(String[] arguments) {
        ProvidersConfig config = ProvidersConfig.of(Path.of(arguments[0]), Path.of(arguments[1]));
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        try (Providers providers = Providers.open(config)) {
            for (ProviderStatus status : providers.list()) {
                out.printf(
                        "%s %s %s %s%n",
                        status.id().orElse("?"),
                        status.state(),
                        status.bundle(),
                        status.reason().orElse(""));
            }
        }
    }
}
