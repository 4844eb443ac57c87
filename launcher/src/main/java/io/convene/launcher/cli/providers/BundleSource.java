package io.convene.launcher.cli.providers;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.api.admin.AccountVersions;
import io.convene.launcher.api.admin.ProviderJson;
import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.status.ProvidersException;

import jakarta.json.JsonArray;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The bundles that a command is about: those of a folder, or those of a running server. */
final class BundleSource {
    private BundleSource() {}

    /** Adds the options to a command. */
    static void addTo(CommandSpec spec) {
        FolderOptions.addTo(spec);
        ServerOptions.addTo(spec, "the running server to ask, instead of reading a folder");
    }

    /**
     * One object for each bundle, as in the answer of {@code GET /admin/providers}.
     *
     * @throws CommandFailedException when the folder or the server cannot be read
     */
    static JsonArray read(ParseResult options) throws InterruptedException {
        Optional<AdminClient> server = ServerOptions.named(options);
        if (server.isPresent()) {
            return server.get().get("/admin/providers").getJsonArray("providers");
        }
        Optional<LauncherConfig> config = FolderOptions.config(options);
        return examine(
                FolderOptions.of(options),
                providers ->
                        config.isEmpty()
                                ? ProviderJson.of(providers.list())
                                : withAccounts(providers, config.get().accounts()));
    }

    private static JsonArray withAccounts(Providers providers, List<Account> accounts) {
        return ProviderJson.of(
                providers.list(), new AccountVersions(accounts, providers).byBundle());
    }

    /**
     * Loads the bundles of a folder for a look at them.
     *
     * @throws CommandFailedException when the folder cannot be read
     */
    static <T> T examine(ProvidersConfig config, Function<Providers, T> look) {
        try (Providers providers = Providers.examine(config)) {
            return look.apply(providers);
        } catch (ProvidersException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }
}
