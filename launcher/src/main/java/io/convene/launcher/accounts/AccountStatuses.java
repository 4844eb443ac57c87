package io.convene.launcher.accounts;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The accounts' statuses with their vendors, as calls have shown since the start: {@code
 * needs_reauth} once a vendor refused an account's credentials, {@code active} again once it gave
 * something. Every change is logged. Kept in memory, thread-safe.
 */
public final class AccountStatuses {
    private static final Logger LOG = System.getLogger(AccountStatuses.class.getName());
    private static final int LONGEST_ERROR = 500;

    // Only those that are not active: a success then costs one look.
    private final Map<String, Standing> unwell = new ConcurrentHashMap<>();

    /**
     * One account's status.
     *
     * @param lastError why its credentials were refused, free of secrets, as long as they are
     */
    public record Standing(AccountStatus status, Optional<String> lastError) {
        private static final Standing ACTIVE = new Standing(AccountStatus.ACTIVE, Optional.empty());
    }

    /** That account's status; active when nothing is known of it. */
    public Standing of(String accountId) {
        return unwell.getOrDefault(accountId, Standing.ACTIVE);
    }

    /** The vendor accepted the account's credentials. */
    public void accepted(String accountId) {
        if (unwell.containsKey(accountId) && unwell.remove(accountId) != null) {
            LOG.log(
                    Level.INFO,
                    () ->
                            "account "
                                    + accountId
                                    + " is active again: the vendor accepts its credentials");
        }
    }

    /**
     * The vendor refused the account's credentials.
     *
     * @param why its words, free of secrets
     */
    public void refused(String accountId, String why) {
        String line = why.replaceAll("\\p{Cntrl}+", " ");
        String error =
                line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) + "…" : line;
        Standing refused = new Standing(AccountStatus.NEEDS_REAUTH, Optional.of(error));
        if (unwell.put(accountId, refused) == null) {
            LOG.log(Level.WARNING, () -> "account " + accountId + " is needs_reauth now: " + error);
        }
    }

    /** How many accounts are not active. */
    public int unwell() {
        return unwell.size();
    }

    /** Forgets an account that was removed, or has other credentials now. */
    public void forget(String accountId) {
        unwell.remove(accountId);
    }
}
