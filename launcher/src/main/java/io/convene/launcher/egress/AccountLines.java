package io.convene.launcher.egress;

import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Settings;
import io.convene.launcher.accounts.Account;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/** The lines that one request uses of its account. Thread-safe. */
final class AccountLines {
    private static final String QUOTA = "quota";

    private final Lines lines;
    private final String accountId;
    private final String integration;
    private final String quota;
    private volatile @Nullable Line last;

    private AccountLines(Lines lines, Account account, String quota) {
        this.lines = lines;
        this.accountId = account.id();
        this.integration = account.integration();
        this.quota = quota;
    }

    /** The account's lines, paced by its quota or else by the provider's default. */
    static AccountLines of(Lines lines, Account account, ProviderDescriptor descriptor) {
        String quota = Settings.of(descriptor, account.settings()).find(QUOTA).orElse("off");
        return new AccountLines(lines, account, quota);
    }

    /** The line to that URL's host. */
    Line to(URI url) {
        Line line = lines.line(accountId, integration, url, quota);
        last = line;
        return line;
    }

    /** Whether the line used last lets another call begin within that deadline. */
    boolean hasTurnWithin(Deadline deadline) {
        Line line = last;
        return line == null || line.hasTurnWithin(deadline);
    }
}
