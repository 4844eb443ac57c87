package io.convene.launcher.check;

import io.convene.launcher.api.admin.UnservedAccounts;
import io.convene.launcher.config.ConfigReader;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.config.Problems;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a start would complain about, found without a start: no request is accepted, and
 * nothing is written but private copies in a temporary folder.
 *
 * @param config the configuration, with defaults in place of wrong values
 * @param problems the problems of the configuration and of accounts, a sentence each
 * @param bundles the bundles of the folder
 * @param missing the required integrations that no bundle serves
 * @param unserved the accounts that no bundle serves, a sentence for each integration
 */
public record StartReport(
        LauncherConfig config,
        List<String> problems,
        List<ProviderStatus> bundles,
        Set<String> missing,
        List<String> unserved) {
    public StartReport {
        problems = List.copyOf(problems);
        bundles = List.copyOf(bundles);
        missing = Set.copyOf(missing);
        unserved = List.copyOf(unserved);
    }

    /**
     * Reads and checks everything.
     *
     * @param overrides configuration keys that win over the file, such as {@code server.port}
     * @param home the folder that relative paths of the configuration start from
     * @throws io.convene.launcher.config.ConfigException when the file cannot be read at all
     * @throws io.convene.launcher.providers.status.ProvidersException when the folder of bundles
     *     cannot be read
     */
    public static StartReport of(Path file, Map<String, String> overrides, Path home) {
        Problems problems = new Problems();
        LauncherConfig config = ConfigReader.read(file, overrides, home, problems);
        try (Providers providers = Providers.examine(config.providers())) {
            StartChecks.checkAccounts(config, providers, problems);
            CursorKeys.check(config.api().cursorKeys(), config.providers().work(), problems);
            return new StartReport(
                    config,
                    problems.found(),
                    providers.list(),
                    providers.missing(),
                    new UnservedAccounts(config.accounts(), providers).details());
        }
    }

    /** The bundles that are not served. */
    public List<ProviderStatus> refused() {
        return bundles.stream().filter(bundle -> bundle.state() != ProviderState.ACTIVE).toList();
    }

    /** Whether there is nothing to complain about. */
    public boolean isClean() {
        return problems.isEmpty() && missing.isEmpty() && refused().isEmpty() && unserved.isEmpty();
    }
}
