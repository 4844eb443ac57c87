package io.convene.launcher.cli.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.launcher.api.admin.ProviderJson;
import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.config.trust.TrustConfig;
import io.convene.launcher.providers.Providers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads the bundles of a folder, writes the state of each into a file, and ends. Everything that
 * can be checked without loading was checked by the process that started this one.
 */
final class LoadTrialMain {
    private LoadTrialMain() {}

    /** Takes the folder, a work folder and the file. */
    public static void main(String[] arguments) throws IOException {
        ProvidersConfig config =
                ProvidersConfig.of(Path.of(arguments[0]), Path.of(arguments[1]))
                        .trusting(TrustConfig.unchecked());
        String result;
        try (Providers providers = Providers.examine(config)) {
            result = ProviderJson.of(providers.list()).toString();
        }
        Files.writeString(Path.of(arguments[2]), result, UTF_8);
        // Threads of a bundle must not keep the process.
        Runtime.getRuntime().halt(0);
    }
}
