package io.convene.launcher.api.admin;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.config.NearestName;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts that no active bundle serves: their integration is unknown, no version fits, or the
 * bundle was refused. Looked up whenever it is asked, once for all accounts of one integration and
 * range. Thread-safe.
 */
public final class UnservedAccounts {
    private static final Logger LOG = System.getLogger(UnservedAccounts.class.getName());

    /** More lines than this would hide the others of a start. */
    private static final int MOST_LINES = 20;

    private final Map<Need, List<String>> accounts = new LinkedHashMap<>();
    private final Providers providers;

    /** The bundle that an account needs. */
    private record Need(String integration, Optional<String> range) {}

    /**
     * Accounts that are not served for one reason.
     *
     * @param range their {@code provider-version}
     * @param accounts their ids
     * @param reason why, as a clause
     * @param fix the remedy, as a clause
     */
    record Group(
            String integration,
            Optional<String> range,
            List<String> accounts,
            String reason,
            String fix) {}

    public UnservedAccounts(Collection<Account> accounts, Providers providers) {
        this.providers = providers;
        for (Account account : accounts) {
            this.accounts
                    .computeIfAbsent(
                            new Need(account.integration(), account.providerVersion()),
                            need -> new ArrayList<>())
                    .add(account.id());
        }
    }

    /** The accounts that are not served now. */
    List<Group> find() {
        List<Group> found = new ArrayList<>();
        accounts.forEach((need, ids) -> {
            if (!isServed(need)) {
                found.add(group(need, ids));
            }
        });
        return found;
    }

    /**
     * One clause about each integration with such accounts, without an account's id: anybody may
     * ask whether the server is ready.
     */
    public List<String> summary() {
        return find().stream().map(UnservedAccounts::summary).toList();
    }

    /** The same for operators: with the id of the first account, the reason and the remedy. */
    public List<String> details() {
        return find().stream()
                .map(group ->
                        "%s (%s): %s; %s"
                                .formatted(
                                        summary(group),
                                        some(group.accounts()),
                                        group.reason(),
                                        group.fix()))
                .toList();
    }

    private static String summary(Group group) {
        return "no active bundle serves %s of the integration '%s'%s"
                .formatted(
                        count(group.accounts().size()),
                        group.integration(),
                        ofVersion(group.range()));
    }

    /** Logs each such account, of very many the first and how many more there are. */
    public void log() {
        int lines = 0;
        int more = 0;
        for (Group group : find()) {
            for (String id : group.accounts()) {
                if (lines < MOST_LINES) {
                    lines++;
                    LOG.log(
                            Level.WARNING,
                            "account {0} ({1}) is not served: {2}; {3}.",
                            id,
                            group.integration(),
                            group.reason(),
                            group.fix());
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            LOG.log(
                    Level.WARNING,
                    "not served beyond these: {0}; GET /admin/providers lists all.",
                    count(more));
        }
    }

    private boolean isServed(Need need) {
        try (Lease lease = providers.lease(need.integration(), need.range()).orElse(null)) {
            return lease != null;
        }
    }

    private Group group(Need need, List<String> ids) {
        List<ProviderStatus> bundles =
                providers.list().stream()
                        .filter(status -> status.id().equals(Optional.of(need.integration())))
                        .toList();
        List<String> active =
                bundles.stream()
                        .filter(status -> status.state() == ProviderState.ACTIVE)
                        .flatMap(status -> status.version().stream())
                        .toList();
        if (!active.isEmpty()) {
            return new Group(
                    need.integration(),
                    need.range(),
                    ids,
                    "its provider-version '%s' fits none of the active versions (%s)"
                            .formatted(need.range().orElse(""), String.join(", ", active)),
                    "correct provider-version, or add a bundle of such a version");
        }
        return bundles.isEmpty() ? unknown(need, ids) : refused(need, ids, bundles.getFirst());
    }

    private Group unknown(Need need, List<String> ids) {
        List<String> known =
                providers.list().stream()
                        .flatMap(status -> status.id().stream())
                        .distinct()
                        .toList();
        String fix =
                NearestName.of(need.integration(), known)
                        .map(
                                "did you mean '%s'? Otherwise put its bundle into the providers folder"
                                        ::formatted)
                        .orElse("correct the name, or put its bundle into the providers folder");
        return new Group(
                need.integration(),
                need.range(),
                ids,
                "there is no bundle for the integration '%s'".formatted(need.integration()),
                fix);
    }

    private static Group refused(Need need, List<String> ids, ProviderStatus bundle) {
        String code = bundle.code().map(ProviderCode::code).map(" (%s)"::formatted).orElse("");
        return new Group(
                need.integration(),
                need.range(),
                ids,
                "its bundle %s is not active%s".formatted(bundle.bundle(), code),
                "convene providers why %s explains it".formatted(bundle.bundle()));
    }

    private static String count(int accounts) {
        return accounts == 1 ? "1 account" : "%d accounts".formatted(accounts);
    }

    private static String some(List<String> accounts) {
        int more = accounts.size() - 1;
        return more == 0
                ? accounts.getFirst()
                : "%s and %d more".formatted(accounts.getFirst(), more);
    }

    private static String ofVersion(Optional<String> range) {
        return range.map(" of version %s"::formatted).orElse("");
    }
}
