package io.convene.launcher.api.admin;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.providers.Providers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which bundle each account gets at present. Thread-safe. */
public final class AccountVersions {
    private final List<Account> accounts;
    private final Providers providers;

    /** For those accounts and bundles. */
    public AccountVersions(Collection<Account> accounts, Providers providers) {
        this.accounts = List.copyOf(accounts);
        this.providers = providers;
    }

    /** The ids of the accounts by the name of their bundle, in the order of the configuration. */
    public Map<String, List<String>> byBundle() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Account account : accounts) {
            providers
                    .bundleOf(account.integration(), account.providerVersion(), account.id())
                    .ifPresent(bundle ->
                            found.computeIfAbsent(bundle, name -> new ArrayList<>())
                                    .add(account.id()));
        }
        return found;
    }
}
